import type { ImportProblem } from '../../importProblem.ts';
import type { ReadingProgress, SourceItem } from '../../importRecord.ts';
import { namesEndingIn } from './fileNames.ts';
import { readLines } from './lines.ts';
import type { SourceFile } from './sourceFiles.ts';

/** Names of JSON lines files, plain or gzip. */
export const jsonLinesNames = namesEndingIn(['.jsonl', '.ndjson']);

/** The JSON value of each line; a line that is not JSON is skipped with a reason. */
export async function* readJsonLines(
  file: SourceFile,
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  for await (const line of readLines(file, progress)) {
    const origin = { file: file.path, line: line.line };
    yield 'problem' in line ? { origin, problem: line.problem } : { origin, ...parsedJson(line.text) };
  }
}

/**
 * The maximum depth of nested lists and objects. Deeper JSON is not read, because nested lists take a hundred times the
 * memory of their text. Real metadata never nests so deep.
 */
const MAX_NESTING = 1_000;
/** The nesting of texts up to this number of characters is not checked. */
const UNCHECKED_LENGTH = 1_000_000;

/** The value of a JSON text, or the reason why it is not JSON. */
export const parsedJson = (text: string): { value: unknown } | { problem: ImportProblem } => {
  if (text.length > UNCHECKED_LENGTH && nestsDeeperThan(MAX_NESTING, text)) {
    return notJson(`the JSON nests deeper than ${MAX_NESTING} levels`);
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return notJson(`not valid JSON: ${(error as Error).message}`);
  }
};

const notJson = (message: string): { problem: ImportProblem } => ({ problem: { kind: 'notJson', message } });

const QUOTE = 34;
const BACKSLASH = 92;
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/** Whether brackets outside of strings nest deeper than `most` levels. */
const nestsDeeperThan = (most: number, text: string): boolean => {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (opening.has(code)) {
      depth += 1;
      if (depth > most) return true;
    } else if (closing.has(code)) depth -= 1;
  }
  return false;
};
