import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';
import { seedServed } from '../../support/api/seedServed.ts';

export const BERIVAN = 'author:seed-name:Berivan%20Isik';
export const TSACHY = 'author:seed-name:Tsachy%20Weissman';

interface PageOptions {
  width?: number;
  dark?: boolean;
  /** Whether the page prefers reduced motion, so that pictures are at rest at once. Default true. */
  reducedMotion?: boolean;
  /** Whether the device has a touch screen. */
  touch?: boolean;
  /** Response headers of the page. */
  headers?: Record<string, string>;
  /** Called before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

export interface OpenWidgetPage {
  page: Page;
  widget: Widget;
  /** Errors and console messages. */
  problems: string[];
}

/** Pages of another origin that embed the widget, whose server holds the seed graph. One server for a test file. */
export const widgetPages = (executablePath: string) => {
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
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: 100_000 });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    host.close();
  });

  /** Opens a page with the given HTML in its body. */
  const open = async (body: string, options: PageOptions = {}): Promise<OpenWidgetPage> => {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1000, height: 800 },
      colorScheme: options.dark === true ? 'dark' : 'light',
      hasTouch: options.touch === true,
      reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(100_000); // against hanging, not a measure
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.addInitScript(recordEvents);
    await options.prepare?.(page);
    html = `<!doctype html><html lang="en" style="color-scheme: light dark"><meta name="viewport"
      content="width=device-width"><title>A page</title><link rel="icon" href="data:,"><body><main>${body}</main>`;
    headers = options.headers ?? {};
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    return { page, widget: new Widget(page), problems };
  };

  /** Opens a page with the widget. */
  const openWidget = (attributes: string, options?: PageOptions): Promise<OpenWidgetPage> =>
    open(
      `${script(api.url())}<coauthor-graph endpoint="${api.url()}/graphql" ${attributes}></coauthor-graph>`,
      options,
    );

  return { ...api, open, openWidget };
};

const script = (url: string): string => `<script type="module" src="${url}/widget.js"></script>`;

const recordEvents = `window.events = [];
for (const name of ['select', 'open', 'expand', 'load', 'settle', 'statechange'])
  document.addEventListener(name, ({ detail }) => events.push([name, detail]));`;

type RecordedEvent = [name: string, detail: Record<string, unknown> | null];

/** Reads and controls the element. */
export class Widget {
  readonly #page: Page;
  readonly element: Locator;
  readonly canvas: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator('coauthor-graph');
    this.canvas = this.element.locator('canvas');
    this.panel = this.element.locator('.panel');
  }

  /** The details of all events of a type since the page was opened. */
  async events(name: string): Promise<RecordedEvent[1][]> {
    const all = await this.#page.evaluate<RecordedEvent[]>('events');
    return all.filter((each) => each[0] === name).map(([, detail]) => detail);
  }

  /** Waits until the element has dispatched an event so many times. */
  async waitForEvent(name: string, times = 1): Promise<void> {
    await waitUntil(async () => (await this.events(name)).length >= times);
  }

  /** The tag name of the focused element inside the shadow root. */
  async focusedTag(): Promise<string | undefined> {
    return this.#page.evaluate<string | undefined>(
      "document.querySelector('coauthor-graph').shadowRoot.activeElement?.localName",
    );
  }

  /** Waits until the layout has come to rest and is drawn. */
  async settled(times = 1): Promise<void> {
    await this.waitForEvent('settle', times);
    await this.#page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
  }

  /** Sets attributes; null removes one. */
  async set(attributes: Record<string, string | null>): Promise<void> {
    for (const [name, value] of Object.entries(attributes)) {
      const change =
        value === null ? `removeAttribute('${name}')` : `setAttribute('${name}', ${JSON.stringify(value)})`;
      await this.#page.evaluate(`document.querySelector('coauthor-graph').${change}`);
    }
  }

  async setProperty(name: string, value: unknown): Promise<void> {
    await this.#page.evaluate(`document.querySelector('coauthor-graph').${name} = ${JSON.stringify(value)}`);
  }

  /** The number of pixels of the canvas with a color, with a small tolerance. */
  async countPixels(color: readonly [red: number, green: number, blue: number]): Promise<number> {
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

  /** A point of the page above a node near the center of the picture, found by moving the mouse. */
  async findNode(): Promise<{ x: number; y: number }> {
    const box = (await this.canvas.boundingBox())!;
    for (let away = 0; away < 300; away += 3) {
      const x = box.x + box.width / 2 + away * Math.cos(away);
      const y = box.y + box.height / 2 + 0.6 * away * Math.sin(away);
      await this.#page.mouse.move(x, y);
      if (await this.isOverNode()) return { x, y };
    }
    throw new Error('No node found within 300 pixels of the center of the canvas.');
  }

  async isOverNode(): Promise<boolean> {
    return this.#page.evaluate<boolean>(
      "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').style.cursor === 'pointer'",
    );
  }

  /** The cell texts of a table of the list view, row by row. */
  async rows(table: 'nodes' | 'connections'): Promise<string[][]> {
    return this.#page.evaluate<string[][]>(`(() => {
      const tables = document.querySelector('coauthor-graph').shadowRoot.querySelectorAll('table');
      const rows = tables[${table === 'nodes' ? 0 : 1}].tBodies[0].rows;
      return [...rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
    })()`);
  }
}

/** The example of the documentation that embeds the widget. */
export const documentationExample = (): string => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'widget.md'), 'utf8');
  return /```html\n([^]*?)```/.exec(text)?.[1] ?? '';
};
