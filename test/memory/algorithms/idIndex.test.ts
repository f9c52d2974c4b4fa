import fc from 'fast-check';
import { IdIndex, idSlots, renumberedSlots } from '../../../src/memory/algorithms/idIndex.ts';
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

  it('finds the new places of ids, and none that was removed, after each of several changes', () => {
    const drawnIds = fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 30 });
    fc.assert(
      fc.property(drawnIds, fc.array(drawnIds, { maxLength: 5 }), (first, later) => {
        let ids = first;
        let slots = runToEnd(idSlots(ids));
        for (const next of later) {
          const newOf = Uint32Array.from(ids, (id) => next.indexOf(id)); // -1 becomes the largest number
          const added = [...next.keys()].filter((place) => !ids.includes(next[place] ?? ''));
          slots = runToEnd(renumberedSlots(slots, newOf, added, next));
          const index = new IdIndex(next, slots);
          expect(next.map((id) => index.nodeOf(id))).toEqual([...next.keys()]);
          for (const id of ids.filter((each) => !next.includes(each)))
            expect(index.nodeOf(id)).toBeUndefined();
          ids = next;
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
