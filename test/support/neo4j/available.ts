import neo4j, { type Driver } from 'neo4j-driver';
import { describeUnless } from '../describeUnless.ts';
import { eraseNodes, eraseSchema } from './erase.ts';
import { acquireLock, releaseLock } from './lock.ts';

export interface Neo4jForTests {
  uri: string;
  username: string;
  password: string;
  database: string;
}

/** A Neo4j, and the file that locks it (see lock.ts). */
export interface OfferedNeo4j {
  address: Neo4jForTests;
  lock: string;
}

/** What globalSetup.ts started or found: none, one, or one for each Jest worker. */
export const offeredNeo4j = (): OfferedNeo4j[] =>
  JSON.parse(process.env['TEST_NEO4J'] ?? '[]') as OfferedNeo4j[];

/** The Neo4j for the suites of this Jest worker; undefined if there is none. */
function ownNeo4j(): OfferedNeo4j | undefined {
  const offered = offeredNeo4j();
  return offered[(Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % offered.length];
}

/**
 * A `describe` that runs only if there is a Neo4j. No other suite uses the database at the same time, and it has no
 * nodes when the suite begins. Constraints and indexes of earlier suites stay: without them Neo4j would plan every
 * statement again for each suite, which takes longer than most tests.
 */
export function describeWithNeo4j(name: string, body: (server: Neo4jForTests) => void): void {
  const server = ownNeo4j()?.address;
  const missing = process.env['TEST_NEO4J_UNAVAILABLE'] ?? (server ? undefined : 'no Neo4j was started');
  describeUnless(missing, name, () => {
    holdNeo4j();
    // A skipped body runs, too, so that Jest learns the names of its tests; it must not connect to anything.
    body(server ?? { uri: 'bolt://127.0.0.1:1', username: '', password: '', database: '' });
  });
}

/** How long a suite may wait for the suites before it, in milliseconds. */
const LOCK_DEADLINE = 20 * 60_000;

/** In a `describe`: locks the database (see lock.ts) and empties it before the tests, and unlocks it after them. */
export function holdNeo4j(): void {
  const own = ownNeo4j();
  if (own === undefined) return;
  beforeAll(async () => {
    await acquireLock(own.lock);
    await emptyNeo4j(own.address);
  }, LOCK_DEADLINE);
  afterAll(() => {
    releaseLock(own.lock);
  });
}

/** Removes all nodes and relationships. Only for a suite that has locked the database. */
export const emptyNeo4j = (server: Neo4jForTests): Promise<void> => withDriver(server, eraseNodes);

/** Removes all constraints and indexes. Only for a suite that has locked the database. */
export const removeNeo4jSchema = (server: Neo4jForTests): Promise<void> => withDriver(server, eraseSchema);

async function withDriver(
  { uri, username, password, database }: Neo4jForTests,
  work: (driver: Driver, database: string) => Promise<void>,
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    await work(driver, database);
  } finally {
    await driver.close();
  }
}
