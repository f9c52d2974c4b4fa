import { rmSync } from 'node:fs';
import { running } from './globalSetup.ts';

/** Once after all tests. Should Jest not come this far, the server still ends with it (neo4j/guard.js). */
export default async function tearDown(): Promise<void> {
  const lock = process.env['TEST_NEO4J_LOCK'];
  if (lock !== undefined) rmSync(lock, { force: true });
  await running.neo4jForTests?.stop();
}
