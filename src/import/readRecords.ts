import type { ImportProblem } from './importProblem.ts';
import type {
  Checkpoint,
  ImportFormat,
  ImportRecord,
  ReadingProgress,
  RecordOrigin,
} from './importRecord.ts';
import { validateRecord } from './validateRecord.ts';

/** A validated record, or a problem that the report lists. */
export type RecordItem =
  { origin: RecordOrigin; record: ImportRecord } | { origin: RecordOrigin; problem: ImportProblem };

/** Reads files in a format and validates every record, whatever the format. */
export async function* readRecords<Extra extends Checkpoint = never>(
  format: ImportFormat<Extra>,
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<RecordItem | Extra> {
  for await (const item of format.read(paths, progress)) {
    if (!('value' in item)) {
      yield item;
      continue;
    }
    const { origin } = item;
    const result = validateRecord(item.value);
    if ('reason' in result) {
      yield { origin, problem: { kind: 'notARecord', message: result.reason } };
      continue;
    }
    for (const problem of result.problems) yield { origin, problem };
    yield { origin, record: result.record };
  }
}
