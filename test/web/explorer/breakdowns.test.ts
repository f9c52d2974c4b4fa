import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';

const AUTHOR = 'author:seed-name:Berivan%20Isik';
const INSTITUTION = 'institution:ror:00f54p054';

/** The rows of the file that the button CSV of a panel saves. */
const savedRows = async (page: Page, panel: Locator): Promise<Record<string, string>[]> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'CSV' }).click(),
  ]);
  return parse<Record<string, string>>(readFileSync(await download.path()), { bom: true, columns: true });
};

describeWithBrowser('breakdowns of papers', (chromium) => {
  const { open, url } = explorerServer(chromium);
  const answer = async <Data>(page: Page, query: string): Promise<Data> => {
    const response = await page.request.post(`${url()}/graphql`, { data: { query } });
    return ((await response.json()) as { data: Data }).data;
  };

  it.each([1280, 360])(
    'draw the topics of an author by year, with a table and a file, at a width of %d',
    async (width) => {
      const { page, problems } = await open(entityPages.author, { width });
      const panel = page.locator('#topic-years');
      await panel.scrollIntoViewIfNeeded();
      if (width < 720) await panel.getByRole('button', { name: 'Topics over the years' }).click();
      await panel.getByRole('img').first().waitFor();
      const names = await panel.locator('figcaption a').allInnerTexts();
      expect(names).toHaveLength(8);
      await panel.getByText('Show as a table').click();
      const rows = (await panel.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t'));
      expect(rows.map(([name]) => name)).toEqual(names);
      const { author } = await answer<{ author: { topics: { edges: { paperCount: number }[] } } }>(
        page,
        `{ author(id: "${AUTHOR}") { topics(first: 8) { edges { paperCount } } } }`,
      );
      const counts = author.topics.edges.map(({ paperCount }) => paperCount);
      expect(rows.map((row) => row.slice(1).reduce((sum, count) => sum + Number(count), 0))).toEqual(counts);
      const saved = await savedRows(page, panel);
      expect(saved.reduce((sum, row) => sum + Number(row['papers']), 0)).toBe(
        counts.reduce((sum, count) => sum + count, 0),
      );
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect(problems).toEqual([]);
    },
  );

  it.each([entityPages.topic, entityPages.institution])('draw topics by year at %s', async (path) => {
    const { page } = await open(path);
    await page.locator('#topic-years').scrollIntoViewIfNeeded();
    await page.locator('#topic-years').getByRole('img').first().waitFor();
    expect(await page.locator('#topic-years .x-axis span').count()).toBeGreaterThan(1);
  });

  it('list the countries of partners with their institutions, in the chosen order, and as a file', async () => {
    const { page, problems } = await open(entityPages.institution);
    const panel = page.locator('#countries');
    await panel.scrollIntoViewIfNeeded();
    await panel.locator('tbody tr:first-child td', { hasText: /^\d+$/ }).first().waitFor();
    const column = async (index: number) => {
      const rows = await panel.locator('tbody tr').allInnerTexts();
      return rows.map((row) => row.split('\t')[index] ?? '');
    };
    const papers = (await column(2)).map(Number);
    expect(papers).toEqual([...papers].sort((a, b) => b - a));
    await panel.getByRole('button', { name: 'Institutions' }).focus();
    await page.keyboard.press('Enter');
    const institutions = (await column(1)).map(Number);
    expect(institutions).toEqual([...institutions].sort((a, b) => b - a));
    expect(await panel.getByRole('columnheader', { name: 'Institutions' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await panel.getByRole('button', { name: 'Country' }).click();
    const names = await column(0);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    const saved = await savedRows(page, panel);
    const { institution } = await answer<{
      institution: { partners: { nodes: { countryCode: string | null }[] } };
    }>(page, `{ institution(id: "${INSTITUTION}") { partners(first: 100) { nodes { countryCode } } } }`);
    for (const { code, institutions: count } of saved)
      expect(Number(count)).toBe(
        institution.partners.nodes.filter(({ countryCode }) => countryCode === code).length,
      );
    expect(problems).toEqual([]);
  });
});
