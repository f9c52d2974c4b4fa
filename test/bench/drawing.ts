import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { browserMissing, findChromium } from '../support/browser/available.ts';
import { randomSlice } from './randomSlice.ts';
import { figure, printTable } from './table.ts';
import { median, quantile } from './timing.ts';

const sizes = [
  { nodes: 218, edges: 705 },
  { nodes: 500, edges: 2000 },
];

/** The time for one frame at 60 frames a second, in milliseconds, rounded down. */
const FRAME = 16;

/**
 * Measures the widget in a browser: the time until the layout is at rest, and the frame times while a node is dragged,
 * for the script alone and from frame to frame.
 */
export const measureDrawing = async (rounds: number): Promise<void> => {
  const missing = browserMissing();
  if (missing !== undefined) {
    console.log(`Drawing is not measured: ${missing}.`);
    return;
  }
  const server = pageServer().listen(0, '127.0.0.1');
  const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('customElements.get("coauthor-graph") && window.measureLayout');
    const rows = [];
    for (const size of sizes) rows.push(await measureSize(page, size, rounds));
    printTable(
      `The widget in ${browser.browserType().name()} ${browser.version()} headless, in milliseconds`,
      [
        'nodes / edges',
        'layout',
        'script for a frame, dragging (median)',
        '95th percentile',
        `under ${FRAME}: script, %`,
        'from frame to frame (median)',
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

const measureSize = async (page: Page, size: (typeof sizes)[number], rounds: number) => {
  const layouts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    layouts.push(await page.evaluate<number>(`window.measureLayout(${JSON.stringify(randomSlice(size))})`));
  }
  const { work, intervals, longTasks } = await measureDragFrames(page);
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

/** Drags a node in circles for some seconds. */
const measureDragFrames = async (page: Page): Promise<Frames> => {
  const { x, y } = await findNode(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate('window.startFrames()');
  for (let step = 0; step < 240; step += 1) {
    const angle = step / 12;
    await page.mouse.move(x + 120 * Math.sin(angle), y + 80 * (1 - Math.cos(angle)));
    await page.waitForTimeout(8);
  }
  const frames = await page.evaluate<Frames>('window.stopFrames()');
  await page.mouse.up();
  return frames;
};

/** A point above a node: the cursor changes there. */
const findNode = async (page: Page): Promise<{ x: number; y: number }> => {
  for (let away = 0; away < 400; away += 4) {
    const [x, y] = [600 + away * Math.cos(away), 400 + away * Math.sin(away)];
    await page.mouse.move(x, y);
    const cursor = await page.evaluate<string>(
      "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').style.cursor",
    );
    if (cursor === 'pointer') return { x, y };
  }
  throw new Error('No node found within 400 pixels of the center of the canvas.');
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
