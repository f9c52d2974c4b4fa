import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { browserMissing, findChromium } from '../support/browser/available.ts';
import { drawnSlice } from './randomSlice.ts';
import { figure, printTable } from './table.ts';
import { median, quantile } from './timing.ts';

const sizes = [
  { nodes: 218, edges: 705 },
  { nodes: 500, edges: 2000 },
];

/** What a screen of 60 frames a second leaves for one, in milliseconds, rounded down. */
const FRAME = 16;

/**
 * The element in a browser: how soon a picture is at rest, and what a frame costs while a node is
 * dragged: our script alone, and, from frame to frame, with all that the browser does to get it on the screen.
 */
export const measureDrawing = async (rounds: number): Promise<void> => {
  const missing = browserMissing();
  if (missing !== undefined) {
    console.log(`Drawing: left out, ${missing}.`);
    return;
  }
  const server = pageServer().listen(0, '127.0.0.1');
  const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('customElements.get("coauthor-graph") && window.laidOut');
    const rows = [];
    for (const size of sizes) rows.push(await measured(page, size, rounds));
    printTable(
      `The widget in ${browser.browserType().name()} ${browser.version()} without a window, milliseconds`,
      [
        'nodes / edges',
        'layout',
        'script a frame, dragging',
        'of 100, the 95th',
        `under ${FRAME}: script, %`,
        'from frame to frame',
        'under 17, %',
        'tasks over 50',
      ],
      rows,
    );
  } finally {
    await browser.close();
    server.close();
  }
};

interface Frames {
  work: number[];
  intervals: number[];
  longTasks: number[];
}

const measured = async (page: Page, size: (typeof sizes)[number], rounds: number) => {
  const layouts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    layouts.push(await page.evaluate<number>(`window.laidOut(${JSON.stringify(drawnSlice(size))})`));
  }
  const { work, intervals, longTasks } = await framesWhileDragging(page);
  const share = (samples: readonly number[], bound: number): number =>
    (100 * samples.filter((sample) => sample < bound).length) / samples.length;
  return [
    `${size.nodes} / ${size.edges}`,
    median(layouts),
    median(work),
    quantile(work, 0.95),
    figure(share(work, FRAME)),
    median(intervals),
    figure(share(intervals, FRAME + 1)),
    longTasks.length,
  ];
};

/** Takes hold of a node and leads it around for some seconds. */
const framesWhileDragging = async (page: Page): Promise<Frames> => {
  const { x, y } = await someNode(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate('window.noteFrames()');
  for (let step = 0; step < 240; step += 1) {
    const angle = step / 12;
    await page.mouse.move(x + 120 * Math.sin(angle), y + 80 * (1 - Math.cos(angle)));
    await page.waitForTimeout(8);
  }
  const frames = await page.evaluate<Frames>('window.notedFrames()');
  await page.mouse.up();
  return frames;
};

/** Where the mouse is over a node: there the cursor is another. */
const someNode = async (page: Page): Promise<{ x: number; y: number }> => {
  for (let away = 0; away < 400; away += 4) {
    const [x, y] = [600 + away * Math.cos(away), 400 + away * Math.sin(away)];
    await page.mouse.move(x, y);
    const cursor = await page.evaluate<string>(
      "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').style.cursor",
    );
    if (cursor === 'pointer') return { x, y };
  }
  throw new Error('There is no node near the middle of the picture.');
};

const root = join(import.meta.dirname, '..', '..');
const html = `<!doctype html><meta charset="utf-8"><title>Drawing</title>
<script src="/drawing.js"></script><script type="module" src="/widget.js"></script>
<coauthor-graph style="height: 760px"></coauthor-graph>`;

const pageServer = (): Server =>
  createServer(({ url }, response) => {
    const script = {
      '/drawing.js': 'test/bench/pages/drawing.js',
      '/widget.js': 'dist/web/widget/widget.js',
    }[url ?? ''];
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script === undefined ? html : readFileSync(join(root, script)));
  });
