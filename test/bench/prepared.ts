import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { startNeo4j, type RunningNeo4j } from '../support/neo4j/start.ts';
import type { Dataset } from './datasets.ts';
import { secondsOf } from './timing.ts';

const project = join(import.meta.dirname, '..', '..');
const cache = join(project, '.cache', 'bench');

/** A new folder of this run's own inside the cache, for data that is thrown away, be it by a later run. */
export const scratchFolder = (name: string): string => {
  mkdirSync(cache, { recursive: true });
  for (const folder of readdirSync(cache)) {
    const owner = /^scratch-[a-z]+-(\d+)$/.exec(folder)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(cache, folder), { recursive: true });
  }
  const folder = join(cache, `scratch-${name}-${process.pid}`);
  mkdirSync(folder);
  return folder;
};

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0); // asks whether it lives
  } catch {
    return false;
  }
};

/**
 * The folder of an embedded store that holds the data. It is filled once and kept for later runs, until what fills
 * it changes: the formats, what becomes of records, or the file's tables.
 */
export const preparedEmbedded = async (dataset: Dataset): Promise<string> => {
  const prefix = `embedded-${dataset.name}-`;
  const kept = join(cache, prefix + digest('src/import', 'src/embedded/file'));
  if (existsSync(kept)) return kept;
  console.log(`Importing ${dataset.title} into an embedded store, kept for later runs …`);
  const unfinished = scratchFolder('unfinished');
  const seconds = await secondsOf(async () => {
    const store = await openEmbeddedStore({ directory: unfinished });
    await dataset.fill(store);
    await store.close();
  });
  for (const old of readdirSync(cache).filter((name) => name.startsWith(prefix))) {
    rmSync(join(cache, old), { recursive: true });
  }
  renameSync(unfinished, kept);
  console.log(`  ${seconds.toFixed(1)} s`);
  return kept;
};

/**
 * A Neo4j that holds the data: the one NEO4J_URI names, where it holds just as much or is empty and can be filled;
 * else one of our own that ends with this run, and is filled each time. The reason, where there is none.
 */
export const preparedNeo4j = async (
  dataset: Dataset,
  embedded: string,
): Promise<RunningNeo4j | { unavailable: string }> => {
  const server = await startNeo4j({ heap: '1500m', pageCache: '512m', onMessage: console.log });
  if ('unavailable' in server) return server;
  const store = await openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP });
  try {
    const { asOf: _, ...wanted } = await statisticsOf(embedded);
    const { asOf: __, ...found } = await store.statistics();
    if (JSON.stringify(found) === JSON.stringify(wanted)) return server;
    if (found.paperCount + found.authorCount + found.topicCount > 0) {
      await server.stop();
      return {
        unavailable: 'the database that NEO4J_URI names holds other data, which the benchmark does not touch',
      };
    }
    console.log(
      `Importing ${dataset.title} into Neo4j … (a server that NEO4J_URI names keeps it for later runs)`,
    );
    console.log(`  ${(await secondsOf(() => dataset.fill(store))).toFixed(1)} s`);
    return server;
  } finally {
    await store.close();
  }
};

const statisticsOf = async (directory: string) => {
  const store = await openEmbeddedStore({ directory });
  try {
    return await store.statistics();
  } finally {
    await store.close();
  }
};

/** Of everything in these files and folders. */
const digest = (...paths: string[]): string => {
  const hash = createHash('sha1');
  for (const path of paths.flatMap(filesOf))
    hash.update(`${path}\0`).update(readFileSync(join(project, path)));
  return hash.digest('hex').slice(0, 10);
};

const filesOf = (path: string): string[] => {
  if (path.endsWith('.ts')) return [path];
  const names = readdirSync(join(project, path), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${path}/${name}`);
};
