import fc from 'fast-check';
import { IdIndex, idSlots } from '../../../src/memory/algorithms/idIndex.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';

describe('the index of ids', () => {
  it('finds the place of each id, and of no other text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.array(fc.string()), (ids, others) => {
        const index = new IdIndex(ids, runToEnd(idSlots(ids)));
        for (const [place, id] of ids.entries()) expect(index.nodeOf(id)).toBe(place);
        for (const other of others.filter((text) => !ids.includes(text))) {
          expect(index.nodeOf(other)).toBeUndefined();
        }
      }),
    );
  });

  it('finds each of many ids', () => {
    const ids = Array.from({ length: 50_000 }, (_, place) => `paper:doi:10.1000/${place}`);
    const index = new IdIndex(ids, runToEnd(idSlots(ids)));
    expect(ids.filter((id, place) => index.nodeOf(id) !== place)).toEqual([]);
    expect(index.nodeOf('paper:doi:10.1000/50000')).toBeUndefined();
  });
});
