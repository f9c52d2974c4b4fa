import { Readable, pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import type { SourceItem, ReadingProgress } from '../../importRecord.ts';
import { DamagedFile, readChunks } from '../reading/chunks.ts';
import { hierarchyOf, type TopicRecorder } from './topicHierarchy.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';

const MAX_ROW_LENGTH = 1 << 20;

const columns = [
  'topic_id',
  'new_topic_label',
  'subfield_id',
  'subfield_name',
  'field_id',
  'field_name',
  'domain_id',
  'domain_name',
] as const;
type TopicRow = Record<(typeof columns)[number], string>;
type ReadRow = { record: Partial<TopicRow>; info: { lines: number } };

/**
 * Reads OpenAlex's table of topics (topics.csv): a record for each topic and its broader topics. The current name of
 * a topic is in the column `new_topic_label`.
 */
export async function* topicsOfTable(
  file: SourceFile,
  progress: ReadingProgress,
  recorder: TopicRecorder,
): AsyncGenerator<SourceItem> {
  const table = parse({
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_LENGTH,
  });
  const rows = pipeline(Readable.from(readChunks(file, progress)), table, () => undefined);
  try {
    for await (const { record, info } of rows as AsyncIterable<ReadRow>) {
      const origin = { file: file.path, line: info.lines };
      if (!isTopicRow(record)) {
        const message = `the file is not the table of OpenAlex topics, which has the columns ${columns.join(', ')}`;
        yield { origin, problem: { kind: 'notARecord', message } };
        return;
      }
      yield* topicsOfRow(record, origin, recorder);
    }
  } catch (error) {
    yield {
      origin: { file: file.path, line: table.info.lines + 1 },
      problem: { kind: 'damagedFile', message: damageOf(error) },
    };
  }
}

const isTopicRow = (row: ReadRow['record']): row is TopicRow =>
  columns.every((column) => row[column] !== undefined);

function* topicsOfRow(
  row: TopicRow,
  origin: SourceItem['origin'],
  recorder: TopicRecorder,
): Generator<SourceItem> {
  const invalid = columns.find((column) => row[column].trim() === '' || row[column].includes('\ufffd'));
  if (invalid !== undefined) {
    yield { origin, problem: { kind: 'notARecord', message: `${invalid} is empty or not UTF-8` } };
    return;
  }
  const hierarchy = hierarchyOf({
    id: `T${row.topic_id}`,
    display_name: row.new_topic_label,
    subfield: { id: `subfields/${row.subfield_id}`, display_name: row.subfield_name },
    field: { id: `fields/${row.field_id}`, display_name: row.field_name },
    domain: { id: `domains/${row.domain_id}`, display_name: row.domain_name },
  });
  yield* recorder.newRecords(hierarchy, origin);
}

const damageOf = (error: unknown): string => {
  if (error instanceof DamagedFile) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return `the table is damaged here: ${message}; the rest of the file is not read`;
  }
  throw error;
};
