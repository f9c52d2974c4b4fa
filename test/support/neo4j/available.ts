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

/** The Neo4j that globalSetup.ts started or found; undefined if there is none. */
export function neo4jForTests(): Neo4jForTests | undefined {
  const address = process.env['TEST_NEO4J'];
  return address === undefined ? undefined : (JSON.parse(address) as Neo4jForTests);
}

/**
 * A `describe` that runs only if there is a Neo4j. No other suite uses the database at the same time, and it has no
 * nodes when the suite begins. Constraints and indexes of earlier suites stay: without them Neo4j would plan every
 * statement again for each suite, which takes longer than most tests.
 */
export function describeWithNeo4j(name: string, body: (server: Neo4jForTests) => void): void {
  const server = neo4jForTests();
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
  const lock = process.env['TEST_NEO4J_LOCK'];
  const server = neo4jForTests();
  if (lock === undefined || server === undefined) return;
  beforeAll(async () => {
    await acquireLock(lock);
    await emptyNeo4j(server);
  }, LOCK_DEADLINE);
  afterAll(() => {
    releaseLock(lock);
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
