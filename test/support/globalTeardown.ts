import { rmSync } from 'node:fs';
import { running } from './globalSetup.ts';
import { offeredNeo4j } from './neo4j/available.ts';

/** Once after all tests. Should Jest not come this far, the servers still end with it (neo4j/guard.js). */
export default async function tearDown(): Promise<void> {
  for (const { lock } of offeredNeo4j()) rmSync(lock, { force: true });
  for (const server of running.neo4jForTests ?? []) await server.stop();
}
