import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { seedServed } from '../../support/api/seedServed.ts';

export const BERIVAN = 'author:seed-name:Berivan%20Isik';
export const TSACHY = 'author:seed-name:Tsachy%20Weissman';

interface Look {
  width?: number;
  dark?: boolean;
  /** Whether the page asks for little motion, so that pictures stand still at once. Default true. */
  calm?: boolean;
  /** A screen to touch. */
  touch?: boolean;
  /** Headers of the page. */
  headers?: Record<string, string>;
  /** Done with the page before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

export interface Embedded {
  page: Page;
  widget: Widget;
  /** What a page in order has none of: errors, and what is written to the console. */
  complaints: string[];
}

/** Pages of another origin that embed the widget of a server of the seed graph, for all tests of a file. */
export const embedding = (executablePath: string) => {
  const api = seedServed({ corsOrigins: ['*'] });
  const contexts: BrowserContext[] = [];
  let browser: Browser;
  let host: Server;
  let html = '';
  let headers: Record<string, string> = {};
  beforeAll(async () => {
    host = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
    }).listen(0, '127.0.0.1');
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    host.close();
  });

  /** Opens a page with this in its body. */
  const open = async (body: string, look: Look = {}): Promise<Embedded> => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1000, height: 800 },
      colorScheme: look.dark === true ? 'dark' : 'light',
      hasTouch: look.touch === true,
      reducedMotion: look.calm === false ? 'no-preference' : 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(noteEvents);
    await look.prepare?.(page);
    html = `<!doctype html><html lang="en" style="color-scheme: light dark"><meta name="viewport"
      content="width=device-width"><title>A page</title><link rel="icon" href="data:,"><body><main>${body}</main>`;
    headers = look.headers ?? {};
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    return { page, widget: new Widget(page), complaints };
  };

  /** Opens a page with the widget. */
  const openWidget = (attributes: string, look?: Look): Promise<Embedded> =>
    open(
      `${script(api.url())}<coauthor-graph endpoint="${api.url()}/graphql" ${attributes}></coauthor-graph>`,
      look,
    );

  return { ...api, open, openWidget };
};

const script = (url: string): string => `<script type="module" src="${url}/widget.js"></script>`;

const noteEvents = `window.told = [];
for (const name of ['select', 'expand', 'load', 'settle'])
  document.addEventListener(name, ({ detail }) => told.push([name, detail]));`;

type Told = [name: string, detail: Record<string, unknown> | null];

/** What tests do with the element and read from it. */
export class Widget {
  readonly #page: Page;
  readonly element: Locator;
  readonly canvas: Locator;
  readonly card: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator('coauthor-graph');
    this.canvas = this.element.locator('canvas');
    this.card = this.element.locator('.card');
  }

  /** What of a kind the element has told since the page was opened. */
  async told(name: string): Promise<Told[1][]> {
    const all = await this.#page.evaluate<Told[]>('told');
    return all.filter((each) => each[0] === name).map(([, detail]) => detail);
  }

  /** Waits until it has told so for the nth time. */
  async tells(name: string, times = 1): Promise<void> {
    // waitForFunction would need what strict policies forbid
    while ((await this.told(name)).length < times) await this.#page.waitForTimeout(30);
  }

  /** The local name of what has the focus inside the element. */
  async focused(): Promise<string | undefined> {
    return this.#page.evaluate<string | undefined>(
      "document.querySelector('coauthor-graph').shadowRoot.activeElement?.localName",
    );
  }

  /** Waits until a picture stands still. */
  async settled(times = 1): Promise<void> {
    await this.tells('settle', times);
    await this.#page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
  }

  /** Sets attributes, null takes one away. */
  async set(attributes: Record<string, string | null>): Promise<void> {
    for (const [name, value] of Object.entries(attributes)) {
      const change =
        value === null ? `removeAttribute('${name}')` : `setAttribute('${name}', ${JSON.stringify(value)})`;
      await this.#page.evaluate(`document.querySelector('coauthor-graph').${change}`);
    }
  }

  /** Sets a property. */
  async give(name: string, value: unknown): Promise<void> {
    await this.#page.evaluate(`document.querySelector('coauthor-graph').${name} = ${JSON.stringify(value)}`);
  }

  /** How many pixels of the canvas have a color, a little more or less. */
  async pixels(color: readonly [red: number, green: number, blue: number]): Promise<number> {
    return this.#page.evaluate<number>(`(() => {
      const canvas = document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas');
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] > 250 && ${JSON.stringify(color)}.every((part, index) => Math.abs(data[at + index] - part) < 3))
          count += 1;
      return count;
    })()`);
  }

  /** A place of the page where a node is, found by what the mouse says there: near the middle of the picture. */
  async nodePlace(): Promise<{ x: number; y: number }> {
    const box = (await this.canvas.boundingBox())!;
    for (let away = 0; away < 300; away += 3) {
      const x = box.x + box.width / 2 + away * Math.cos(away);
      const y = box.y + box.height / 2 + 0.6 * away * Math.sin(away);
      await this.#page.mouse.move(x, y);
      if (await this.isOverNode()) return { x, y };
    }
    throw new Error('There is no node near the middle of the picture.');
  }

  async isOverNode(): Promise<boolean> {
    return this.#page.evaluate<boolean>(
      "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').style.cursor === 'pointer'",
    );
  }

  /** The texts of the cells of one of the list's tables, row by row. */
  async rows(table: 'nodes' | 'connections'): Promise<string[][]> {
    return this.#page.evaluate<string[][]>(`(() => {
      const tables = document.querySelector('coauthor-graph').shadowRoot.querySelectorAll('table');
      const rows = tables[${table === 'nodes' ? 0 : 1}].tBodies[0].rows;
      return [...rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
    })()`);
  }
}

/** The block of the README that embeds the widget. */
export const embeddingInReadme = (): string => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');
  return /```html\n([^]*?)```/.exec(readme)?.[1] ?? '';
};
