import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { formatCsv } from '../../../src/web/widget/csv.ts';

describe('formatCsv', () => {
  it('is read back by a CSV parser, for any texts', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = parse(formatCsv(rows), { record_delimiter: '\r\n', skip_empty_lines: false });
        expect(read).toEqual(rows);
      }),
    );
  });

  it('writes numbers, empty cells, and texts that look like formulas so that no spreadsheet runs them', () => {
    expect(formatCsv([[1, null, undefined, '=1+1', -2]])).toBe("1,,,'=1+1,-2\r\n");
  });
});
