import type { ReadingProgress, RecordOrigin, SourceItem } from '../../importRecord.ts';
import { isObject } from './jsonFields.ts';
import { JsonSplitter, type JsonItem } from './jsonSplitter.ts';
import { lastItems, ListReader, MAX_DOCUMENT_LENGTH, neither } from './listReader.ts';
import { readLines, type LineOptions, type TextLine } from './lines.ts';
import { documentsIn, placedTexts, valuesIn } from './jsonValues.ts';
import { parsedJson } from './parsedJson.ts';
import type { SourceFile } from './sourceFiles.ts';

/**
 * Reads the objects of a file: objects on each line, or JSON documents over many lines. A document that is a list, or
 * an object with a list in one of `listNames` (a page of an API), yields the objects in the list. A list over many lines
 * may have any length. A broken object is skipped with a reason; the objects after it are read.
 */
export async function* readJsonObjects(
  file: SourceFile,
  progress: ReadingProgress,
  listNames: readonly string[],
  lineOptions: LineOptions = { maxLength: MAX_DOCUMENT_LENGTH, keepsCutLine: true },
): AsyncGenerator<SourceItem> {
  let reader: DocumentReader | ListReader | undefined;
  let isFirst = true;
  for await (const line of readLines(file, progress, lineOptions)) {
    const origin = { file: file.path, line: line.line };
    if ('problem' in line) {
      yield { origin, problem: line.problem };
      continue;
    }
    if (isFirst && !isWhole(line.text)) {
      const isList = line.text.trimStart().startsWith('[');
      reader = isList ? new ListReader(file.path) : new DocumentReader(file.path, listNames);
    }
    isFirst = false;
    if (reader) yield* reader.add(line);
    else yield* objectsIn(origin, line.text, listNames);
  }
  if (reader) yield* reader.end();
}

/** Whether a line is complete JSON, so that no document on it continues on the next line. */
const isWhole = (text: string): boolean => 'value' in parsedJson(text) || documentsIn(text) !== undefined;

/** The maximum number of lines before the first object that are kept in memory. */
const MAX_TEXT_LINES = 1_000;

/**
 * Reads documents that are spread over many lines. If a file contains no document, reports one problem for the whole
 * file.
 */
class DocumentReader {
  readonly #file: string;
  readonly #listNames: readonly string[];
  readonly #documents = new JsonSplitter('documents', MAX_DOCUMENT_LENGTH);
  /** Text before the first document. */
  #texts: JsonItem[] | undefined = [];

  constructor(file: string, listNames: readonly string[]) {
    this.#file = file;
    this.#listNames = listNames;
  }

  *add(line: TextLine): Generator<SourceItem> {
    for (const item of this.#documents.add(line)) yield* this.#read(item);
  }

  *end(): Generator<SourceItem> {
    for (const item of this.#documents.end()) yield* this.#read(item);
    const parsed = parsedJson(this.#texts?.[0]?.text ?? '0');
    if ('value' in parsed) return;
    const problem = { ...parsed.problem, message: `${neither} (${parsed.problem.message})` };
    yield { origin: { file: this.#file, line: 1 }, problem };
  }

  *#read(item: JsonItem): Generator<SourceItem> {
    const isDocument = /^[[{]/.test(item.text);
    if (this.#texts && !isDocument && this.#texts.length < MAX_TEXT_LINES) {
      this.#texts.push(item);
      return;
    }
    const texts = this.#texts ?? [];
    this.#texts = undefined;
    yield* itemsOf(this.#file, texts);
    const origin = { file: this.#file, line: item.line };
    const parsed = parsedJson(item.text);
    if ('value' in parsed)
      yield* objectsIn(origin, item.text, this.#listNames, () =>
        Array.from(itemsOfPage(item, this.#listNames), ({ line }) => line),
      );
    else {
      const items = itemsOf(this.#file, [...itemsOfPage(item, this.#listNames)]);
      const message =
        item.lines.length > 1 ? `${neither} (${parsed.problem.message})` : parsed.problem.message;
      // not reported if an item of the list has a problem of its own, because that problem says more
      if (!items.some((each) => 'problem' in each)) yield { origin, problem: { ...parsed.problem, message } };
      yield* items;
    }
  }
}

const itemsOf = (file: string, items: readonly JsonItem[]): SourceItem[] =>
  placedTexts(file, items).flatMap(({ origin, text }) => [...valuesIn(origin, text)]);

/** Yields the items of a page of an API: of the first list in the page whose field name is in `listNames`. */
function* itemsOfPage({ lines }: JsonItem, listNames: readonly string[]): Generator<JsonItem> {
  const listStart = new RegExp(`"(?:${listNames.join('|')})"\\s*:\\s*(?=\\[)`);
  let list: JsonSplitter | undefined;
  for (const { line, text } of lines) {
    const start = list ? 0 : endOfMatch(listStart, text);
    if (start === undefined) continue;
    list ??= new JsonSplitter('list', MAX_DOCUMENT_LENGTH);
    yield* list.add({ line, text: ' '.repeat(start) + text.slice(start) }, true);
    if (list.isComplete) return;
  }
  if (list) yield* lastItems(list).items;
}

const endOfMatch = (pattern: RegExp, text: string): number | undefined => {
  const match = pattern.exec(text);
  return match ? match.index + match[0].length : undefined;
};

/**
 * The objects of a text, each with its place in the file.
 *
 * @param findLines finds the lines at which the items of a list begin; by default all are on the line of the document
 */
function* objectsIn(
  origin: RecordOrigin,
  text: string,
  listNames: readonly string[],
  findLines?: () => number[],
): Generator<SourceItem> {
  for (const item of valuesIn(origin, text)) {
    const list = 'value' in item ? listIn(item.value, listNames) : undefined;
    if (!list) {
      yield item;
      continue;
    }
    const lines = findLines?.();
    for (const [index, value] of list.entries()) {
      const line = lines?.length === list.length ? lines[index] : undefined;
      const place =
        line === undefined && list.length > 1 ? { item: index + 1 } : { line: line ?? origin.line };
      yield { origin: { ...origin, ...place }, value };
    }
  }
}

const listIn = (value: unknown, listNames: readonly string[]): unknown[] | undefined => {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value)) return undefined;
  return listNames.map((name) => value[name]).find((list): list is unknown[] => Array.isArray(list));
};
