import { emptyBatch } from '../../src/graph/corrections/emptyBatch.ts';
import { lists } from '../../src/graph/model/lists.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { entityOf } from '../support/identified.ts';
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

  it('with punctuation at the end lead to the topic by their ids, too', async () => {
    const store = await open();
    await importRecords(store, [paper('1', 'Visualization.'), paper('2', 'visualization')]);
    const id = 'topic:keyword:visualization';
    for (const each of [id, `${id}.`])
      expect(await entityOf(store, each)).toMatchObject({ id, paperCount: 2 });
  });

  it('keep ids that were made of the punctuation, and join the topics of both spellings', async () => {
    const store = await open();
    // as earlier versions of the program have stored them
    const stored = ['visualization', 'visualization.', 'rendering,'].map((name) => ({
      ...{ id: `topic:keyword:${name}`, keys: [`topic:keyword:${name}`] },
      facts: { name, level: 'KEYWORD' as const, isTaxonomy: true },
    }));
    const session = await store.beginImport();
    await session.write({
      ...emptyBatch(),
      removals: [],
      named: { AUTHOR: [], INSTITUTION: [], TOPIC: stored },
    });
    await session.finish();
    await importRecords(store, [paper('1', 'visualization.', 'rendering,')]);
    const leadsTo = async (name: string) => {
      const topic = await entityOf(store, `topic:keyword:${name}`);
      return topic?.kind === 'TOPIC' ? [topic.id, topic.name] : [];
    };
    const joined = ['topic:keyword:visualization', 'visualization'];
    expect(await leadsTo('visualization')).toEqual(joined);
    expect(await leadsTo('visualization.')).toEqual(joined);
    const kept = ['topic:keyword:rendering,', 'rendering'];
    expect(await leadsTo('rendering,')).toEqual(kept);
    expect(await leadsTo('rendering')).toEqual(kept);
  });
});
