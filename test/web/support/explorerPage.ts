import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { ImportRecord } from '../../../src/import/importRecord.ts';
import type { ServerSettings } from '../../../src/server.ts';
import { seedServed } from '../../support/api/seedServed.ts';

/** Pages of entities of the seed graph. */
export const entityPages = {
  author: '/author/author:seed-name:Berivan%2520Isik',
  paper: '/paper/paper:arxiv:1706.03762',
  topic: '/topic/topic:topic:machine%2520translation',
  institution: '/institution/institution:ror:00f54p054',
};

export interface OpenPage {
  page: Page;
  /** Errors, console messages, and requests to other servers. */
  problems: string[];
}

export interface ExplorerServer {
  url: () => string;
  /** Opens a page in a browser context of its own. */
  open(path: string, options?: PageOptions): Promise<OpenPage>;
}

interface PageOptions {
  width?: number;
  dark?: boolean;
  /** Called before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** A server with the seed graph, further records, and a browser, for all tests of a file. */
export const explorerServer = (
  executablePath: string,
  settings: ServerSettings = {},
  records: readonly ImportRecord[] = [],
): ExplorerServer => {
  const { url } = seedServed(settings, records);
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: 100_000 });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  const open = async (
    path: string,
    { width = 1280, dark = false, prepare }: PageOptions = {},
  ): Promise<OpenPage> => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(100_000); // against hanging, not a measure
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${url()}/`))
        problems.push(request.url());
    });
    await prepare?.(page);
    await page.goto(url() + path);
    return { page, problems };
  };
  return { url, open };
};

/** Waits until the page has a heading. */
export const waitForHeading = (page: Page, heading: string): Promise<void> =>
  page.locator('h1', { hasText: heading }).waitFor();

/** Waits until the page shows its answers. A request that the page gives up may keep the network from becoming idle. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.locator('.loading, [aria-busy="true"]').first().waitFor({ state: 'detached' });
};
