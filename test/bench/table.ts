/** A cell: text stands left, figures right. */
export type Cell = string | number | undefined;

/** Three digits that count: 0.123, 1.23, 12.3, 123, 1234. */
export const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(3, decimals));
};

/** How many times the one is the other: 12.3 ×. */
export const times = (value: number): string => (Number.isFinite(value) ? `${figure(value)} ×` : '–');

/** Plain text in columns, under a title that says what the figures are. The first column names the rows. */
export const printTable = (
  title: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): void => {
  const texts = rows.map((row) => columns.map((_, index) => shown(row[index])));
  const isText = columns.map((_, index) => index === 0 || rows.every((row) => isWord(row[index])));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...texts.map((row) => row[index]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (isText[index] ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  console.log(['', title, '', line(columns), rule, ...texts.map(line)].join('\n'));
};

const shown = (cell: Cell): string =>
  cell === undefined ? '' : typeof cell === 'number' ? figure(cell) : cell;

const isWord = (cell: Cell): boolean =>
  cell === undefined || (typeof cell === 'string' && !/^[\d–≤]/.test(cell));
