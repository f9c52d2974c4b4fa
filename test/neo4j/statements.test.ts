import { relations } from '../../src/graph/model/relations.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { changesOf, paperOf, storesOn } from './stores.ts';

describeWithNeo4j('statements to Neo4j', (server) => {
  const open = storesOn(server);

  it('are as few as one for pages along several relations of several ids', async () => {
    const names: string[] = [];
    const store = await open({ onStatement: (name) => names.push(name) });
    const session = await store.beginImport();
    await session.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await session.finish();
    names.length = 0;
    const pages = await store.neighbors(
      ['author:test-name:Ada', 'author:test-name:Bob'],
      [
        {
          relation: 'authorPapers',
          page: { first: 5, order: relations.authorPapers.orders.NEWEST, count: true },
        },
        {
          relation: 'collaborators',
          page: { first: 5, order: relations.collaborators.orders.STRONGEST, count: true },
        },
      ],
    );
    expect(names).toEqual(['neighbors authorPapers collaborators']);
    expect([...pages.values()].map((ofOneId) => ofOneId.map(({ total }) => total))).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('are not sent for empty lists of ids', async () => {
    const names: string[] = [];
    const store = await open({ onStatement: (name) => names.push(name) });
    names.length = 0;
    await store.entities([]);
    await store.abstracts([]);
    await store.metrics([]);
    await store.collaborations([], undefined);
    expect(names).toEqual([]);
  });
});
