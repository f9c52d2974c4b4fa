import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import { seed } from '../../../src/import/formats/seed.ts';
import { runImport } from '../../../src/import/runImport.ts';
import type { ImportRecord } from '../../../src/import/importRecord.ts';
import { createServer, type ServerSettings } from '../../../src/server.ts';
import { importRecords } from '../stores.ts';

/**
 * A server on a free port over the seed graph, as a newcomer gets it, for all tests of a file.
 *
 * @param records further records to import
 */
export const seedServed = (
  settings: ServerSettings = {},
  records: readonly ImportRecord[] = [],
): { url: () => string; post: (body: object) => Promise<string> } => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-seed-'));
  const closers: (() => Promise<void>)[] = [];
  let url = '';
  beforeAll(async () => {
    const store = await openEmbeddedStore({ directory });
    await runImport({ store, format: seed, paths: [], strict: true });
    if (records.length > 0) await importRecords(store, records);
    const server = await createServer(store, { port: 0, stopMilliseconds: 100, ...settings });
    closers.push(
      () => server.stop(),
      () => store.close(),
    );
    url = await server.listen();
  });
  afterAll(async () => {
    for (const close of closers) await close();
    rmSync(directory, { recursive: true });
  });
  const post = async (body: object): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.text();
  };
  return { url: () => url, post };
};
