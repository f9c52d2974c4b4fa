import type { Page } from '../../../src/graph/model/pages.ts';
import { pageLoader, type Wanted } from '../../../src/api/loading/pageLoader.ts';

describe('a page loader', () => {
  const calls: { parents: readonly string[]; wanted: Wanted }[] = [];
  const load = pageLoader<string>(async (parents, wanted) => {
    calls.push({ parents, wanted });
    return new Map(
      parents
        .filter((parent) => parent !== 'gone')
        .map((parent): [string, Page<string>] => [
          parent,
          { entries: [parent], hasNext: false, hasPrevious: false, total: 1 },
        ]),
    );
  });
  beforeEach(() => (calls.length = 0));

  it('reads rows and counts of all parents of a tick in one call', async () => {
    await Promise.all([load('a', 'rows'), load('a', 'count'), load('b', 'rows'), load('a', 'rows')]);
    expect(calls).toEqual([{ parents: ['a', 'b'], wanted: { rows: true, facts: false, count: true } }]);
  });

  it('reads all facts where they are wanted of any parent', async () => {
    await Promise.all([load('d', 'rows'), load('e', 'facts')]);
    expect(calls).toEqual([{ parents: ['d', 'e'], wanted: { rows: true, facts: true, count: false } }]);
  });

  it('reads no rows where only counts are wanted, and nothing twice', async () => {
    await load('c', 'count');
    await load('c', 'count');
    expect(calls).toEqual([{ parents: ['c'], wanted: { rows: false, facts: false, count: true } }]);
  });

  it('gives an empty page to a parent that is not there', async () => {
    expect(await load('gone', 'rows')).toEqual({ entries: [], hasNext: false, hasPrevious: false, total: 0 });
  });
});
