import { GraphError } from '../../src/graph/errors.ts';
import type { CollaborationPathQuery } from '../../src/graph/paths.ts';
import type { ImportRecord } from '../../src/import/record.ts';
import { describeStores, importRecords } from '../support/stores.ts';

/** Papers of 100 authors, each sharing one with the next: from end to end there are very many paths. */
const PAPERS = 12;
const name = (paper: number, author: number): string =>
  author === 99 && paper + 1 < PAPERS ? `P${paper + 1}A0` : `P${paper}A${author}`;
const records = Array.from({ length: PAPERS }, (_, paper): ImportRecord => ({
  record: 'paper',
  source: 'test',
  ids: { acl: `W${paper}` },
  title: `Paper ${paper}`,
  year: 2020,
  authors: Array.from({ length: 100 }, (_, author) => ({ name: name(paper, author) })),
}));
const id = (author: string): string => `author:test-name:${author}`;

const endless: CollaborationPathQuery = {
  from: id('P0A1'),
  to: id(`P${PAPERS - 1}A98`),
  k: 20,
  maxLength: 20,
  avoidIds: [],
  cost: 'STRENGTH',
};

describeStores('what a caller no longer waits for', ({ open }) => {
  it('is not begun', async () => {
    const store = await open();
    const reason = new GraphError('TIMEOUT', 'Too late.');
    const reads = store.during(AbortSignal.abort(reason));
    const asked = [
      reads.entities(['author:test-name:Ada']),
      reads.statistics(),
      reads.suggestions(['author:test-name:Ada'], { scoring: 'JACCARD', first: 1, count: false }),
      reads.collaborationPaths([endless]),
    ];
    for (const each of await Promise.allSettled(asked)) {
      expect(each).toEqual({ status: 'rejected', reason });
    }
  });

  it('ends where it is, and the next search finds what it would have found', async () => {
    const store = await open();
    await importRecords(store, records);
    const shortest: CollaborationPathQuery = { ...endless, k: 1, cost: 'HOPS' };
    const [expected] = await store.collaborationPaths([shortest]);
    expect(expected).toMatchObject({ status: 'FOUND', paths: [{ nodes: { length: PAPERS + 1 } }] });
    const stop = new AbortController();
    const reason = new GraphError('TIMEOUT', 'Too late.');
    let cooperativeScheduler = 0;
    const stopSoon = (): void => {
      cooperativeScheduler += 1;
      if (cooperativeScheduler === 10) stop.abort(reason);
      else setTimeout(stopSoon, 5);
    };
    const stopped = store.during(stop.signal).collaborationPaths([endless]);
    stopSoon();
    await expect(stopped).rejects.toBe(reason);
    expect(await store.collaborationPaths([shortest])).toEqual([expected]);
  }, 120_000);
});
