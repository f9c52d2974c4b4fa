import fc from 'fast-check';
import { NumberRows } from '../../../src/memory/algorithms/numberRows.ts';

const ROWS = 4;
const drawnRow = fc.array(fc.nat(100), { maxLength: 600 });

describe('rows of numbers', () => {
  it('keep what was set last, also after rows were renumbered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(ROWS - 1), drawnRow), { maxLength: 8 }),
        fc.array(fc.constantFrom(0, 1, 2, 3, 0xffffffff), { minLength: 1, maxLength: 5 }),
        (settings, oldOf) => {
          const rows = new NumberRows(ROWS);
          const expected: number[][] = Array.from({ length: ROWS }, () => []);
          for (const [row, values] of settings) {
            rows.set(row, values);
            expected[row] = values;
          }
          expect(expected.map((_, row) => [...rows.row(row)])).toEqual(expected);
          rows.renumber(Uint32Array.from(oldOf));
          expect(oldOf.map((_, row) => [...rows.row(row)])).toEqual(oldOf.map((old) => expected[old] ?? []));
        },
      ),
    );
  });
});
