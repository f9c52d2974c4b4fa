import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { BERIVAN, embedding } from '../support/widgetPage.ts';
import { seriousFindings } from '../support/explorerPage.ts';

const light = { author: [47, 111, 222], background: [255, 255, 255] } as const;
const dark = { author: [110, 164, 255] } as const;

describe('the file of the widget', () => {
  it('is what the package gives by the name of widget, and less than 60 kB compressed', () => {
    const file = createRequire(import.meta.url).resolve('coauthor-graph/widget');
    expect(file).toMatch(/dist.web.widget.widget\.js$/);
    expect(gzipSync(readFileSync(file)).length).toBeLessThan(60_000);
  });
});

describeWithBrowser('the looks of the widget', (chromium) => {
  const { url, openWidget, open } = embedding(chromium);
  const around = `entity="${BERIVAN}" per-kind="6"`;

  it.each([
    ['light', false],
    ['dark', true],
  ])('have no serious finding of axe, as a graph and as a list, %s', async (_, isDark) => {
    const { page, widget } = await openWidget(around, { dark: isDark });
    await widget.settled();
    await widget.canvas.focus();
    await widget.canvas.press('Home');
    await widget.card.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await widget.set({ view: 'list' });
    await widget.element.locator('table').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('follow the color scheme of the page, also where it changes', async () => {
    const { page, widget } = await openWidget(around, { dark: true });
    await widget.settled();
    expect(await widget.pixels(dark.author)).toBeGreaterThan(300);
    await page.evaluate("document.documentElement.style.colorScheme = 'light'");
    await waitUntil(async () => (await widget.pixels(light.author)) > 300);
    expect(await widget.pixels(dark.author)).toBe(0);
  });

  it('take the colors of the page', async () => {
    const { page, widget } = await openWidget(`${around} style="--coauthor-graph-author: rgb(255, 0, 128)"`);
    await widget.settled();
    expect(await widget.pixels([255, 0, 128])).toBeGreaterThan(300);
    await page.evaluate(
      "document.querySelector('coauthor-graph').style.setProperty('--coauthor-graph-author', 'rgb(0, 128, 0)')",
    );
    await waitUntil(async () => (await widget.pixels([0, 128, 0])) > 300);
  });

  it('fit a phone', async () => {
    const { page, widget } = await openWidget(around, { width: 390 });
    await widget.settled();
    const box = (await widget.element.boundingBox())!;
    expect(box.width).toBeLessThanOrEqual(390);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    for (const button of await widget.element.getByRole('button').all()) {
      const { x, width, height } = (await button.boundingBox())!;
      expect([x >= box.x, x + width <= box.x + box.width, height >= 24]).toEqual([true, true, true]);
    }
    await widget.element.getByRole('button', { name: 'List' }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('stay sharp where the element grows', async () => {
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
    expect(await widget.pixels(light.author)).toBeGreaterThan(300);
  });

  it("need nothing that this server's own policy forbids", async () => {
    const policy = (await fetch(url())).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    const { page, complaints, widget } = await open('');
    const element = `<coauthor-graph entity="${BERIVAN}"></coauthor-graph>`;
    await page.route(`${url()}/embedding`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': policy },
        body: `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/widget.js"></script>${element}`,
      }),
    );
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await page.goto(`${url()}/embedding`);
    await widget.settled();
    expect(await widget.pixels(light.author)).toBeGreaterThan(300);
    expect(workers).toEqual([expect.stringMatching(/^blob:/)]);
    expect(complaints).toEqual([]);
  });
});

const waitUntil = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 30));
};
