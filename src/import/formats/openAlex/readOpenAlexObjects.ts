import type { ReadingProgress, SourceItem } from '../../importRecord.ts';
import { isObject } from '../reading/jsonFields.ts';
import { parsedJson } from '../reading/jsonLines.ts';
import { readLines } from '../reading/lines.ts';
import type { SourceFile } from '../reading/sourceFiles.ts';

/** Bytes of a document, on one line or on many. A page of 200 works has about 10 MB. */
const MAX_DOCUMENT_LENGTH = 64 * 1024 * 1024;
/** Added to the length of each buffered line, so that a file of many short lines also reaches the limit. */
const LINE_OVERHEAD = 32;

/** Lines buffered while the file may be one document over many lines. */
interface BufferedLines {
  numbers: number[];
  texts: string[];
}

/**
 * Reads the objects of a file: one on each line, or one document over many lines. A page (`{meta, results}`) or a
 * list yields the objects in it.
 */
export async function* readOpenAlexObjects(
  file: SourceFile,
  progress: ReadingProgress,
): AsyncGenerator<SourceItem> {
  let buffer: BufferedLines | undefined;
  let bufferLength = 0;
  let isFirst = true;
  for await (const line of readLines(file, progress, MAX_DOCUMENT_LENGTH)) {
    const origin = { file: file.path, line: line.line };
    if ('problem' in line) {
      yield { origin, problem: line.problem };
      continue;
    }
    if (isFirst && 'problem' in parsedJson(line.text)) buffer = { numbers: [], texts: [] };
    isFirst = false;
    if (!buffer) {
      yield* objectsIn(origin, parsedJson(line.text));
      continue;
    }
    buffer.numbers.push(line.line);
    buffer.texts.push(line.text);
    bufferLength += line.text.length + LINE_OVERHEAD;
    if (bufferLength <= MAX_DOCUMENT_LENGTH) continue;
    yield* objectsOfLines(file.path, buffer);
    buffer = undefined;
  }
  if (buffer) yield* objectsOfBuffer(file.path, buffer);
}

function* objectsOfBuffer(file: string, buffer: BufferedLines): Generator<SourceItem> {
  const first = { file, line: buffer.numbers[0] ?? 1 };
  const whole = parsedJson(buffer.texts.join('\n'));
  if ('value' in whole) yield* objectsIn(first, whole);
  else if (buffer.texts.some(isObjectText)) yield* objectsOfLines(file, buffer);
  else {
    const message = `the file is neither JSON lines nor one JSON document (${whole.problem.message})`;
    yield { origin: first, problem: { kind: 'notJson', message } };
  }
}

const isObjectText = (text: string): boolean =>
  text.trimStart().startsWith('{') && 'value' in parsedJson(text);

function* objectsOfLines(file: string, { numbers, texts }: BufferedLines): Generator<SourceItem> {
  for (const [index, text] of texts.entries()) {
    yield* objectsIn({ file, line: numbers[index] ?? 1 }, parsedJson(text));
  }
}

function* objectsIn(
  origin: SourceItem['origin'],
  parsed: ReturnType<typeof parsedJson>,
): Generator<SourceItem> {
  if ('problem' in parsed) {
    yield { origin, problem: parsed.problem };
    return;
  }
  const { value } = parsed;
  const objects = Array.isArray(value) ? value : isObject(value) ? value['results'] : undefined;
  for (const object of Array.isArray(objects) ? objects : [value]) yield { origin, value: object as unknown };
}
