import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';
import { waitUntil } from '../support/waitUntil.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

const focusedText = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent');

describeWithBrowser('navigation in the explorer', (chromium) => {
  const { open, url } = explorerServer(chromium);

  it('restores pages when the user goes back and forward', async () => {
    const { page } = await open(entityPages.author);
    await page.getByRole('button', { name: 'Show more papers' }).click();
    const link = page.locator('#papers h3 a').nth(15);
    await link.click();
    await page.waitForURL('**/paper/**');
    const paper = page.url();
    await waitUntil(() => page.evaluate<boolean>('scrollY === 0')); // the author's page stays until the paper is loaded
    await page.goBack();
    await waitForHeading(page, 'Berivan Isik');
    expect(await page.locator('#papers li article').count()).toBe(19);
    await waitUntil(() => page.evaluate<boolean>('scrollY > 500'));
    await waitUntil(async () => (await focusedText(page)) === (await link.textContent()));
    await page.goForward();
    await page.waitForURL(paper);
    await waitUntil(async () => !(await page.title()).includes('Berivan Isik'));
  });

  it('says that no entity has the id, or that the id is not valid', async () => {
    const { page } = await open('/author/author:seed-name:Nobody');
    await waitForHeading(page, 'Not found');
    await page.goto(`${url()}/topic/nonsense`);
    await waitForHeading(page, 'Not found');
    expect(await page.title()).toBe('Not found · Co-authorship graph');
  });

  it('switches to dark colors and back, and stores the choice', async () => {
    const { page } = await open('/');
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await page.getByRole('button', { name: 'Dark colors' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
    await page.getByRole('button', { name: 'Dark colors', pressed: true }).click();
    expect(await ground()).toBe(light);
  });

  it('moves the focus to the content and to the sections of a page by links', async () => {
    const { page } = await open(entityPages.author);
    await waitForHeading(page, 'Berivan Isik');
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('main');
    await page
      .getByRole('navigation', { name: 'Sections of this page' })
      .getByText('Suggested collaborators')
      .press('Enter');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('suggestions');
    expect(pathOf(page)).toBe(entityPages.author);
  });

  it('keeps the expanded graph when the user goes back', async () => {
    const operations: string[] = [];
    const { page } = await open(entityPages.author, {
      prepare: async (page) => {
        page.on('request', (request) => {
          const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
          if (name !== undefined) operations.push(name);
        });
      },
    });
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'Authors 25' }).waitFor();
    await graph.locator('canvas').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await graph.getByRole('button', { name: 'Authors 49' }).waitFor();
    expect(operations).toEqual(expect.arrayContaining(['AuthorPage', 'Slice']));
    await page.locator('#papers h3 a').first().click();
    await page.waitForURL('**/paper/**');
    await page.locator('#cited-by').waitFor();
    operations.length = 0;
    await page.goBack();
    await waitForHeading(page, 'Berivan Isik');
    await graph.getByRole('button', { name: 'Authors 49' }).waitFor();
    // panels further down may still load their parts
    expect(operations.filter((name) => ['AuthorPage', 'Slice'].includes(name))).toEqual([]);
  });

  it('takes an expansion of the graph back and forward with the history', async () => {
    const { page, problems } = await open('/');
    await page.goto(url() + entityPages.author);
    const graph = page.locator('coauthor-graph');
    const authors = (count: number) => graph.getByRole('button', { name: `Authors ${count}` }).waitFor();
    const expand = async () => {
      await graph.locator('canvas').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press(' ');
      await authors(49);
      await page.waitForURL(/expand=/);
    };
    await authors(25);
    await expand();
    await page.goBack();
    await authors(25);
    expect(page.url()).not.toContain('expand=');
    await page.goForward();
    await authors(49);
    await graph.getByRole('button', { name: 'Undo' }).click();
    await authors(25);
    await page.waitForURL((address) => !address.search.includes('expand='));
    await expand();
    await page.keyboard.press('Control+z');
    await authors(25);
    await page.waitForURL((address) => !address.search.includes('expand='));
    await page.goBack();
    await page.waitForURL(`${url()}/`);
    expect(problems).toEqual([]);
  });
});
