import type { ReadingProgress, RecordOrigin, SourceItem } from '../../importRecord.ts';
import { readCsvRows, type CsvRow } from '../reading/csvRows.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';
import { isPlaceholder } from './placeholders.ts';
import { deletedWork } from './deletedWork.ts';
import { hierarchyOf, openAlexId, type TopicRecorder } from './topicHierarchy.ts';

/** A table of OpenAlex, recognized by its columns. */
interface Table {
  columns: readonly string[];
  items(row: CsvRow, origin: RecordOrigin, recorder: TopicRecorder): SourceItem[];
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

const redirectOf = ({ id, merge_into_id: target }: CsvRow, origin: RecordOrigin): SourceItem => {
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
  let table: Table | undefined;
  for await (const item of readCsvRows(file, progress)) {
    const origin = { file: file.path, line: item.line };
    if ('problem' in item) yield { origin, problem: item.problem };
    else if ('columns' in item) {
      table = tables.find(({ columns }) => columns.every((column) => item.columns.includes(column)));
      if (table) continue;
      const expected = tables.map(({ columns }) => columns.join(', ')).join(' or ');
      const message = `the file is not a table of OpenAlex, which has the columns ${expected}; works are read as JSON or RIS`;
      yield { origin, problem: { kind: 'notARecord', message } };
      return;
    } else if (table) yield* itemsOfRow(table, item.row, origin, recorder);
  }
}

const itemsOfRow = (
  table: Table,
  row: CsvRow,
  origin: RecordOrigin,
  recorder: TopicRecorder,
): SourceItem[] => {
  const empty = table.columns.find((column) => row[column]?.trim() === '');
  if (empty === undefined) return table.items(row, origin, recorder);
  return [{ origin, problem: { kind: 'notARecord', message: `${empty} is empty` } }];
};

/** Whether the first line of a file names the columns of a table of OpenAlex. */
export const isOpenAlexTable = (line: string): boolean => {
  const names = line.split(',').map((name) => name.trim().replaceAll('"', ''));
  return tables.some(({ columns }) => columns.every((column) => names.includes(column)));
};
