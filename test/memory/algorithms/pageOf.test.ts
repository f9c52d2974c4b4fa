import fc from 'fast-check';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { pageOf, type EntryPage, type PageQuery } from '../../../src/memory/algorithms/pageOf.ts';

/** By tens, largest first, then by the number itself. */
const columns = [(entry: number) => -Math.floor(entry / 10), (entry: number) => entry];
const ranked = [31, 34, 20, 25, 29, 7];
const everything: PageQuery = {
  first: 10,
  columns,
  after: undefined,
  backward: false,
  passes: undefined,
  count: true,
};

const ofRanked = (query: Partial<PageQuery>, entries: readonly number[] = ranked): EntryPage =>
  runToEnd(
    pageOf(
      { length: entries.length, entry: (index) => entries[index] ?? NaN, isRanked: true },
      { ...everything, ...query },
    ),
  );
const ofUnranked = (query: Partial<PageQuery>, entries: readonly number[] = ranked): EntryPage =>
  runToEnd(
    pageOf(
      { length: entries.length, entry: (index) => [...entries].reverse()[index] ?? NaN, isRanked: false },
      { ...everything, ...query },
    ),
  );

describe.each([
  ['that is ranked', ofRanked],
  ['that is not', ofUnranked],
])('a page of a list %s', (_, page) => {
  it('has the first entries in order and says whether more follow', () => {
    expect(page({ first: 2 })).toEqual({ entries: [31, 34], hasNext: true, hasPrevious: false, total: 6 });
    expect(page({ first: 6, count: false })).toEqual({
      entries: ranked,
      hasNext: false,
      hasPrevious: false,
      total: undefined,
    });
  });

  it('continues after a position, also after one where nothing stands', () => {
    const rest = { entries: [25, 29, 7], hasNext: false, hasPrevious: true, total: 6 };
    expect(page({ after: [-2, 20] })).toEqual(rest);
    expect(page({ after: [-2, 20.5] })).toEqual(rest);
    expect(page({ after: [-9, 0] })).toMatchObject({ entries: ranked, hasPrevious: false });
    expect(page({ after: [0, 7] })).toMatchObject({ entries: [], hasNext: false, hasPrevious: true });
  });

  it('has only what passes, which is what it counts and looks for before and after', () => {
    const passes = (entry: number): boolean => entry % 2 === 1; // 31, 25, 29, 7
    expect(page({ passes, first: 2 })).toEqual({
      entries: [31, 25],
      hasNext: true,
      hasPrevious: false,
      total: 4,
    });
    expect(page({ passes: (entry) => entry < 30, after: [-3, 34] })).toMatchObject({ hasPrevious: false });
    expect(page({ passes: (entry) => entry > 30, first: 2 })).toMatchObject({ hasNext: false, total: 2 });
  });

  it('of no entries says whether there are any', () => {
    expect(page({ first: 0 })).toEqual({ entries: [], hasNext: true, hasPrevious: false, total: 6 });
  });

  it('from the end has the last entries in order, before a position', () => {
    const end = { entries: [25, 29, 7], hasNext: false, hasPrevious: true, total: 6 };
    expect(page({ first: 3, backward: true })).toEqual(end);
    const inside = { entries: [34, 20], hasNext: true, hasPrevious: true, total: 6 };
    expect(page({ first: 2, backward: true, after: [-2, 25] })).toEqual(inside);
    expect(page({ first: 2, backward: true, after: [-2, 24.5] })).toEqual(inside);
    expect(page({ backward: true, after: [-3, 31] })).toMatchObject({ entries: [], hasNext: true });
    expect(page({ first: 0, backward: true })).toMatchObject({ hasNext: false, hasPrevious: true });
  });
});

describe('pages of ranked and of unranked lists', () => {
  it('are the same for any list, filter and position', () => {
    const drawn = fc.record({
      entries: fc.uniqueArray(fc.nat(60), { maxLength: 20 }),
      first: fc.nat(8),
      after: fc.option(fc.tuple(fc.integer({ min: -6, max: 0 }), fc.nat(60)), { nil: undefined }),
      divisor: fc.integer({ min: 1, max: 3 }),
      backward: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ entries, first, after, divisor, backward }) => {
        const sorted = [...entries].sort((a, b) => Math.floor(b / 10) - Math.floor(a / 10) || a - b);
        const query = { first, after, backward, passes: (entry: number) => entry % divisor === 0 };
        expect(ofRanked(query, sorted)).toEqual(ofUnranked(query, entries));
      }),
    );
  });
});
