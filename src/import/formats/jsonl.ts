import type { FormatItem, ImportFormat, ReadingProgress } from '../importRecord.ts';
import { jsonLinesNames, readJsonLines } from './reading/jsonLines.ts';
import { addToTotal, listSourceFiles } from './reading/sourceFiles.ts';
import { validatedItem } from './reading/validatedItem.ts';

/** Import records as schema/import-record.schema.json describes them, one on each line, plain or gzip. */
export const jsonl: ImportFormat = { name: 'jsonl', source: 'jsonl', read: readRecords };

/** Reads the records of files and folders; a line that is not a record is skipped with a reason. */
export async function* readRecords(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<FormatItem> {
  const files = await listSourceFiles(paths, jsonLinesNames);
  addToTotal(files, progress);
  for (const file of files) {
    for await (const line of readJsonLines(file, progress)) {
      yield 'skipped' in line ? line : validatedItem(line.origin, line.value);
    }
  }
}
