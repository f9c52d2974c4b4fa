import type { SourceItem } from '../../importRecord.ts';
import { JsonSplitter, type JsonItem } from './jsonSplitter.ts';
import { partsOf, placedTexts, valuesIn } from './jsonValues.ts';
import type { TextLine } from './lines.ts';
import { parsedJson } from './parsedJson.ts';

/** The maximum length of a JSON document in bytes, on one line or many. A page of 200 works has about 10 MB. */
export const MAX_DOCUMENT_LENGTH = 64 * 1024 * 1024;

export const neither = 'the file is neither JSON lines nor one JSON document';

/** Reads a list that is spread over many lines. */
export class ListReader {
  readonly #file: string;
  readonly #list = new JsonSplitter('list', MAX_DOCUMENT_LENGTH);
  #count = 0;
  /**
   * Whether the last line ends in `]`. If an item is broken, this bracket may have been read as a part of it. Then the
   * list counts as complete, unless its last item is cut off.
   */
  #endsInBracket = false;
  #hasBrokenItem = false;

  constructor(file: string) {
    this.#file = file;
  }

  *add(line: TextLine): Generator<SourceItem> {
    this.#endsInBracket = line.text.trimEnd().endsWith(']');
    yield* this.#read(this.#list.add(line));
  }

  *end(): Generator<SourceItem> {
    const { items, isCut } = lastItems(this.#list);
    yield* this.#read(items);
    const isEndInBrokenItem = this.#endsInBracket && this.#hasBrokenItem && !isCut;
    if (this.#list.isComplete || isEndInBrokenItem) return;
    const message = `${neither} (its list has no end)`;
    yield { origin: { file: this.#file, line: 1 }, problem: { kind: 'notJson', message } };
  }

  *#read(items: readonly JsonItem[]): Generator<SourceItem> {
    const texts = placedTexts(this.#file, items, this.#count);
    this.#count += texts.length;
    for (const { origin, text } of texts) {
      for (const item of valuesIn(origin, text)) {
        this.#hasBrokenItem ||= !('value' in item) && item.problem.kind === 'notJson';
        yield item;
      }
    }
  }
}

/** The items at the end of a list that has no end, without the one in which it was cut. */
export const lastItems = (list: JsonSplitter): { items: JsonItem[]; isCut: boolean } => {
  const items = list.end();
  const last = items.at(-1)?.text ?? '0';
  const isCut = 'problem' in parsedJson(last) && partsOf(last).length === 1;
  return { items: isCut ? items.slice(0, -1) : items, isCut };
};
