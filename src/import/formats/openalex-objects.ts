import type { ReadingProgress } from '../record.ts';
import { isObject } from './json-fields.ts';
import { parsedJson, type JsonLine } from './json-lines.ts';
import { readLines } from './lines.ts';
import type { SourceFile } from './source-files.ts';

/** A page of 200 works has some 10 MB; as one line or as a document over many. */
const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/**
 * The objects in a file: one a line, or in one document over many lines. A page (`{meta, results}`) or a list
 * gives the objects in it.
 */
export async function* readOpenAlexObjects(
  file: SourceFile,
  progress: ReadingProgress,
): AsyncGenerator<JsonLine> {
  /** Lines held back while the file may still turn out to be one document. */
  let held: { line: number; text: string }[] | undefined;
  let heldLength = 0;
  let isFirst = true;
  for await (const line of readLines(file, progress, LARGEST_DOCUMENT)) {
    const origin = { file: file.path, line: line.line };
    if ('skipped' in line) {
      yield { origin, skipped: line.skipped };
      continue;
    }
    if (isFirst && 'skipped' in parsedJson(line.text)) held = [];
    isFirst = false;
    if (!held) {
      yield* objectsIn(origin, parsedJson(line.text));
      continue;
    }
    held.push(line);
    heldLength += line.text.length;
    if (heldLength <= LARGEST_DOCUMENT) continue;
    yield* objectsOfHeld(file.path, held, false);
    held = undefined;
  }
  if (held) yield* objectsOfHeld(file.path, held, true);
}

function* objectsOfHeld(
  file: string,
  held: readonly { line: number; text: string }[],
  isWhole: boolean,
): Generator<JsonLine> {
  const first = { file, line: held[0]?.line ?? 1 };
  const whole = isWhole ? parsedJson(held.map(({ text }) => text).join('\n')) : undefined;
  if (whole && 'value' in whole) {
    yield* objectsIn(first, whole);
    return;
  }
  const lines = held.map(({ line, text }) => ({ origin: { file, line }, ...parsedJson(text) }));
  if (whole && !lines.some((line) => 'value' in line && isObject(line.value))) {
    yield { origin: first, skipped: `neither JSON lines nor one document: ${whole.skipped}` };
    return;
  }
  for (const { origin, ...line } of lines) yield* objectsIn(origin, line);
}

function* objectsIn(
  origin: JsonLine['origin'],
  parsed: { value: unknown } | { skipped: string },
): Generator<JsonLine> {
  if ('skipped' in parsed) {
    yield { origin, skipped: parsed.skipped };
    return;
  }
  const { value } = parsed;
  const objects = Array.isArray(value) ? value : isObject(value) ? value['results'] : undefined;
  for (const object of Array.isArray(objects) ? objects : [value]) yield { origin, value: object as unknown };
}
