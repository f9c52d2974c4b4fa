import type { FormatItem, ImportFormat, ReadingProgress } from '../importRecord.ts';
import { jsonLinesNames, readJsonLines } from './reading/jsonLines.ts';
import { expectFiles, listSourceFiles } from './reading/sourceFiles.ts';
import { validatedItem } from './reading/validatedItem.ts';

/** Import records as the project's schema describes them, one a line, plain or gzip. */
export const jsonl: ImportFormat = { name: 'jsonl', source: 'jsonl', read: readRecords };

/** The records of files and folders of JSON lines; what is no record is skipped with a reason. */
export async function* readRecords(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<FormatItem> {
  const files = await listSourceFiles(paths, jsonLinesNames);
  expectFiles(files, progress);
  for (const file of files) {
    for await (const line of readJsonLines(file, progress)) {
      yield 'skipped' in line ? line : validatedItem(line.origin, line.value);
    }
  }
}
