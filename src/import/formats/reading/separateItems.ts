import { parsedJson } from './parsedJson.ts';

/** The name of the first field of an object and, if the first value is a text or a number, of the second field. */
const firstFields = /\{\s*"([^"\\]*)"\s*:\s*(?:(?:"[^"\\]*"|[\w.+-]+)\s*,\s*"([^"\\]*)"\s*:)?/y;
const stringOrBracket = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|$)|[{}[\]]/g;
const betweenItems = /\s*,\s*(?=\{)/y;

/** The maximum number of times that the whole text is read in the search for items, so that no text takes a long time. */
const MOST_READS = 20;

/**
 * Separates the items of a list on one line of which the first is broken, so that it seems to have no end. Returns the
 * broken item and the items after it, in order. Other broken items can be among them.
 *
 * An object is an item if it begins with the same fields as the broken item, and if after it and the items that follow
 * it the list ends, or another broken item comes. Without the second condition, objects inside of the broken item would
 * be taken for items. If the damage hides the second field of the broken item, the first one must do.
 *
 * @param text begins with the broken item and ends with the line
 */
export const separateItems = (text: string): string[] => {
  const search = new ItemSearch(text);
  const parts: string[] = [];
  let start = 0;
  for (;;) {
    const run = search.nextRun(start);
    if (!run) return [...parts, text.slice(start)];
    parts.push(text.slice(start, run.start).replace(/[\s,]+$/, ''), ...run.items);
    if (!run.isBefore) return parts;
    start = run.end;
  }
};

/** Items that follow each other. */
interface Run {
  start: number;
  items: string[];
  /** The end of the last item or, if a broken item follows, the start of that item. */
  end: number;
  /** Whether a broken item follows. */
  isBefore: boolean;
}

class ItemSearch {
  readonly #text: string;
  readonly #first: string | undefined;
  readonly #second: string | undefined;
  /** Whether the brackets of the text are closed, so that the list goes on after the text. */
  readonly #isClosed: boolean;
  #charactersLeft: number;

  constructor(text: string) {
    this.#text = text;
    [this.#first, this.#second] = this.#fieldsAt(0);
    this.#charactersLeft = text.length * MOST_READS;
    this.#isClosed = text.endsWith('}') && this.#endOfObject(0) === text.length;
  }

  /** The first run of items after the broken item that begins at `from`. */
  nextRun(from: number): Run | undefined {
    let start = this.#text.indexOf('{', from + 1);
    while (start >= 0 && this.#charactersLeft > 0) {
      const run = this.#beginsLikeItem(start) ? this.#runAt(start) : undefined;
      const isFound = run !== undefined && run.items.length > 0;
      if (isFound && this.#isInList(run)) return run;
      start = this.#text.indexOf('{', isFound ? run.end : start + 1);
    }
    return undefined;
  }

  #beginsLikeItem(start: number): boolean {
    const [first, second] = this.#fieldsAt(start);
    const isSecondUnknown = this.#second === undefined || second === undefined;
    return (
      (this.#first === undefined || this.#first === first) && (isSecondUnknown || this.#second === second)
    );
  }

  #isInList({ start, end, isBefore }: Run): boolean {
    if (isBefore) return this.#second === this.#fieldsAt(start)[1];
    return !this.#isClosed && this.#isRestOfList(end);
  }

  #fieldsAt(start: number): (string | undefined)[] {
    firstFields.lastIndex = start;
    return firstFields.exec(this.#text)?.slice(1) ?? [];
  }

  #runAt(start: number): Run {
    const items: string[] = [];
    for (let at = start; ; at = betweenItems.lastIndex) {
      const item = this.#text.slice(at, this.#endOfObject(at));
      if ('problem' in parsedJson(item)) return { start, items, end: at, isBefore: true };
      items.push(item);
      betweenItems.lastIndex = at + item.length;
      if (!betweenItems.test(this.#text)) return { start, items, end: at + item.length, isBefore: false };
    }
  }

  /** The end of the object that begins at `start`; undefined if it has none. */
  #endOfObject(start: number): number | undefined {
    let depth = 0;
    stringOrBracket.lastIndex = start;
    for (let match = stringOrBracket.exec(this.#text); match; match = stringOrBracket.exec(this.#text)) {
      if (match[0] === '{' || match[0] === '[') depth += 1;
      else if (match[0] === '}' || match[0] === ']') depth -= 1;
      if (depth > 0) continue;
      this.#charactersLeft -= stringOrBracket.lastIndex - start;
      return stringOrBracket.lastIndex;
    }
    this.#charactersLeft -= this.#text.length - start;
    return undefined;
  }

  /** Whether a text is the rest of a list or of a page with a list. */
  #isRestOfList(start: number): boolean {
    const rest = this.#text.slice(start);
    return 'value' in parsedJson(`[${rest}`) || 'value' in parsedJson(`{"":[${rest}`);
  }
}
