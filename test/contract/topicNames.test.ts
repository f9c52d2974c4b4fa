import { lists } from '../../src/graph/model/lists.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const paper = (s2: string, ...names: string[]): ImportRecord => ({
  ...{ ids: { s2 }, title: `Paper ${s2}`, authors: [] },
  topics: names.map((name) => ({ name })),
});

describeStores('names of topics', ({ open }) => {
  it('are the same topic if they differ only in case and in punctuation at the end', async () => {
    const store = await open();
    await importRecords(store, [
      paper('1', 'Volume rendering', 'Visualization.'),
      paper('2', 'visualization', 'U.S.', 'C++', 'time-series'),
      paper('3', 'visualization;', 'volume rendering', '...', 'time series'),
    ]);
    const { entries } = await store.list('TOPIC', {
      ...{ first: 100, count: false },
      order: lists.topics.orders.MOST_PAPERS,
    });
    const counts = entries.map(({ node }) => [node.id, node.paperCount] as const);
    expect(counts).toEqual([
      ['topic:keyword:visualization', 3],
      ['topic:keyword:volume%20rendering', 2],
      ['topic:keyword:...', 1],
      ['topic:keyword:c++', 1],
      ['topic:keyword:time%20series', 1],
      ['topic:keyword:time-series', 1],
      ['topic:keyword:u.s.', 1],
    ]);
  });
});
