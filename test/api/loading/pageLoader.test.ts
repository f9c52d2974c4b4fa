import { pageLoader, type PartsRequest } from '../../../src/api/loading/pageLoader.ts';
import type { Page } from '../../../src/graph/model/pages.ts';

describe('a page loader', () => {
  const calls: { parents: readonly string[]; request: PartsRequest<{ first: number }> }[] = [];
  const load = pageLoader({ first: 10 }, async (parents, request) => {
    calls.push({ parents, request });
    return new Map(
      parents
        .filter((parent) => parent !== 'missing')
        .map((parent): [string, Page<string>] => [
          parent,
          { entries: [parent], hasNext: false, hasPrevious: false, total: 1 },
        ]),
    );
  });
  beforeEach(() => (calls.length = 0));

  it('reads entries and counts of all parents of a tick in one call', async () => {
    await Promise.all([
      load('a', 'briefEntries'),
      load('a', 'count'),
      load('b', 'briefEntries'),
      load('a', 'briefEntries'),
    ]);
    expect(calls).toEqual([{ parents: ['a', 'b'], request: { first: 10, count: true, brief: true } }]);
  });

  it('reads full entries for all parents if one parent needs them', async () => {
    await Promise.all([load('d', 'briefEntries'), load('e', 'fullEntries')]);
    expect(calls).toEqual([{ parents: ['d', 'e'], request: { first: 10, count: false, brief: false } }]);
  });

  it('reads no entries if only counts are needed, and nothing twice', async () => {
    await load('c', 'count');
    await load('c', 'count');
    expect(calls).toEqual([{ parents: ['c'], request: { first: 0, count: true, brief: true } }]);
  });

  it('returns an empty page for a parent without one', async () => {
    expect(await load('missing', 'briefEntries')).toEqual({
      entries: [],
      hasNext: false,
      hasPrevious: false,
      total: 0,
    });
  });
});
