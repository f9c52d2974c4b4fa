import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { BERIVAN, widgetPages } from '../support/widgetPage.ts';
import { seriousViolations } from '../support/axe.ts';
import { waitUntil } from '../support/waitUntil.ts';

const light = { author: [47, 111, 222], background: [255, 255, 255] } as const;
const dark = { author: [110, 164, 255] } as const;

describe('the widget file', () => {
  it('is the export `coauthor-graph/widget` of the package, with less than 60 kB after gzip', () => {
    const file = createRequire(import.meta.url).resolve('coauthor-graph/widget');
    expect(file).toMatch(/dist.web.widget.widget\.js$/);
    expect(gzipSync(readFileSync(file)).length).toBeLessThan(60_000);
  });
});

describeWithBrowser('the appearance of the widget', (chromium) => {
  const { url, openWidget, open } = widgetPages(chromium);
  const around = `entity="${BERIVAN}" per-kind="6"`;

  it.each([
    ['light', false],
    ['dark', true],
  ])('has no serious axe violation as a graph and as a list, %s', async (_, isDark) => {
    const { page, widget } = await openWidget(around, { dark: isDark });
    await widget.settled();
    await widget.canvas.focus();
    await widget.canvas.press('Home');
    await widget.panel.waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await widget.set({ view: 'list' });
    await widget.element.locator('table').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('follows the color scheme of the page, also when it changes', async () => {
    const { page, widget } = await openWidget(around, { dark: true });
    await widget.settled();
    expect(await widget.countPixels(dark.author)).toBeGreaterThan(300);
    await page.evaluate("document.documentElement.style.colorScheme = 'light'");
    await waitUntil(async () => (await widget.countPixels(light.author)) > 300);
    expect(await widget.countPixels(dark.author)).toBe(0);
  });

  it('draws lines and labels in the colors of a system that forces colors, and keeps those of the kinds', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    expect(await widget.countPixels([0, 0, 0])).toBe(0);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    await waitUntil(async () => (await widget.countPixels([0, 0, 0])) > 100);
    expect(await widget.countPixels(light.author)).toBeGreaterThan(300);
  });

  it('uses the colors that the page sets', async () => {
    const { page, widget } = await openWidget(`${around} style="--coauthor-graph-author: rgb(255, 0, 128)"`);
    await widget.settled();
    expect(await widget.countPixels([255, 0, 128])).toBeGreaterThan(300);
    await page.evaluate(
      "document.querySelector('coauthor-graph').style.setProperty('--coauthor-graph-author', 'rgb(0, 128, 0)')",
    );
    await waitUntil(async () => (await widget.countPixels([0, 128, 0])) > 300);
  });

  it('fits a phone', async () => {
    const { page, widget } = await openWidget(around, { width: 390 });
    await widget.settled();
    const box = (await widget.element.boundingBox())!;
    expect(box.width).toBeLessThanOrEqual(390);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    for (const button of await widget.element.getByRole('button').all()) {
      const { x, width, height } = (await button.boundingBox())!;
      expect([x >= box.x, x + width <= box.x + box.width, height >= 24]).toEqual([true, true, true]);
    }
    await widget.element.getByRole('button', { name: 'List', exact: true }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('stays sharp when the element grows', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    await page.evaluate("document.querySelector('coauthor-graph').style.height = '700px'");
    await waitUntil(async () => {
      const { height } = (await widget.canvas.boundingBox())!;
      return (
        (await page.evaluate(
          "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').height",
        )) === Math.round(height)
      );
    });
    expect(await widget.countPixels(light.author)).toBeGreaterThan(300);
  });

  it('works under the content security policy of this server', async () => {
    const policy = (await fetch(url())).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    const { page, problems, widget } = await open('');
    const element = `<coauthor-graph entity="${BERIVAN}"></coauthor-graph>`;
    await page.route(`${url()}/widgetPages`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': policy },
        body: `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/widget.js"></script>${element}`,
      }),
    );
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.goto(`${url()}/widgetPages`);
    await widget.settled();
    expect(await widget.countPixels(light.author)).toBeGreaterThan(300);
    expect(workers).toEqual([expect.stringMatching(/^blob:/)]);
    expect(problems).toEqual([]);
  });
});
