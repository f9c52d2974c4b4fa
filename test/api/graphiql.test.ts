import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { seed } from '../../src/import/formats/seed.ts';
import { runImport } from '../../src/import/run.ts';
import { createServer, type GraphServer } from '../../src/server.ts';
import { examples } from '../../src/web/graphiql/examples.ts';
import { describeWithBrowser } from '../support/browser/available.ts';

describe('the page to explore with, on the seed graph', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-graphiql-'));
  let store: GraphStore;
  let server: GraphServer;
  let url: string;
  beforeAll(async () => {
    store = await openEmbeddedStore({ directory });
    await runImport({ store, format: seed, paths: [], strict: true });
    server = await createServer(store, { port: 0 });
    url = await server.listen();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  it.each(examples)('has an example that is answered: %#', async ({ query, variables }) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: JSON.parse(variables ?? '{}') as unknown }),
    });
    const text = await response.text();
    expect(text).not.toContain('"errors"');
    expect(text).not.toContain('"nodes":[]');
    expect(text.length).toBeGreaterThan(300);
  });

  describeWithBrowser('in a browser', (executablePath) => {
    it('opens with a tab for each example, runs one, and breaks no rule of the policy', async () => {
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('request', (request) => {
          if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
            complaints.push(request.url());
        });
        await page.goto(`${url}/graphiql`);
        await page.waitForSelector('.graphiql-execute-button');
        expect(await page.locator('.graphiql-tab').count()).toBe(examples.length);
        const answered = page.waitForResponse((response) => response.url() === `${url}/graphql`);
        await page.click('.graphiql-execute-button');
        expect((await answered).status()).toBe(200);
        await page.waitForSelector('.result-window :text("Berivan Isik")');
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    }, 60_000);
  });
});
