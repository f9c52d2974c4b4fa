import type { ReadingProgress } from '../../importRecord.ts';
import { isObject } from '../reading/jsonFields.ts';
import { parsedJson, type JsonLine } from '../reading/jsonLines.ts';
import { readLines } from '../reading/lines.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';

/** A page of 200 works has some 10 MB; as one line or as a document over many. */
const LARGEST_DOCUMENT = 64 * 1024 * 1024;
/** What a line that is held costs beside its text: some, so that many short ones are not held without end. */
const COST_OF_LINE = 32;

/** Lines held back while the file may still turn out to be one document: lists of plain values, to be small. */
interface HeldLines {
  numbers: number[];
  texts: string[];
}

/**
 * The objects in a file: one a line, or in one document over many lines. A page (`{meta, results}`) or a list
 * gives the objects in it.
 */
export async function* readOpenAlexObjects(
  file: SourceFile,
  progress: ReadingProgress,
): AsyncGenerator<JsonLine> {
  let held: HeldLines | undefined;
  let heldLength = 0;
  let isFirst = true;
  for await (const line of readLines(file, progress, LARGEST_DOCUMENT)) {
    const origin = { file: file.path, line: line.line };
    if ('skipped' in line) {
      yield { origin, skipped: line.skipped };
      continue;
    }
    if (isFirst && 'skipped' in parsedJson(line.text)) held = { numbers: [], texts: [] };
    isFirst = false;
    if (!held) {
      yield* objectsIn(origin, parsedJson(line.text));
      continue;
    }
    held.numbers.push(line.line);
    held.texts.push(line.text);
    heldLength += line.text.length + COST_OF_LINE;
    if (heldLength <= LARGEST_DOCUMENT) continue;
    yield* objectsOfLines(file.path, held);
    held = undefined;
  }
  if (held) yield* objectsOfHeld(file.path, held);
}

function* objectsOfHeld(file: string, held: HeldLines): Generator<JsonLine> {
  const first = { file, line: held.numbers[0] ?? 1 };
  const whole = parsedJson(held.texts.join('\n'));
  if ('value' in whole) yield* objectsIn(first, whole);
  else if (held.texts.some(isObjectText)) yield* objectsOfLines(file, held);
  else yield { origin: first, skipped: `neither JSON lines nor one document: ${whole.skipped}` };
}

const isObjectText = (text: string): boolean =>
  text.trimStart().startsWith('{') && 'value' in parsedJson(text);

function* objectsOfLines(file: string, { numbers, texts }: HeldLines): Generator<JsonLine> {
  for (const [index, text] of texts.entries()) {
    yield* objectsIn({ file, line: numbers[index] ?? 1 }, parsedJson(text));
  }
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
