import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { ask, storesOn } from './opened.ts';

describeWithNeo4j('the schema in Neo4j', (server) => {
  const open = storesOn(server);

  it('is there as soon as the store is open, with every index filled', async () => {
    await open();
    const indexes = await ask(
      server,
      'SHOW INDEXES YIELD name, state WHERE name CONTAINS "_" RETURN name, state',
    );
    const names = indexes.map((row) => row['name']);
    expect(names).toEqual(
      expect.arrayContaining([
        'author_id',
        'key_key',
        'paper_by_newest_id',
        'paper_spellings',
        'topic_spellings',
      ]),
    );
    expect(new Set(indexes.map((row) => row['state']))).toEqual(new Set(['ONLINE']));
  });

  it('is made once: the next store finds it', async () => {
    await open();
    const names: string[] = [];
    await open({ onStatement: (name) => names.push(name) });
    expect(names).toEqual(['indexStates', 'graphState']);
  });

  it('is completed by the next store where an index is missing', async () => {
    await open();
    await ask(server, 'DROP INDEX paper_spellings');
    await open();
    const found = await ask(server, 'SHOW INDEXES YIELD name WHERE name = "paper_spellings" RETURN name');
    expect(found).toHaveLength(1);
  });
});
