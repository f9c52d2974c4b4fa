/** Characters that change the nesting or may end a string. */
const structure = /["\\[\]{}]/g;
/** Added to the length of each part, so that very many short parts also reach a limit. */
const PART_OVERHEAD = 32;

/** The text of an item and the line at which it begins. */
export interface ListItem {
  line: number;
  text: string;
}

/**
 * Finds the items of a JSON list that is given line by line. Only one item is in memory at a time. Other items than
 * objects and lists are found where they stand on one line; several of them side by side count as one.
 */
export class ListSplitter {
  #depth = 0;
  #isString = false;
  #line = 0;
  #parts: string[] = [];
  #length = 0;

  /** The length of the item that is not yet complete. */
  get openLength(): number {
    return this.#length;
  }

  /** Whether the list has ended. Further lists may follow. */
  get isComplete(): boolean {
    return this.#depth <= 0;
  }

  /**
   * Returns the items that end on this line.
   *
   * @param isOnly whether text after the end of the list is ignored
   */
  add(line: number, text: string, isOnly = false): ListItem[] {
    const items: ListItem[] = [];
    let start = 0;
    const addScalar = (end?: number): void => {
      const scalar = text.slice(start, end).replace(/^[\s,]+|[\s,]+$/g, '');
      if (scalar !== '') items.push({ line, text: scalar });
    };
    structure.lastIndex = 0;
    for (let match = structure.exec(text); match; match = structure.exec(text)) {
      const [character] = match;
      if (character === '"') this.#isString = !this.#isString;
      else if (character === '\\') structure.lastIndex += 1;
      else if (!this.#isString && (character === '{' || character === '[')) {
        this.#depth += 1;
        if (this.#depth === 2) addScalar(match.index);
        if (this.#depth === 2) [start, this.#line] = [match.index, line];
        if (this.#depth === 1) start = match.index + 1;
      } else if (!this.#isString) {
        this.#depth -= 1;
        if (this.#depth === 1) {
          items.push({ line: this.#line, text: this.#end(text.slice(start, match.index + 1)) });
          start = match.index + 1;
        }
        if (this.#depth === 0) addScalar(match.index);
        if (isOnly && this.isComplete) return items;
      }
    }
    if (this.#depth === 1) addScalar();
    if (this.#depth > 1) this.#keep(text.slice(start));
    return items;
  }

  #keep(part: string): void {
    this.#parts.push(part);
    this.#length += part.length + PART_OVERHEAD;
  }

  #end(part: string): string {
    const text = [...this.#parts, part].join('\n');
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}
