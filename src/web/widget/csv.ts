/**
 * Writes a table as CSV (RFC 4180). A cell that a spreadsheet would read as a formula gets an apostrophe in front.
 *
 * @param rows the first row has the names of the columns
 */
export const formatCsv = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');

const formatCell = (value: string | number | null | undefined): string => {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t]/.test(value ?? '') ? `'${value ?? ''}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvFile = (rows: Parameters<typeof formatCsv>[0]): Blob =>
  // The byte order mark tells spreadsheets that the file is UTF-8.
  new Blob(['\uFEFF', formatCsv(rows)], { type: 'text/csv' });
