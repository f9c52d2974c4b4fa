import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { runCypher, storesOn } from './stores.ts';

describeWithNeo4j('the schema in Neo4j', (server) => {
  const open = storesOn(server);

  it('exists as soon as the store is open, and every index is filled', async () => {
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

  it('is completed by the next store if an index is missing', async () => {
    await open();
    await runCypher(server, 'DROP INDEX paper_words');
    await open();
    const indexes = await runCypher(server, 'SHOW INDEXES YIELD name WHERE name = "paper_words" RETURN name');
    expect(indexes).toHaveLength(1);
  });
});
