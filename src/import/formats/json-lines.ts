import type { ReadingProgress, RecordOrigin } from '../record.ts';
import { readLines } from './lines.ts';
import type { SourceFile } from './source-files.ts';

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

/** The value of a JSON text, or why it has none. */
export const parsedJson = (text: string): { value: unknown } | { skipped: string } => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { skipped: `no JSON: ${(error as Error).message}` };
  }
};
