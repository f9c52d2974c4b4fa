import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, open } from '../../src/embedded/file/database.ts';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { loadGraph, type LoadedGraph } from '../../src/embedded/reads/loadGraph.ts';
import { updatedGraph as updatedFromFile } from '../../src/embedded/reads/updatedGraph.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { runToEnd } from '../../src/memory/algorithms/steps.ts';
import { Database } from '../../src/neo4j/connection/database.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { readMemoryGraph, updatedMemoryGraphOf } from '../../src/neo4j/memoryFeed/versionedMemoryGraph.ts';
import { importJsonLines } from '../support/jsonLines.ts';
import { costOf, type Cost } from './cost.ts';
import { chosenDataset, importAnthology } from './datasets.ts';
import { preparedEmbedded, preparedNeo4j, scratchFolder } from './prepared.ts';
import { printTable, times, type Cell } from './table.ts';
import { median } from './timing.ts';

/** A server that has a graph in memory, and another process's imports. */
interface Server {
  store: GraphStore;
  read: () => Promise<void>;
  /** Fails where the graph cannot be updated. */
  update: () => Promise<void>;
}

const onePaper = (index: number): PaperRecord => ({
  source: 'acl',
  ids: { doi: `10.5555/update-${index}` },
  title: `One more paper ${index}`,
  year: 2023,
  authors: [{ name: 'Christopher D. Manning' }, { name: `A Newcomer ${index}` }],
  topics: [{ name: 'Visualization' }],
});

/** Compares an update of the graph in memory with reading it anew. @param rounds imports of one paper */
export const measureUpdates = async (rounds: number): Promise<void> => {
  const dataset = chosenDataset();
  const prepared = await preparedEmbedded(dataset);
  const rows = await onFile(prepared, rounds);
  const neo4j = await preparedNeo4j(dataset, prepared);
  if ('unavailable' in neo4j) console.log(`Without Neo4j: ${neo4j.unavailable}.`);
  else {
    rows.push(...(await onNeo4j(neo4j, rounds)));
    await neo4j.stop();
  }
  printTable(
    `The graph in memory after an import by another process, on ${dataset.title}; milliseconds, medians`,
    ['what', 'elapsed', 'of the processor', 'against reading'],
    rows,
  );
};

const onFile = async (prepared: string, rounds: number): Promise<Cell[][]> => {
  const directory = scratchFolder('updates');
  cpSync(prepared, directory, { recursive: true });
  const store = await openEmbeddedStore({ directory });
  const database = open(join(directory, 'graph.sqlite'));
  let latest: LoadedGraph | undefined;
  try {
    return await measured('embedded store', rounds, {
      store,
      read: async () => {
        latest = runToEnd(loadGraph(database, COLLABORATION_CAP));
      },
      update: async () => {
        const updated = latest && (await updatedFromFile(database, latest));
        if (!updated) throw new Error('The graph could not be updated.');
        latest = updated.loaded;
      },
    });
  } finally {
    close(database);
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

const onNeo4j = async (
  server: { uri: string; username: string; password: string; database: string },
  rounds: number,
): Promise<Cell[][]> => {
  const store = await openNeo4jStore({
    ...server,
    collaborationCap: COLLABORATION_CAP,
    memoryGraphLimitMb: 0,
  });
  const database = new Database(server);
  let latest = await readMemoryGraph({ database });
  try {
    return await measured('Neo4j store', rounds, {
      store,
      read: async () => {
        latest = await readMemoryGraph({ database });
      },
      update: async () => {
        const updated = await updatedMemoryGraphOf({ database }, latest);
        if (!updated) throw new Error('The graph could not be updated.');
        latest = updated;
      },
    });
  } finally {
    await database.close();
    await store.close();
  }
};

const measured = async (name: string, rounds: number, { store, read, update }: Server): Promise<Cell[][]> => {
  const [reads, updates, whole]: [Cost[], Cost[], Cost[]] = [[], [], []];
  await read();
  for (let round = 0; round < rounds; round += 1) {
    await importJsonLines(store, [onePaper(round)]);
    updates.push(await costOf(update));
  }
  for (let round = 0; round < 2; round += 1) {
    await importAnthology(store);
    await importJsonLines(store, [onePaper(-1 - round)]);
    whole.push(await costOf(update));
  }
  // last, so that updates are not measured together with the collection of their garbage
  for (let round = 0; round < 3; round += 1) reads.push(await costOf(read));
  const reading = middle(reads);
  const row = (what: string, costs: readonly Cost[]): Cell[] => {
    const { elapsed, processor } = middle(costs);
    return [`${name}: ${what}`, elapsed, processor, times(processor / reading.processor)];
  };
  return [
    row('reading the graph anew', reads),
    row('update after an import of one paper', updates),
    row('… of the whole ACL Anthology, unchanged, and one paper', whole),
  ];
};

const middle = (costs: readonly Cost[]): Cost => ({
  elapsed: median(costs.map(({ elapsed }) => elapsed)),
  processor: median(costs.map(({ processor }) => processor)),
});
