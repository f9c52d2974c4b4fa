/** A row of a file: values by the names of their columns. A cell is empty if the value is null or undefined. */
export type CsvRow = Readonly<Record<string, unknown>>;

/** Separates the items of a list. No item contains it, because ids and stored texts have no control characters. */
const LIST_SEPARATOR = '\u001f';

/**
 * The columns of a file that neo4j-admin imports. The columns and their types become known while rows are written, so
 * the header is written last, to a separate file. The cell of an empty list is left empty, because the format cannot
 * express empty lists.
 */
export class CsvColumns {
  readonly #indexes = new Map<string, number>();
  readonly #types: (string | undefined)[] = [];
  /** Whether a text with a line break was written. */
  hasLineBreaks = false;

  line(row: CsvRow): string {
    const cells: string[] = [];
    for (const name of Object.keys(row)) {
      const value = row[name] ?? null;
      const index = this.#index(name);
      cells[index] = value === null ? '' : this.#cell(value);
      if (value !== null) this.#types[index] ??= typeOf(value);
    }
    return `${cells.join(',')}\n`;
  }

  get isEmpty(): boolean {
    return this.#indexes.size === 0;
  }

  header(): string {
    const cells = Array.from(this.#indexes, ([name, index]) =>
      name.startsWith(':') ? name : `${name}:${this.#types[index] ?? 'string'}`,
    );
    return `${cells.join(',')}\n`;
  }

  #index(name: string): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    this.#indexes.set(name, this.#types.length);
    return this.#types.push(undefined) - 1;
  }

  #cell(value: unknown): string {
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value === 'string') return this.#text(value);
    const items = value as readonly string[];
    if (items.some((item) => item.includes(LIST_SEPARATOR)))
      throw new TypeError(`A list has an item with a control character: ${JSON.stringify(items)}.`);
    const joined = items.join(LIST_SEPARATOR);
    return joined === '' ? '' : this.#text(joined);
  }

  #text(text: string): string {
    this.hasLineBreaks ||= /[\r\n]/.test(text);
    return `"${text.replaceAll('"', '""')}"`;
  }
}

const typeOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'string[]';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'long' : 'string';
};
