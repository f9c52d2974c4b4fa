import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { runImport } from '../../src/import/runImport.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { recordsFormat } from '../support/recordsFormat.ts';
import { storesOn } from './stores.ts';

describeWithNeo4j('a repeated search on Neo4j', (server) => {
  const open = storesOn(server);
  const importPaper = (store: GraphStore, title: string): Promise<unknown> =>
    runImport({
      store,
      format: recordsFormat([{ ids: { doi: `10.1000/${title.toLowerCase()}` }, title, authors: [] }]),
      paths: [],
    });
  const titlesFound = async (store: GraphStore, word: string): Promise<(string | null)[]> => {
    const request = { words: [word], kinds: entityKinds, first: 10, count: true };
    const { entries } = await store.search(request);
    return entries.flatMap(({ node }) => (node.kind === 'PAPER' ? node.title : []));
  };

  it('with the graph in memory sends no search statement, until an import has finished', async () => {
    const names: string[] = [];
    const importing = await open();
    await importPaper(importing, 'Zyxonite');
    const store = await open({
      memoryGraphLimitMb: 1_000,
      waitForMemoryGraph: true,
      onStatement: (name) => names.push(name),
    });
    expect(await titlesFound(store, 'zyxo')).toEqual(['Zyxonite']);
    names.length = 0;
    expect(await titlesFound(store, 'zyxo')).toEqual(['Zyxonite']);
    expect(names).toEqual(['storedState']);
    await importPaper(importing, 'Zyxology');
    expect((await titlesFound(store, 'zyxo')).sort()).toEqual(['Zyxology', 'Zyxonite']);
  });

  it('without the graph in memory is answered by statements', async () => {
    const names: string[] = [];
    const store = await open({ onStatement: (name) => names.push(name) });
    await titlesFound(store, 'zyxo');
    names.length = 0;
    await titlesFound(store, 'zyxo');
    expect(names).toContain('search');
  });
});
