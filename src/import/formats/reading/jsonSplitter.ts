import type { TextLine } from './lines.ts';

/** Characters that change the nesting or may end a string. */
const structure = /["\\[\]{}]/g;
/** Matches the beginning of a line at which an item may begin, perhaps after the end of the previous item. */
const firstLine = /^(\s*)(?:\[|\}?\s*,)?\s*(?=\{)/;
/**
 * Is added to the length of each line of an item, so that an item of very many short lines also reaches the maximum
 * length.
 */
const PART_OVERHEAD = 100;

/** The text of an item, and its lines. The first and the last line contain only what belongs to the item. */
export interface JsonItem {
  line: number;
  text: string;
  lines: readonly TextLine[];
}

/**
 * Splits JSON that is given line by line into its items: the items of one list, or several documents that follow each
 * other. Only one item is in memory at a time. Several numbers, strings or other simple values side by side on one line
 * are returned as one item.
 *
 * A broken item, in which the end of a string or a closing bracket is missing, is returned, too. The next item then
 * begins at the next line that is indented as much as the first line of the broken item. A string cannot contain line
 * breaks, so a missing end of a string is noticed at the end of the line. A missing bracket is noticed only when the
 * item becomes too long or the file ends.
 */
export class JsonSplitter {
  /** How many brackets are open between two items: 1 in a list, 0 between documents. */
  readonly #base: number;
  readonly #maxLength: number;
  #depth = 0;
  #isString = false;
  #lines: TextLine[] = [];
  #length = 0;
  /**
   * The text before the item on its first line, where every character that is not blank is replaced by a comma. Its
   * length and indentation are compared with later lines.
   */
  #before = '';
  #opening = '';
  /** Whether the lines up to the next item belong to an item that was already returned. */
  #isSkipping = false;
  /**
   * Whether a bracket was missing. Then every line that looks like the first line of an item is treated as the first
   * line of an item.
   */
  #isRecovering = false;

  /** @param maxLength the maximum length of an item, in characters; a longer item is treated as broken */
  constructor(kind: 'documents' | 'list', maxLength: number) {
    this.#base = kind === 'list' ? 1 : 0;
    this.#maxLength = maxLength;
  }

  /** Whether the list, or each document so far, has ended. Further lists or documents may follow. */
  get isComplete(): boolean {
    return this.#depth <= 0;
  }

  /**
   * Returns the items that end on this line.
   *
   * @param isOnly if true, the text after the end of the list is ignored
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

  /**
   * Returns the item that has not ended yet. If it is broken, also returns the items that follow its broken beginning.
   */
  end(): JsonItem[] {
    if (this.#lines.length === 0) return [];
    const items = this.#recover();
    if (this.#lines.length === 0) return items;
    this.#isSkipping = true;
    return [...items, this.#end()];
  }

  /**
   * Handles a string that has no end. A document that began on an earlier line is not given up, because it may be an
   * API page with a list of further items; any other item is returned as broken.
   */
  #endString(): JsonItem[] {
    if (this.#base === 0 && this.#lines.length > 1) {
      this.#isRecovering = true;
      return [];
    }
    this.#isSkipping = true;
    return [this.#end()];
  }

  /**
   * Splits the lines of a broken item again, and now treats every line that looks like the first line of an item as
   * such a line.
   */
  #recover(): JsonItem[] {
    if (this.#isRecovering || this.#lines.length < 2) return [];
    const [{ line, text }, ...others] = this.#end().lines as [TextLine, ...TextLine[]];
    this.#isRecovering = true;
    this.#depth = this.#base;
    const again = [{ line, text: this.#before + text }, ...others];
    return again.flatMap((each) => this.add(each));
  }

  /**
   * Called with each line after a broken item. If the line is the first line of the next item or the end of the list,
   * ends the broken item and returns it, unless it was already returned.
   */
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
          const isWhole = (this.#opening === '{') === (character === '}');
          this.#keep(line, text.slice(start, isWhole ? match.index + 1 : undefined));
          if (!isWhole) return [...items, ...this.#endOtherwise()];
          items.push(this.#end());
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

  /**
   * Ends an item that begins with `{` and is ended by `]`, or the other way round, so that its own bracket is missing.
   * The lines of the item are split again. If it has only one, the rest of the line belongs to it.
   */
  #endOtherwise(): JsonItem[] {
    if (!this.#isRecovering && this.#lines.length > 1) return this.#recover();
    this.#isSkipping = true;
    this.#depth = this.#base + 1;
    return [this.#end()];
  }

  /**
   * Whether a closing bracket ends an item, a part of an item, or the list. All other closing brackets are treated as
   * text between items.
   */
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
