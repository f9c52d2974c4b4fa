import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { seedServed } from '../support/api/seedServed.ts';
import { describeWithFirefox } from '../support/browser/available.ts';
import { entityPages } from './support/explorerPage.ts';
import { BERIVAN } from './support/widgetPage.ts';

const paths =
  '/paths/authors?from=author%3Aseed-name%3AMichael%2520W.%2520Mahoney&to=author%3Aseed-name%3ATerence%2520Tao';

/** Marks the page when its graph has come to rest. */
const markSettled =
  "document.addEventListener('settle', () => document.documentElement.setAttribute('data-settled', ''))";

/** Waits until a graph has come to rest, and expects that something is drawn on its canvas. */
const expectGraph = async (page: Page): Promise<void> => {
  await page.waitForSelector('html[data-settled]');
  const isDrawn = await page.evaluate(`new Promise((done) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const canvas = document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        done(data.some((value) => value !== 0));
      }),
    ),
  )`);
  expect(isDrawn).toBe(true);
};

/* Puppeteer controls Firefox by WebDriver BiDi. Playwright sends a command that Firefox ESR 153 does not have. */
describeWithFirefox('in Firefox', (executablePath) => {
  const { url } = seedServed({ corsOrigins: ['*'] });
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    const extraPrefsFirefox = { 'ui.prefersReducedMotion': 1 };
    browser = await launch({ browser: 'firefox', executablePath, timeout: 100_000, extraPrefsFirefox });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(100_000); // against hanging, not a measure
    await page.setViewport({ width: 1280, height: 844 });
    problems = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.evaluateOnNewDocument(markSettled);
  });
  afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  afterAll(() => browser.close());

  it('the home page completes a name and opens the page of the author', async () => {
    await page.goto(url());
    await page.waitForSelector('::-p-text(Most cited papers)');
    await page.type('.hero-search input', 'berivan');
    await (await page.waitForSelector('[role="option"]'))!.click();
    await page.waitForSelector('h1::-p-text(Berivan Isik)');
  });

  it('the page of an author draws the graph, where a key selects a node', async () => {
    await page.goto(url() + entityPages.author);
    await page.waitForSelector('h1::-p-text(Berivan Isik)');
    await expectGraph(page);
    await page.focus('coauthor-graph >>> canvas');
    await page.keyboard.press('Home');
    await page.waitForSelector('coauthor-graph >>> [part="panel"] h2');
  });

  it('a search lists its results, and a path is found and drawn', async () => {
    await page.goto(`${url()}/search?text=learning`);
    await page.waitForSelector('.result-list li:nth-child(5)');
    await page.goto(url() + paths);
    await page.waitForSelector('::-p-text(4 steps apart, 3 paths found)');
    await expectGraph(page);
  });

  it('the widget draws in a page of another origin', async () => {
    const body =
      `<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">` +
      `<script type="module" src="${url()}/widget.js"></script>` +
      `<coauthor-graph endpoint="${url()}/graphql" entity="${BERIVAN}"></coauthor-graph>`;
    const host: Server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(body);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    try {
      await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
      await expectGraph(page);
    } finally {
      host.close();
    }
  });
});
