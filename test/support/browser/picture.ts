/** Makes the picture of the README: `npm run picture`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import { seed } from '../../../src/import/formats/seed.ts';
import { runImport } from '../../../src/import/runImport.ts';
import { createServer } from '../../../src/server.ts';
import { browserMissing, findChromium } from './available.ts';

const picture = fileURLToPath(new URL('../../../docs/explorer.png', import.meta.url));

/** Someone of the seed graph with papers, topics and institutions. */
const shown = '/author/author:seed-name:Berivan%2520Isik';

const pictured = async (executablePath: string, address: string): Promise<void> => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-lcd-text'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
    await page.goto(address + shown);
    await page.locator('#papers').waitFor();
    await page.waitForTimeout(5000); // until the nodes have come to rest
    mkdirSync(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
};

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(`There is ${browserMissing() ?? 'no browser'}.`);
const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-picture-'));
const store = await openEmbeddedStore({ directory });
await runImport({ store, format: seed, paths: [], strict: true });
const server = await createServer(store, { port: 0 });
try {
  await pictured(executablePath, await server.listen());
} finally {
  await server.stop();
  await store.close();
  rmSync(directory, { recursive: true });
}
