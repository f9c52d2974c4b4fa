import type { TextLine } from './lines.ts';

/** Characters that change the nesting or may end a string. */
const structure = /["\\[\]{}]/g;
/** A line at which an item may begin, also after the end of the one before. */
const firstLine = /^(\s*)(?:\[|\}?\s*,)?\s*(?=\{)/;
/** Added to the length of each part, so that very many short parts also reach a limit. */
const PART_OVERHEAD = 100;

/** The text of an item, and its lines, of which the first and the last may have been cut. */
export interface JsonItem {
  line: number;
  text: string;
  lines: readonly TextLine[];
}

/**
 * Finds the items of JSON that is given line by line: the items of a list, or documents that follow each other. Only one
 * item is in memory at a time. Other items than objects and lists are found where they stand on one line; several of
 * them side by side count as one.
 *
 * An item in which a string or a bracket has no end is returned, too. The next item is then the one whose first line is
 * indented as much as that of the broken item. A string has no line breaks, so its missing end is noticed at once; a
 * missing bracket only when the item becomes too long or the file ends.
 */
export class JsonSplitter {
  /** How many brackets are open between two items. */
  readonly #base: number;
  readonly #maxLength: number;
  #depth = 0;
  #isString = false;
  #lines: TextLine[] = [];
  #length = 0;
  /** What precedes the item on its first line: blanks, and commas in place of other characters. */
  #before = '';
  #opening = '';
  /** Whether the lines up to the next item belong to an item that was already returned. */
  #isSkipping = false;
  /** Whether a bracket was missing, so that every line that looks like the first line of an item is one. */
  #isRecovering = false;

  /** @param maxLength the length of an item, in characters, from which on it counts as broken */
  constructor(kind: 'documents' | 'list', maxLength: number) {
    this.#base = kind === 'list' ? 1 : 0;
    this.#maxLength = maxLength;
  }

  /** Whether the list has ended, or all documents. Others may follow. */
  get isComplete(): boolean {
    return this.#depth <= 0;
  }

  /**
   * Returns the items that end on this line.
   *
   * @param isOnly whether text after the end of the list is ignored
   */
  add(line: TextLine, isOnly = false): JsonItem[] {
    const items = this.#isSkipping || this.#isRecovering ? this.#resume(line) : [];
    if (this.#isSkipping || (isOnly && items.length > 0 && this.isComplete)) return items;
    items.push(...this.#scan(line, isOnly));
    if (this.#isString && this.#depth > this.#base) items.push(...this.#endString());
    this.#isString = false;
    if (this.#length > this.#maxLength) items.push(...this.end());
    return items;
  }

  /** Returns the item that is open, and those after its broken beginning. */
  end(): JsonItem[] {
    if (this.#lines.length === 0) return [];
    const items = this.#recover();
    if (this.#lines.length === 0) return items;
    this.#isSkipping = true;
    return [...items, this.#end()];
  }

  /** A document of many lines is read on, because it may be a page with a list. */
  #endString(): JsonItem[] {
    if (this.#base === 0 && this.#lines.length > 1) {
      this.#isRecovering = true;
      return [];
    }
    this.#isSkipping = true;
    return [this.#end()];
  }

  /** Reads the lines of a broken item again, now with every line that looks like the first line of an item as one. */
  #recover(): JsonItem[] {
    if (this.#isRecovering || this.#lines.length < 2) return [];
    const [{ line, text }, ...others] = this.#end().lines as [TextLine, ...TextLine[]];
    this.#isRecovering = true;
    this.#depth = this.#base;
    const again = [{ line, text: this.#before + text }, ...others];
    return again.flatMap((each) => this.add(each));
  }

  /** After a broken item: leaves it if this line is the first of the next item, or the end of the list. */
  #resume({ text }: TextLine): JsonItem[] {
    if (this.#depth <= this.#base) return [];
    const isEnd = this.#depth === this.#base + 1 && /^\s*\}/.test(text);
    if (isEnd && !this.#isSkipping) return [];
    const [start, indent = ''] = firstLine.exec(text) ?? [];
    const begins =
      start !== undefined &&
      (start.length === this.#before.length || indent.length === this.#before.search(/\S|$/));
    const ends = this.#base === 1 && /^\s*\]/.test(text) && text.search(/\S/) <= this.#before.search(/\S|$/);
    if (!begins && !ends) return [];
    const broken = this.#isSkipping ? [] : [this.#end()];
    this.#isSkipping = false;
    this.#depth = this.#base;
    return broken;
  }

  #scan({ line, text }: TextLine, isOnly: boolean): JsonItem[] {
    const items: JsonItem[] = [];
    let start = 0;
    const addScalar = (end?: number): void => {
      const scalar = text.slice(start, end).replace(/^[\s,]+|[\s,]+$/g, '');
      if (scalar !== '') items.push({ line, text: scalar, lines: [{ line, text: scalar }] });
    };
    structure.lastIndex = 0;
    for (let match = structure.exec(text); match; match = structure.exec(text)) {
      const [character] = match;
      if (character === '"') this.#isString = !this.#isString;
      else if (character === '\\') structure.lastIndex += 1;
      else if (!this.#isString && (character === '{' || character === '[')) {
        if (this.#depth === this.#base) {
          addScalar(match.index);
          start = match.index;
          this.#begin(text, start);
        } else if (this.#depth < this.#base) start = match.index + 1;
        this.#depth += 1;
      } else if (!this.#isString && this.#closes(character)) {
        this.#depth -= 1;
        if (this.#depth === this.#base) {
          this.#keep(line, text.slice(start, match.index + 1));
          items.push(...this.#close(character));
          start = match.index + 1;
          structure.lastIndex = start;
        }
        if (this.#depth < this.#base) {
          addScalar(match.index);
          start = match.index + 1;
        }
        if (isOnly && this.isComplete) return items;
      }
    }
    if (this.#depth === this.#base) addScalar();
    if (this.#depth > this.#base) this.#keep(line, text.slice(start));
    return items;
  }

  /** The item that a bracket closes. With a bracket of the other kind, the item has lost its own. */
  #close(bracket: string): JsonItem[] {
    const isWhole = (this.#opening === '{') === (bracket === '}');
    const items = isWhole ? [] : this.#recover();
    return items.length > 0 ? items : [this.#end()];
  }

  /** Whether a bracket closes an item, a part of it or the list. Others count as text between items. */
  #closes(bracket: string): boolean {
    return this.#depth > this.#base || (this.#depth === 1 && bracket === ']');
  }

  #begin(text: string, start: number): void {
    this.#before = text.slice(0, start).replace(/\S/g, ',');
    this.#opening = text[start] ?? '';
  }

  #keep(line: number, text: string): void {
    this.#lines.push({ line, text });
    this.#length += text.length + PART_OVERHEAD;
  }

  #end(): JsonItem {
    const lines = this.#lines;
    this.#lines = [];
    this.#length = 0;
    return { line: lines[0]?.line ?? 1, text: lines.map(({ text }) => text).join('\n'), lines };
  }
}
