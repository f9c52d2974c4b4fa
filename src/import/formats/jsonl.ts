import type { ImportFormat, ReadingProgress, SourceItem } from '../importRecord.ts';
import { namesEndingIn } from './reading/fileNames.ts';
import { readJsonObjects } from './reading/jsonObjects.ts';
import { addToTotal, listSourceFiles } from './reading/sourceFiles.ts';

const identifierWords = ['doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2', 's2sha'];

const jsonLinesNames = namesEndingIn(['.jsonl', '.ndjson']);
/** The maximum length of a line, in bytes. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/** Import records as schema/import-record.schema.json describes them, one on each line or in a list, plain or gzip. */
export const jsonl: ImportFormat = {
  name: 'jsonl',
  source: 'jsonl',
  recognizes: ({ fields }) =>
    fields.has('record') ||
    (fields.has('title') && fields.has('authors')) ||
    (fields.has('ids') && ['title', ...identifierWords].some((name) => fields.has(name))),
  read: readImportRecords,
};

export async function* readImportRecords(
  paths: readonly string[],
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  const files = await listSourceFiles(paths, jsonLinesNames);
  addToTotal(files, progress);
  for (const file of files) yield* readJsonObjects(file, progress, [], { maxLength: MAX_LINE_LENGTH });
}
