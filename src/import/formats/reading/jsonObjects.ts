import type { ReadingProgress, SourceItem } from '../../importRecord.ts';
import { isObject } from './jsonFields.ts';
import { parsedJson } from './jsonLines.ts';
import { readLines } from './lines.ts';
import { ListSplitter, type ListItem } from './listSplitter.ts';
import type { SourceFile } from './sourceFiles.ts';

/**
 * The maximum length of a JSON document in bytes, whether it is on one line or on many. A page of 200 works has about
 * 10 MB.
 */
const MAX_DOCUMENT_LENGTH = 64 * 1024 * 1024;
/** Added to the length of each buffered line, so that a file of many short lines also reaches the limit. */
const LINE_OVERHEAD = 32;

/** The lines that are kept in memory as long as the whole file may be one JSON document. */
interface BufferedLines {
  numbers: number[];
  texts: string[];
  length: number;
}

/**
 * Reads the objects of a file: one object on each line, or one JSON document over many lines. A document that is a
 * list, or an object with a list in one of `listNames` (a page of an API), yields the objects in the list. A list over
 * many lines may have any length.
 */
export async function* readJsonObjects(
  file: SourceFile,
  progress: ReadingProgress,
  listNames: readonly string[],
): AsyncGenerator<SourceItem> {
  let buffer: BufferedLines | undefined;
  let list: ListSplitter | undefined;
  let isFirst = true;
  const lines = readLines(file, progress, { maxLength: MAX_DOCUMENT_LENGTH, keepsCutLine: true });
  for await (const line of lines) {
    const origin = { file: file.path, line: line.line };
    if ('problem' in line) {
      yield { origin, problem: line.problem };
      continue;
    }
    if (isFirst && 'problem' in parsedJson(line.text)) {
      if (line.text.trimStart().startsWith('[')) list = new ListSplitter();
      else buffer = { numbers: [], texts: [], length: 0 };
    }
    isFirst = false;
    if (list) {
      for (const item of list.add(line.line, line.text)) {
        yield { origin: { file: file.path, line: item.line }, ...parsedJson(item.text) };
      }
      if (list.openLength > MAX_DOCUMENT_LENGTH) break;
    } else if (!buffer) yield* objectsIn(origin, parsedJson(line.text), listNames);
    else if (!addLine(buffer, line)) {
      yield* objectsOfLines(file.path, buffer, listNames);
      buffer = undefined;
    }
  }
  if (buffer) yield* objectsOfBuffer(file.path, buffer, listNames);
  if (list && !list.isComplete) {
    const message = 'the file is neither JSON lines nor one JSON document (its list has no end)';
    yield { origin: { file: file.path, line: 1 }, problem: { kind: 'notJson', message } };
  }
}

/** Buffers a line. Returns whether the lines may still be one document: false if they are too long for one. */
const addLine = (buffer: BufferedLines, { line, text }: { line: number; text: string }): boolean => {
  buffer.numbers.push(line);
  buffer.texts.push(text);
  buffer.length += text.length + LINE_OVERHEAD;
  return buffer.length <= MAX_DOCUMENT_LENGTH;
};

function* objectsOfBuffer(
  file: string,
  buffer: BufferedLines,
  listNames: readonly string[],
): Generator<SourceItem> {
  const first = { file, line: buffer.numbers[0] ?? 1 };
  const whole = parsedJson(buffer.texts.join('\n'));
  if ('value' in whole) yield* objectsIn(first, whole, listNames, () => itemLines(buffer, listNames));
  else if (buffer.texts.some(isObjectText)) yield* objectsOfLines(file, buffer, listNames);
  else {
    const message = `the file is neither JSON lines nor one JSON document (${whole.problem.message})`;
    yield { origin: first, problem: { kind: 'notJson', message } };
    yield* objectsOfBrokenPage(file, buffer, listNames);
  }
}

/** The complete objects of a page that is not valid JSON, because it was cut off or has one comma too many. */
function* objectsOfBrokenPage(
  file: string,
  buffer: BufferedLines,
  listNames: readonly string[],
): Generator<SourceItem> {
  for (const { line, text } of itemsOfPage(buffer, listNames)) {
    yield { origin: { file, line }, ...parsedJson(text) };
  }
}

/** The lines at which the items of a page begin. */
const itemLines = (buffer: BufferedLines, listNames: readonly string[]): number[] =>
  Array.from(itemsOfPage(buffer, listNames), ({ line }) => line);

/** The items of the first list of a page that has one of the names. */
function* itemsOfPage({ numbers, texts }: BufferedLines, listNames: readonly string[]): Generator<ListItem> {
  const listStart = new RegExp(`"(?:${listNames.join('|')})"\\s*:\\s*(?=\\[)`);
  let list: ListSplitter | undefined;
  for (const [index, text] of texts.entries()) {
    const start = list ? 0 : endOfMatch(listStart, text);
    if (start === undefined) continue;
    list ??= new ListSplitter();
    yield* list.add(numbers[index] ?? 1, text.slice(start), true);
    if (list.isComplete) return;
  }
}

const endOfMatch = (pattern: RegExp, text: string): number | undefined => {
  const match = pattern.exec(text);
  return match ? match.index + match[0].length : undefined;
};

const isObjectText = (text: string): boolean =>
  text.trimStart().startsWith('{') && 'value' in parsedJson(text);

function* objectsOfLines(
  file: string,
  { numbers, texts }: BufferedLines,
  listNames: readonly string[],
): Generator<SourceItem> {
  for (const [index, text] of texts.entries()) {
    yield* objectsIn({ file, line: numbers[index] ?? 1 }, parsedJson(text), listNames);
  }
}

/**
 * The objects of a document, each with its place in the file.
 *
 * @param findLines finds the lines of the items of a list; by default all are on the line of the document
 */
function* objectsIn(
  origin: SourceItem['origin'],
  parsed: ReturnType<typeof parsedJson>,
  listNames: readonly string[],
  findLines?: () => number[],
): Generator<SourceItem> {
  if ('problem' in parsed) {
    yield { origin, problem: parsed.problem };
    return;
  }
  const list = listIn(parsed.value, listNames);
  if (!list) {
    yield { origin, value: parsed.value };
    return;
  }
  const lines = findLines?.();
  for (const [index, value] of list.entries()) {
    const line = lines?.length === list.length ? lines[index] : undefined;
    const place = line === undefined && list.length > 1 ? { item: index + 1 } : { line: line ?? origin.line };
    yield { origin: { ...origin, ...place }, value };
  }
}

const listIn = (value: unknown, listNames: readonly string[]): unknown[] | undefined => {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value)) return undefined;
  return listNames.map((name) => value[name]).find((list): list is unknown[] => Array.isArray(list));
};
