import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GlobalConfig } from 'jest';
import neo4j from 'neo4j-driver';
import { browserMissing } from './browser/available.ts';
import type { OfferedNeo4j } from './neo4j/available.ts';
import { countNodes, eraseSchema } from './neo4j/erase.ts';
import { type RunningNeo4j, startNeo4j } from './neo4j/start.ts';
import { networkxMissing } from './networkx/available.ts';
import { chooseTemporaryFolder } from './temporaryFolder.ts';
import { chooseSeed } from './testSeed.ts';

/** Where globalTeardown.ts, which runs in the same process, finds what to stop. */
export const running = globalThis as { neo4jForTests?: RunningNeo4j[] };

/**
 * Once before all tests: chooses the seed of drawn tests and the folder of temporary files, starts Neo4j, and tells the workers, through the environment,
 * where it is or why there is none. With CI=true whatever is missing fails the run: nothing may be skipped there unnoticed.
 */
export default async function setUp(config: GlobalConfig): Promise<void> {
  chooseSeed();
  chooseTemporaryFolder();
  const missing = [browserMissing(), networkxMissing()];
  missing.push(await offerNeo4j(isForOneFile(config) ? 1 : config.maxWorkers));
  const reasons = missing.filter((reason) => reason !== undefined);
  if (process.env['CI'] === 'true' && reasons.length > 0) {
    for (const server of running.neo4jForTests ?? []) await server.stop();
    throw new Error(`With CI=true no test may be skipped, and something is missing: ${reasons.join('. ')}`);
  }
}

const isForOneFile = ({ testPathPatterns: { patterns } }: GlobalConfig): boolean =>
  patterns.length === 1 && patterns[0]!.endsWith('.test.ts');

/** @param count of servers, if they are started here: one for each worker, so that no suite waits for another. */
async function offerNeo4j(count: number): Promise<string | undefined> {
  const { env } = process;
  const server =
    env['TEST_WITHOUT_NEO4J'] === 'true' ? { unavailable: 'TEST_WITHOUT_NEO4J is set' } : await start();
  if ('unavailable' in server) {
    env['TEST_NEO4J_UNAVAILABLE'] = `no Neo4j: ${server.unavailable}`;
    return env['TEST_NEO4J_UNAVAILABLE'];
  }
  await takeOver(server);
  const servers = [server];
  running.neo4jForTests = servers;
  // Not at the same time as the first one, which may have to download Neo4j.
  while (server.folder !== undefined && servers.length < count) {
    const further = await start();
    if ('unavailable' in further) break;
    servers.push(further);
  }
  const offered = servers.map(({ folder, stop: _, ...address }): OfferedNeo4j => {
    return { address, lock: join(folder ?? tmpdir(), 'neo4j-tests.lock') };
  });
  env['TEST_NEO4J'] = JSON.stringify(offered);
  return undefined;
}

const start = () =>
  startNeo4j({ isShortLived: true, onMessage: (message) => process.stderr.write(`${message}\n`) });

/**
 * Removes what other versions of the program left in a database that was not started here. The tests empty it: since
 * NEO4J_URI is also what the product reads, it may well name a real one, and a database with nodes is refused.
 */
async function takeOver({ folder, uri, username, password, database }: RunningNeo4j): Promise<void> {
  if (folder !== undefined) return;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    const nodes = await countNodes(driver, database);
    if (nodes > 0 && process.env['TEST_ERASE_NEO4J'] !== 'true') {
      throw new Error(
        `The tests erase the database that NEO4J_URI names (${uri}, ${database}), and it holds ${nodes} nodes. ` +
          'Unset NEO4J_URI to have a server started for the tests, or set TEST_ERASE_NEO4J=true to let them erase it.',
      );
    }
    await eraseSchema(driver, database);
  } finally {
    await driver.close();
  }
}
