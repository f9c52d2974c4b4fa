import { Readable, pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import type { ReadingProgress, RecordOrigin, SourceItem } from '../../importRecord.ts';
import { DamagedFile, readChunks } from '../reading/chunks.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { isPlaceholder } from './placeholders.ts';
import { deletedWork } from './deletedWork.ts';
import { hierarchyOf, openAlexId, type TopicRecorder } from './topicHierarchy.ts';

const MAX_ROW_LENGTH = 1 << 20;

type Row = Readonly<Partial<Record<string, string>>>;

/** A table of OpenAlex, recognized by its columns. */
interface Table {
  columns: readonly string[];
  items(row: Row, origin: RecordOrigin, recorder: TopicRecorder): SourceItem[];
}

const tables: readonly Table[] = [
  {
    // The table topics.csv. The current name of a topic is in the column new_topic_label.
    columns: [
      'topic_id',
      'new_topic_label',
      'subfield_id',
      'subfield_name',
      'field_id',
      'field_name',
      'domain_id',
      'domain_name',
    ],
    items: (row, origin, recorder) =>
      recorder.listedRecords(
        hierarchyOf({
          id: `T${row['topic_id']}`,
          display_name: row['new_topic_label'],
          subfield: { id: `subfields/${row['subfield_id']}`, display_name: row['subfield_name'] },
          field: { id: `fields/${row['field_id']}`, display_name: row['field_name'] },
          domain: { id: `domains/${row['domain_id']}`, display_name: row['domain_name'] },
        }),
        origin,
      ),
  },
  {
    // The tables in the folder merged_ids. Each line has an id that OpenAlex merged into another id.
    columns: ['id', 'merge_into_id'],
    items: (row, origin) => [redirectOf(row, origin)],
  },
];

const redirectOf = ({ id, merge_into_id: target }: Row, origin: RecordOrigin): SourceItem => {
  for (const kind of ['PAPER', 'AUTHOR', 'INSTITUTION'] as const) {
    const from = openAlexId(kind, id);
    const to = openAlexId(kind, target);
    if (from !== undefined && isPlaceholder(to)) {
      if (kind === 'PAPER') return { origin, value: deletedWork(from) };
      const message = `${from} was not merged into ${to}, which stands for everything that OpenAlex deleted`;
      return { origin, problem: { kind: 'unsupportedObject', message } };
    }
    if (from !== undefined && to !== undefined) {
      const redirect = { record: 'redirect', kind: kind.toLowerCase() };
      return { origin, value: { ...redirect, from: `openalex:${from}`, to: `openalex:${to}` } };
    }
  }
  const message = `expected two ids of works, authors or institutions, found ${id} and ${target}`;
  return { origin, problem: { kind: 'unsupportedObject', message } };
};

/** Reads a table of OpenAlex as CSV: the topics with their broader topics, or merged ids. */
export async function* readOpenAlexTable(
  file: SourceFile,
  progress: ReadingProgress,
  recorder: TopicRecorder,
): AsyncGenerator<SourceItem> {
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
  });
  const rows = pipeline(Readable.from(readChunks(file, progress)), parser, () => undefined);
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: Row; info: { lines: number } }>) {
      const origin = { file: file.path, line: info.lines };
      const table = tables.find(({ columns }) => columns.every((column) => record[column] !== undefined));
      if (!table) {
        const expected = tables.map(({ columns }) => columns.join(', ')).join(' or ');
        const message = `the file is not a table of OpenAlex, which has the columns ${expected}`;
        yield { origin, problem: { kind: 'notARecord', message } };
        return;
      }
      const invalid = table.columns.find((column) => !isText(record[column]));
      if (invalid === undefined) yield* table.items(record, origin, recorder);
      else yield { origin, problem: { kind: 'notARecord', message: `${invalid} is empty or not UTF-8` } };
    }
  } catch (error) {
    yield {
      origin: { file: file.path, line: parser.info.lines + 1 },
      problem: { kind: 'damagedFile', message: damageOf(error) },
    };
  }
}

const isText = (value: string | undefined): boolean =>
  value !== undefined && value.trim() !== '' && !value.includes('\ufffd');

const damageOf = (error: unknown): string => {
  if (error instanceof DamagedFile) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return `the table is damaged here: ${message}; the rest of the file is not read`;
  }
  throw error;
};

/** Whether the first line of a file names the columns of a table of OpenAlex. */
export const isOpenAlexTable = (line: string): boolean => {
  const names = line.split(',').map((name) => name.trim().replaceAll('"', ''));
  return tables.some(({ columns }) => columns.every((column) => names.includes(column)));
};
