import { describeWithNeo4j, removeNeo4jSchema } from '../support/neo4j/available.ts';
import { LAST } from '../../src/graph/model/orders.ts';
import { paperOrders } from '../../src/graph/model/relations.ts';
import { importRecords } from '../support/stores.ts';
import { runCypher, storesOn } from './stores.ts';

describeWithNeo4j('the schema in Neo4j', (server) => {
  const open = storesOn(server);

  it('exists as soon as the store is open, and every index is filled', async () => {
    await removeNeo4jSchema(server);
    await open();
    const indexes = await runCypher(
      server,
      'SHOW INDEXES YIELD name, state WHERE name CONTAINS "_" RETURN name, state',
    );
    const names = indexes.map((row) => row['name']);
    expect(names).toEqual(
      expect.arrayContaining(['author_id', 'key_key', 'paper_by_newest_id', 'paper_words', 'topic_words']),
    );
    expect(new Set(indexes.map((row) => row['state']))).toEqual(new Set(['ONLINE']));
  });

  it('is created once: the next store uses it', async () => {
    await open();
    const names: string[] = [];
    await open({ onStatement: (name) => names.push(name) });
    expect(names).toEqual(['indexStates', 'graphState']);
  });

  it('has the citations of papers that a version wrote which did not count them', async () => {
    const store = await open();
    await importRecords(store, [
      { ids: { doi: '10.1000/1' }, title: 'Cited', authors: [] },
      { ids: { doi: '10.1000/2' }, title: 'Citing', authors: [], references: ['doi:10.1000/1'] },
    ]);
    await runCypher(
      server,
      `MATCH (graph:Graph) REMOVE graph.citationsAreCounted WITH graph
      MATCH (paper:Paper) REMOVE paper.storedCitations SET paper.mostCited = ${LAST}`,
    );
    const next = await open();
    const order = paperOrders.MOST_CITED;
    const { entries } = await next.list('PAPER', { first: 10, order, count: false });
    expect(entries.map(({ node }) => node)).toMatchObject([
      { title: 'Cited', storedCitations: 1 },
      { title: 'Citing', storedCitations: 0 },
    ]);
  });

  it('is completed by the next store if an index is missing', async () => {
    await open();
    await runCypher(server, 'DROP INDEX paper_words');
    await open();
    const indexes = await runCypher(server, 'SHOW INDEXES YIELD name WHERE name = "paper_words" RETURN name');
    expect(indexes).toHaveLength(1);
  });
});
