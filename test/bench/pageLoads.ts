import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { createServer } from '../../src/server.ts';
import { entityPath } from '../../src/web/widget/entityPath.ts';
import { browserMissing, findChromium } from '../support/browser/available.ts';
import type { Starts } from './starts.ts';
import { figure, printTable, type Cell } from './table.ts';
import { median, quantile } from './timing.ts';

/** What one visit to a page took. */
interface PageLoad {
  /** In milliseconds since the navigation began. */
  firstPaint: number;
  content: number;
  atRest: number;
  /** The sum of all layout shifts. */
  shift: number;
  /** Compressed bytes of the page, its scripts and its style sheets. */
  bytes: number;
}

const measures: readonly [title: string, of: (load: PageLoad) => number, goal: number | undefined][] = [
  ['first paint, ms', ({ firstPaint }) => firstPaint, undefined],
  ['content painted, ms', ({ content }) => content, 400],
  ['graph at rest, ms', ({ atRest }) => atRest, 700],
  ['layout shift', ({ shift }) => shift, 0.05],
  ['first load, kB', ({ bytes }) => bytes / 1000, 110],
];

/** Measures first visits to authors' pages in a browser, each with an empty cache. */
export const measurePageLoads = async (
  directory: string,
  { authors, hubs }: Starts,
  count: number,
): Promise<void> => {
  const missing = browserMissing();
  if (missing !== undefined) {
    console.log(`Pages are not measured: ${missing}.`);
    return;
  }
  const store = await openEmbeddedStore({ directory });
  const server = await createServer(store, { port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
  try {
    const address = await server.listen();
    const visit = (id: string): Promise<PageLoad> => visitPage(browser, address + entityPath(id));
    await visit(hubs[0] ?? ''); // the first request of a server also compiles queries
    for (const [title, ids] of [
      ['authors of all sizes', authors],
      ['authors with the most collaborators', hubs],
    ] as const) {
      const loads: PageLoad[] = [];
      for (const id of ids.slice(0, count)) loads.push(await visit(id));
      printTable(
        `Pages of ${title} in Chromium ${browser.version()}`,
        ['measure', 'median', '95th percentile', 'goal', ''],
        measures.map(([measure, of, goal]) => row(measure, loads.map(of), goal)),
      );
    }
  } finally {
    await browser.close();
    await server.stop();
    await store.close();
  }
};

const row = (title: string, values: readonly number[], goal: number | undefined): Cell[] => [
  title,
  median(values),
  quantile(values, 0.95),
  goal === undefined ? undefined : `≤ ${figure(goal)}`,
  goal === undefined ? undefined : median(values) <= goal ? 'reached' : 'missed',
];

const visitPage = async (browser: Browser, url: string): Promise<PageLoad> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: join(import.meta.dirname, 'pages', 'loads.js') });
    await page.goto(url);
    await page.waitForTimeout(2_000); // what moves later than that is no part of the load
    const load = await page.evaluate<Omit<PageLoad, 'bytes'>>('window.pageLoad');
    const bytes = await page.evaluate<number>(
      `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(({ initiatorType }) => initiatorType !== 'fetch')
        .reduce((sum, { transferSize }) => sum + transferSize, 0)`,
    );
    return { ...load, bytes };
  } finally {
    await context.close();
  }
};
