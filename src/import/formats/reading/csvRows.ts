import { parse } from 'csv-parse/sync';
import type { ImportProblem } from '../../importProblem.ts';
import type { ReadingProgress } from '../../importRecord.ts';
import { readLines } from './lines.ts';
import type { SourceFile } from './sourceFiles.ts';

/** The values of a row by their columns. */
export type CsvRow = Readonly<Partial<Record<string, string>>>;

type CsvItem =
  | { line: number; columns: readonly string[] }
  | { line: number; row: CsvRow }
  | { line: number; problem: ImportProblem };

/** The maximum length of a line of a table, in bytes. */
const MAX_LINE_LENGTH = 1 << 20;
/**
 * The maximum number of lines of a row. If a quotation mark is not closed within this many lines, only the line with
 * the quotation mark is reported and skipped.
 */
const MAX_ROW_LINES = 100;

/**
 * Reads a table that begins with the names of its columns: first the columns, then the rows. A row that is not valid is
 * skipped with a reason; the rows after it are read.
 */
export async function* readCsvRows(file: SourceFile, progress: ReadingProgress): AsyncGenerator<CsvItem> {
  const rows = new RowSplitter();
  let columns: readonly string[] | undefined;
  for await (const line of readLines(file, progress, { maxLength: MAX_LINE_LENGTH })) {
    const texts = 'problem' in line ? rows.end() : rows.add(line);
    if ('problem' in line) yield line;
    for (const text of texts) {
      const item = itemOf(text, columns);
      if ('columns' in item) ({ columns } = item);
      yield item;
    }
  }
  for (const text of rows.end()) yield itemOf(text, columns);
}

interface RowText {
  line: number;
  text: string;
}

/** Joins the lines of rows whose quoted values have line breaks. */
class RowSplitter {
  #open: RowText[] = [];
  #isQuoted = false;

  /** Adds a line and returns the rows that are then complete. */
  add({ line, text: lineText }: RowText): RowText[] {
    const text = lineText.replace(/\r$/, '');
    if (quoteCount(text) % 2 === 1) this.#isQuoted = !this.#isQuoted;
    this.#open.push({ line, text });
    if (!this.#isQuoted) return [this.#takeRow()];
    return this.#open.length < MAX_ROW_LINES ? [] : this.#giveUp();
  }

  /**
   * Returns the rows that are still incomplete. Called at the end of the table, and before a line that cannot be read.
   */
  end(): RowText[] {
    const rows: RowText[] = [];
    while (this.#open.length > 0) rows.push(...this.#giveUp());
    return rows;
  }

  #takeRow(): RowText {
    const row = { line: this.#open[0]?.line ?? 1, text: this.#open.map(({ text }) => text).join('\n') };
    this.#open = [];
    this.#isQuoted = false;
    return row;
  }

  /** Returns the first line as a row although a quotation mark in it is not closed, and splits the lines after it anew. */
  #giveUp(): RowText[] {
    const [first, ...others] = this.#open;
    this.#open = [];
    this.#isQuoted = false;
    return first ? [first, ...others.flatMap((line) => this.add(line))] : [];
  }
}

const quoteCount = (text: string): number => text.split('"').length - 1;

const itemOf = ({ line, text }: RowText, columns: readonly string[] | undefined): CsvItem => {
  const values = valuesOf(text);
  if (typeof values === 'string') return invalid(line, `the row is not valid CSV: ${values}`);
  if (!columns) return { line, columns: values };
  if (values.length !== columns.length) {
    return invalid(line, `the row has ${values.length} values, but the table has ${columns.length} columns`);
  }
  return { line, row: Object.fromEntries(columns.map((column, index) => [column, values[index]])) };
};

const invalid = (line: number, message: string): CsvItem => ({
  line,
  problem: { kind: 'notARecord', message },
});

/** The values of a row, or in words why it is not valid. */
const valuesOf = (text: string): readonly string[] | string => {
  if (!text.includes('"')) return text.split(',');
  try {
    const [values = []]: string[][] = parse(text);
    return values;
  } catch (error) {
    const isOpen = (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED';
    return isOpen ? 'a quotation mark is not closed' : 'a quotation mark is inside of a value';
  }
};
