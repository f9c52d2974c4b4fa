import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { ImportProblem } from './importProblem.ts';
import type {
  Checkpoint,
  ImportFormat,
  ImportRecord,
  ReadingProgress,
  RecordOrigin,
} from './importRecord.ts';
import { translatedItems } from './translated.ts';
import { validateRecord } from './validateRecord.ts';
import { withoutEtAl } from './withoutEtAl.ts';

/**
 * A validated record, or a problem that the report lists. `source` is used as the source of a record that does not name
 * one.
 */
export type RecordItem =
  | { origin: RecordOrigin; record: ImportRecord; source: string }
  | { origin: RecordOrigin; problem: ImportProblem };

/**
 * Reads files in a format and validates every record, whatever the format. A path from which nothing was read gets a
 * problem, because its files are probably in another format.
 */
export async function* readRecords<Extra extends Checkpoint = never>(
  format: ImportFormat<Extra>,
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<RecordItem | Extra> {
  const filesWithItems = new Set<string>();
  for await (const item of format.read(paths, progress)) {
    if ('origin' in item) filesWithItems.add(item.origin.file);
    if (!('value' in item)) {
      yield item;
      continue;
    }
    const { origin, source = format.source } = item;
    yield* translatedItems(origin, () => validItems(item.value, origin, source));
  }
  const message = `no record of the format ${format.name} was found`;
  for (const path of await pathsWithoutItems(paths, filesWithItems)) {
    yield { origin: { file: path, line: 1 }, problem: { kind: 'noRecords', message } };
  }
}

const validItems = (value: unknown, origin: RecordOrigin, source: string): RecordItem[] => {
  const result = validateRecord(value);
  if ('reason' in result) return [{ origin, problem: { kind: 'notARecord', message: result.reason } }];
  return [
    ...result.problems.map((problem) => ({ origin, problem })),
    { origin, record: withoutEtAl(result.record), source },
  ];
};

/** The given paths in which no item was found, except empty files. */
const pathsWithoutItems = async (
  paths: readonly string[],
  filesWithItems: ReadonlySet<string>,
): Promise<string[]> => {
  const files = [...filesWithItems].map((file) => `${resolve(file)}${sep}`);
  const silent: string[] = [];
  for (const path of paths) {
    if (files.some((file) => file.startsWith(`${resolve(path)}${sep}`))) continue;
    const entry = await stat(path);
    if (entry.isDirectory() || entry.size > 0) silent.push(path);
  }
  return silent;
};
