import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { entityOf, paper } from '../support/identified.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { startProgram } from '../support/program.ts';
import { importRecords } from '../support/stores.ts';
import { runCypher } from '../neo4j/stores.ts';

/* The process of the command is killed by SIGKILL at any moment. */

const [ada, augusta] = ['author:drawn-name:Ada%20Lovelace', 'author:drawn-name:Augusta%20King'] as const;
const args = ['corrections', 'add', 'same', ada, augusta];

const records = (count: number): PaperRecord[] =>
  Array.from({ length: count }, (_, index) =>
    paper(String(index), [
      { name: index % 2 === 0 ? 'Ada Lovelace' : 'Augusta King' },
      { name: `Bea Bell the ${index % 200}` },
      { name: `Carl Cole the ${index % 300}` },
    ]),
  );

interface Place {
  /** So many that writing what the correction changes takes about as long as starting the program. */
  papers: number;
  settings: Record<string, string>;
  open: () => Promise<GraphStore>;
  /** Lets the time pass for which a killed import prevents the next one. */
  expireLease?: () => Promise<unknown>;
}

/** What readers see, as far as the correction changes it. */
const contentsOf = async (store: GraphStore): Promise<string> => {
  const { asOf: _, ...statistics } = await store.statistics();
  const made = (await store.corrections()).filter(({ undoneAt }) => undoneAt === undefined);
  const found = [await entityOf(store, ada), await entityOf(store, augusta)];
  return JSON.stringify({ statistics, made: made.map(({ effective }) => effective), found });
};

/** The next import completes what the killed process wrote. */
const importNext = async (store: GraphStore, { expireLease }: Place): Promise<void> => {
  await expireLease?.();
  await importRecords(store, records(1));
};

const undoAll = async (store: GraphStore): Promise<void> => {
  for (const { id, undoneAt } of await store.corrections())
    if (undoneAt === undefined) await store.undoCorrection(id, 'Ulla');
};

/** Kills the command some times, and returns what was found each time, with what may be found. */
const killCommands = async (place: Place, kills: number) => {
  const { settings, open, papers } = place;
  const store = await open();
  try {
    await importRecords(store, records(papers));
    const before = await contentsOf(store);
    const began = performance.now();
    const whole = await startProgram(args, { settings }).ended;
    let milliseconds = performance.now() - began;
    expect(whole).toMatchObject({ code: 0, err: '' });
    await importNext(store, place);
    const after = await contentsOf(store);
    expect(after).not.toBe(before);
    const found: string[] = [];
    while (found.length < kills) {
      await undoAll(store);
      const start = performance.now();
      const { child, ended } = startProgram(args, { settings });
      await Promise.race([pause(milliseconds * (0.4 + 0.6 * Math.random())), ended]);
      child.kill('SIGKILL');
      if ((await ended).signal !== 'SIGKILL') {
        milliseconds = performance.now() - start; // it was done, faster than before
        continue;
      }
      await importNext(store, place);
      found.push(await contentsOf(store));
    }
    return { found, allowed: [before, after] };
  } finally {
    await store.close();
  }
};

describe('a correction whose process is killed, embedded store', () => {
  it('is made as a whole or not at all', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-killed-'));
    const open = () => openEmbeddedStore({ directory });
    const place = { settings: { DATA_DIR: directory }, open, papers: 1_500 };
    const { found, allowed } = await killCommands(place, 8);
    for (const contents of found) expect(allowed).toContain(contents);
    rmSync(directory, { recursive: true });
  }, 120_000);
});

describeWithNeo4j('a correction whose process is killed, Neo4j store', (server) => {
  it('is made as a whole or not at all, once the next import has completed it', async () => {
    const { uri, username, password, database } = server;
    const settings = {
      ...{ NEO4J_URI: uri, NEO4J_DATABASE: database },
      ...(password !== '' && { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }),
      ...{ DATA_DIR: mkdtempSync(join(tmpdir(), 'coauthor-graph-killed-')) },
    };
    const options = { ...server, collaborationCap: COLLABORATION_CAP, memoryGraphLimitMb: 0 };
    const place = {
      settings,
      open: () => openNeo4jStore(options),
      expireLease: () => runCypher(server, 'MATCH (graph:Graph) SET graph.importExpires = timestamp() - 1'),
      papers: 200,
    };
    const { found, allowed } = await killCommands(place, 2);
    for (const contents of found) expect(allowed).toContain(contents);
    rmSync(settings.DATA_DIR, { recursive: true });
  }, 300_000);
});
