import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page, type Route } from 'playwright-core';
import { seedServed } from '../../support/api/seedServed.ts';

/** Addresses of entities of the seed graph. */
export const places = {
  author: '/author/author:seed-name:Berivan%2520Isik',
  paper: '/paper/paper:arxiv:1706.03762',
  topic: '/topic/topic:topic:machine%2520translation',
  institution: '/institution/institution:ror:00f54p054',
};

export interface Opened {
  page: Page;
  /** What a page in order has none of: errors, breaches of the policy, requests to elsewhere. */
  complaints: string[];
}

export interface Explored {
  url: () => string;
  /** A page at an address, in a browser's window of its own. */
  open(path: string, look?: Look): Promise<Opened>;
}

interface Look {
  width?: number;
  dark?: boolean;
  /** Done with the page before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** The explorer over the seed graph in one browser, for all tests of a file. */
export const explored = (executablePath: string): Explored => {
  const { url } = seedServed();
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  const open = async (path: string, { width = 1280, dark = false, prepare }: Look = {}): Promise<Opened> => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${url()}/`))
        complaints.push(request.url());
    });
    await prepare?.(page);
    await page.goto(url() + path);
    return { page, complaints };
  };
  return { url, open };
};

/** Waits until the page has this heading. */
export const headed = (page: Page, heading: string): Promise<void> =>
  page.locator('h1', { hasText: heading }).waitFor();

/** Waits until something holds. Playwright's own way evaluates text inside the page, which the policy forbids. */
export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never came to hold: ${String(holds)}`);
};

/** Lets a route's requests through only when told to. */
export const held = () => {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  return { until, release: () => release() };
};

/** The name of the operation that a route is asked for. */
export const operation = (route: Route): string =>
  /(?:query) (\w+)/.exec(route.request().postData() ?? '')?.[1] ?? '';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  impact: string;
  id: string;
  nodes: { html: string }[];
}

/**
 * What axe finds wrong for people with disabilities: everything but what it calls minor or moderate.
 *
 * @param rules only these of its rules; without them all
 */
export const seriousFindings = async (page: Page, rules?: string[]): Promise<string[]> => {
  await page.evaluate(axe);
  const options = JSON.stringify(rules ? { runOnly: rules } : {});
  const { violations } = await page.evaluate<{ violations: Finding[] }>(`axe.run(document, ${options})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
