import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';
import { observeShifts, shiftOf } from '../support/layoutShifts.ts';
import { waitUntil } from '../support/waitUntil.ts';

describeWithBrowser('charts, filters and related papers', (chromium) => {
  const { open } = explorerServer(chromium);

  it('shows papers, citations or new collaborators by year in a chart with axes', async () => {
    const { page } = await open(entityPages.author);
    const chart = page.locator('activity-chart');
    await chart.getByRole('img', { name: /^Papers per year, 2020 to 2026/ }).waitFor();
    expect(await chart.locator('.y-axis span').allInnerTexts()).toEqual(['0', '3', '6']);
    expect(await chart.locator('.x-axis span').allInnerTexts()).toEqual(['2020', '2022', '2024', '2026']);
    await chart.getByLabel('Chart').selectOption('New collaborators per year');
    await chart.getByRole('img', { name: /^New collaborators per year, 2020 to 2026/ }).waitFor();
    await chart.getByText('Show as a table').click();
    const rows = await chart.locator('tbody tr').allInnerTexts();
    const newCollaborators = rows.map((row) => Number(row.split('\t').at(-1)));
    expect(newCollaborators.reduce((sum, count) => sum + count, 0)).toBe(62);
  });

  it('filters the papers of an entity by year, venue, type and topic, with the number of papers of each', async () => {
    const { page } = await open(entityPages.author);
    const papers = page.locator('#papers');
    await papers.locator('summary', { hasText: 'Filter' }).click();
    const year = papers.getByRole('group', { name: 'Year' }).getByRole('button', { name: /^2024 / });
    const count = Number((await year.innerText()).split(/\s+/)[1]);
    await year.click();
    await papers.getByRole('heading', { name: `Papers ${count}` }).waitFor();
    await waitUntil(async () => (await papers.locator('li article').count()) === Math.min(count, 20));
    expect(new Set(await papers.locator('li article time').allInnerTexts()).size).toBeGreaterThan(0);
    for (const date of await papers.locator('li article time').allInnerTexts())
      expect(date).toContain('2024');
    await papers.getByRole('button', { name: /^2024 /, pressed: true }).click();
    await papers.getByRole('heading', { name: 'Papers 19' }).waitFor();
  });

  it('lists related papers with what both share', async () => {
    const { page, problems } = await open(entityPages.paper);
    const related = page.locator('#related');
    await related.locator('li').nth(5).waitFor();
    const [first] = await related.locator('.reason').allInnerTexts();
    expect(first).toMatch(/Both (cite|are cited by) \d+ stored papers?\./);
    await related.getByRole('button', { name: 'Show more papers' }).click();
    await related.locator('li').nth(15).waitFor();
    expect(problems).toEqual([]);
  });

  it.each([1280, 390])(
    'shows the map of a paper on the first screen, at a width of %s pixels',
    async (width) => {
      const { page } = await open(entityPages.paper, { width });
      const canvas = page.locator('related-map canvas');
      await canvas.waitFor();
      const { y, height } = (await canvas.boundingBox())!;
      expect(y + height / 2).toBeLessThan(660);
    },
  );

  it.each(
    Object.entries(entityPages).flatMap(([kind, path]) =>
      [1280, 360].map((width) => ({ kind, path, width })),
    ),
  )(
    'moves nothing that is visible while a page of kind $kind is loading, at a width of $width pixels',
    async ({ path, width }) => {
      const { page } = await open(path, {
        width,
        prepare: async (page) => {
          await observeShifts(page);
          await delayGraph(page);
        },
      });
      await page.locator('coauthor-graph').getByRole('button', { name: 'List', exact: true }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);
    },
  );
});

/** Delays the graph, so that it always arrives after the other content of the page. */
const delayGraph = (page: Page) =>
  page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('Slice')) await setTimeout(500);
    await route.continue();
  });
