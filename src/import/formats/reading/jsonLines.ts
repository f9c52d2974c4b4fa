import type { ReadingProgress, RecordOrigin } from '../../importRecord.ts';
import { readLines } from './lines.ts';
import type { SourceFile } from './sourceFiles.ts';

/** What folders of JSON lines hold: .jsonl or .ndjson, plain or gzip. */
export const jsonLinesNames = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;

export type JsonLine = { origin: RecordOrigin; value: unknown } | { origin: RecordOrigin; skipped: string };

/** The JSON value of each line of a file; a line that is none is skipped with a reason. */
export async function* readJsonLines(file: SourceFile, progress: ReadingProgress): AsyncGenerator<JsonLine> {
  for await (const line of readLines(file, progress)) {
    const origin = { file: file.path, line: line.line };
    yield 'skipped' in line ? { origin, skipped: line.skipped } : { origin, ...parsedJson(line.text) };
  }
}

/** No metadata nests deeper, and a list in a list costs a hundred times the memory that it takes in the text. */
const DEEPEST_NESTING = 1_000;
/** So little text costs little, however it nests. */
const HARMLESS_LENGTH = 1_000_000;

/** The value of a JSON text, or why it has none. */
export const parsedJson = (text: string): { value: unknown } | { skipped: string } => {
  if (text.length > HARMLESS_LENGTH && nestsDeeperThan(DEEPEST_NESTING, text)) {
    return { skipped: `the JSON nests deeper than ${DEEPEST_NESTING} levels` };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { skipped: `no JSON: ${(error as Error).message}` };
  }
};

const QUOTE = 34;
const BACKSLASH = 92;
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/** Counts brackets outside strings, without reading what they hold. */
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
