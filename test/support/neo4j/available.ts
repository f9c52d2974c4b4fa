import neo4j from 'neo4j-driver';
import { describeUnless } from '../describeUnless.ts';
import { eraseDatabase } from './erase.ts';
import { acquireLock, releaseLock } from './lock.ts';

export interface Neo4jForTests {
  uri: string;
  username: string;
  password: string;
  database: string;
}

/** The Neo4j that globalSetup.ts started or found for this run; undefined when there is none. */
export function neo4jForTests(): Neo4jForTests | undefined {
  const address = process.env['TEST_NEO4J'];
  return address === undefined ? undefined : (JSON.parse(address) as Neo4jForTests);
}

/**
 * A `describe` that runs only where there is a Neo4j. Its tests have the database for themselves, and it is
 * empty (no nodes, constraints or indexes) when they begin.
 */
export function describeWithNeo4j(name: string, body: (server: Neo4jForTests) => void): void {
  const server = neo4jForTests();
  const missing = process.env['TEST_NEO4J_UNAVAILABLE'] ?? (server ? undefined : 'no Neo4j was started');
  describeUnless(missing, name, () => {
    holdNeo4j();
    // When skipped, the body still runs to collect its tests' names, and must not connect meanwhile.
    body(server ?? { uri: 'bolt://127.0.0.1:1', username: '', password: '', database: '' });
  });
}

/** Waiting for another suite's turn counts into this. */
const TURN_LIMIT_MS = 20 * 60_000;

/** Inside a `describe`: takes the one database (see lock.ts), empties it, and gives it back at the end. */
export function holdNeo4j(): void {
  const lock = process.env['TEST_NEO4J_LOCK'];
  const server = neo4jForTests();
  if (lock === undefined || server === undefined) return;
  beforeAll(async () => {
    await acquireLock(lock);
    await emptyNeo4j(server);
  }, TURN_LIMIT_MS);
  afterAll(() => {
    releaseLock(lock);
  });
}

/** Empties the database; only for a suite that holds it. */
export async function emptyNeo4j(server: Neo4jForTests): Promise<void> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  try {
    await eraseDatabase(driver, server.database);
  } finally {
    await driver.close();
  }
}
