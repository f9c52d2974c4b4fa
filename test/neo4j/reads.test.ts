import { relationKinds } from '../../src/graph/model/relations.ts';
import type { CollaborationPathQuery } from '../../src/graph/paths.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { changesOf, paperOf, storesOn } from './stores.ts';

const author = (name: string): string => `author:test-name:${name}`;

const query = (from: string, to: string): CollaborationPathQuery => ({
  from: author(from),
  to: author(to),
  k: 1,
  maxLength: 20,
  avoidIds: [],
  cost: 'HOPS',
});

const pathBetween = async (store: GraphStore, from: string, to: string): Promise<string[] | undefined> => {
  const [answer] = await store.collaborationPaths([query(from, to)]);
  return answer?.paths[0]?.nodes.map(({ name }) => name);
};

/** Each test has authors of its own, because the database is kept from test to test. */
describeWithNeo4j('reads on Neo4j', (server) => {
  const open = storesOn(server);

  const importPapers = async (store: GraphStore, ...papers: ReturnType<typeof paperOf>[]): Promise<void> => {
    const session = await store.beginImport();
    await session.write(changesOf(...papers));
    await session.finish();
  };

  it('take one statement each; the memory graph is read once for all paths', async () => {
    const names: string[] = [];
    const store = await open({ onStatement: (name) => names.push(name) });
    await importPapers(store, paperOf('S1', 'Ada', 'Bob'), paperOf('S2', 'Bob', 'Cyd'));
    const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
      names.length = 0;
      await work();
      return [...names];
    };
    const first = await statementsOf(() =>
      Promise.all([
        pathBetween(store, 'Ada', 'Cyd'),
        pathBetween(store, 'Cyd', 'Ada'),
        pathBetween(store, 'Ada', 'Bob'),
      ]),
    );
    expect(first.filter((name) => name === 'topologyNodes PAPER')).toHaveLength(1);
    const queries = [query('Ada', 'Cyd'), query('Bob', 'Ada')];
    expect(await statementsOf(() => store.collaborationPaths(queries))).toEqual(['records AUTHOR']);
    const ids = [author('Ada'), author('Bob')];
    expect(
      await statementsOf(() => store.suggestions(ids, { scoring: 'ADAMIC_ADAR', first: 10, count: true })),
    ).toEqual(['suggestions']);
    expect(await statementsOf(() => store.links(ids, relationKinds, ids))).toEqual(['links']);
  });

  it('see the import of another process as soon as it has finished', async () => {
    const [reading, importing] = [await open(), await open()];
    await importPapers(importing, paperOf('O1', 'Dan', 'Eva'), paperOf('O2', 'Eva', 'Fay'));
    expect(await pathBetween(reading, 'Dan', 'Fay')).toEqual(['Dan', 'Eva', 'Fay']);
    await importPapers(importing, paperOf('O3', 'Dan', 'Fay'));
    expect(await pathBetween(reading, 'Dan', 'Fay')).toEqual(['Dan', 'Fay']);
  });

  it('of paths see each batch of an unfinished import', async () => {
    const [reading, importing] = [await open(), await open()];
    await importPapers(importing, paperOf('U1', 'Gil', 'Hal'), paperOf('U2', 'Hal', 'Ian'));
    expect(await pathBetween(reading, 'Gil', 'Ian')).toEqual(['Gil', 'Hal', 'Ian']);
    const session = await importing.beginImport();
    await session.write(changesOf(paperOf('U3', 'Ian', 'Jo')));
    expect(await pathBetween(reading, 'Gil', 'Jo')).toEqual(['Gil', 'Hal', 'Ian', 'Jo']);
    await session.write(changesOf(paperOf('U2', 'Jo', 'Ian')));
    await session.finish();
    const [answer] = await reading.collaborationPaths([query('Gil', 'Jo')]);
    expect(answer).toEqual({ status: 'NOT_CONNECTED', isComplete: true, paths: [] });
  });
});
