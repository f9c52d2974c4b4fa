import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';
import { graphqlRequests } from '../support/requests.ts';
import { waitUntil } from '../support/waitUntil.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

describeWithBrowser('entity pages', (chromium) => {
  const { open } = explorerServer(chromium);

  it('shows the figures of an author with their basis, and papers, collaborators and suggestions with reasons', async () => {
    const { page, problems } = await open(entityPages.author);
    await waitForHeading(page, 'Berivan Isik');
    const textOf = async (selector: string) =>
      (await page.locator(selector).innerText()).replace(/\s+/g, ' ');
    expect(await textOf('.metrics')).toMatch(
      /papers 19 collaborators 62 .*Computed from the 19 papers stored here/,
    );
    expect(await page.getByRole('img', { name: /^Papers per year, 2020 to 2026/ }).count()).toBe(1);
    await page.getByText('Show as a table').click();
    expect(await textOf('.chart tbody tr >> nth=0')).toMatch(/^2020 1 /);
    expect(await textOf('#collaborators li >> nth=0')).toBe('Tsachy Weissman 7 papers 2021–2024');
    expect(await textOf('#institutions')).toContain('Stanford University US 11 papers 2020–2024');
    const suggestion = await textOf('#suggestions article >> nth=0');
    expect(suggestion).toMatch(
      /Damien Vincent 3 common collaborators: George Toderici, .*George Toderici could introduce/,
    );
    expect(suggestion).toMatch(/Adamic–Adar 1\.19/);
    expect(problems).toEqual([]);
  });

  it('loads more papers, changes their order, and shows all authors of a paper', async () => {
    const { page } = await open(entityPages.author);
    const papers = page.locator('#papers li article');
    await page.getByRole('button', { name: 'Show more papers' }).click();
    await papers.nth(18).waitFor();
    expect(await papers.count()).toBe(19);
    await page.getByLabel('Order of the papers').selectOption('Oldest first');
    await page.locator('#papers article:has-text("Neural 3D Scene Compression")').first().waitFor();
    await page.locator('#papers li:first-child article time', { hasText: '2020' }).waitFor();
    const lists = page.locator('#papers author-names');
    const names = lists.nth((await lists.allTextContents()).findIndex((text) => text.includes('more')));
    expect(await names.getByRole('link').count()).toBe(3);
    const more = names.getByRole('button', { name: /^and \d+ more$/ });
    const others = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
    await more.focus();
    await page.keyboard.press('Enter');
    await names.getByRole('link').nth(3).waitFor();
    expect(await names.getByRole('link').count()).toBe(3 + others);
    await waitUntil(() => page.evaluate<boolean>('document.activeElement.closest("author-names") !== null'));
  });

  it.each([
    [
      entityPages.paper,
      'Attention is All you Need',
      ['Ashish Vaswani', 'Cited by 27', 'References 10', 'NeurIPS'],
    ],
    [
      entityPages.topic,
      'Machine Translation',
      ['Kevin Knight', 'Related topics', 'Part of Natural Language Processing'],
    ],
    [entityPages.institution, 'Stanford University', ['Partners', 'Christopher D. Manning', 'Education']],
  ])('shows %s', async (path, heading, texts) => {
    const { page, problems } = await open(path);
    await waitForHeading(page, heading);
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const part of texts) expect(text).toContain(part);
    expect(problems).toEqual([]);
  });

  it('sends one query for a page and one for its graph', async () => {
    const operations: string[] = [];
    const { page } = await open(entityPages.author, {
      prepare: async (page) => {
        page.on('request', (request) => {
          const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
          if (name !== undefined) operations.push(name);
        });
      },
    });
    await page.waitForLoadState('networkidle');
    expect(operations.sort()).toEqual(['AuthorPage', 'Slice']);
  });

  it('links every identifier to an external page', async () => {
    const { page } = await open('/paper/paper:acl:D08-1027');
    await page.locator('.identifiers').waitFor();
    for (const link of await page.locator('.identifiers a').all())
      expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
  });

  it('shows the graph around an entity, and opens the node that is selected in its list', async () => {
    const { page, problems } = await open(entityPages.author);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'List' }).click();
    await graph.getByRole('button', { name: 'Tsachy Weissman' }).first().click();
    await waitForHeading(page, 'Tsachy Weissman');
    await page.goBack();
    await waitForHeading(page, 'Berivan Isik');
    expect(problems).toEqual([]);
  });

  it('opens the node of the graph that is selected by the arrow keys', async () => {
    const { page, problems } = await open(entityPages.topic);
    await page.locator('#papers').waitFor();
    const canvas = page.locator('coauthor-graph canvas');
    await canvas.focus();
    const card = page.locator('coauthor-graph [part="card"] h2');
    for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      if ((await card.innerText()) !== 'Machine Translation') break;
    }
    const name = await card.innerText();
    await page.keyboard.press('Enter');
    await waitForHeading(page, name);
    expect(pathOf(page)).not.toBe(entityPages.topic);
    expect(problems).toEqual([]);
  });

  it.each([
    [entityPages.author, 'GEXF (Gephi)', /berivan-isik.*\.gexf$/],
    [entityPages.topic, 'BibTeX', /\.bib$/],
    [entityPages.paper, 'RIS', /\.ris$/],
    [entityPages.institution, 'GraphML', /\.graphml$/],
  ])('offers downloads: %s as %s', async (path, format, file) => {
    const { page } = await open(path);
    await page.locator('summary', { hasText: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(file);
    expect(await download.failure()).toBeNull();
    await page.locator('summary', { hasText: 'Export' }).press('Escape');
    expect(await page.getByRole('link', { name: format, exact: true }).isVisible()).toBe(false);
  });

  it('shows markup in names and titles as text', async () => {
    const name = '<img src=x onerror=alert(1)>{{7*7}}${8*8}';
    const { page, problems } = await open(entityPages.author, {
      prepare: (page) =>
        page.route(graphqlRequests, async (route) => {
          const answer = await route.fetch();
          const body = (await answer.text()).replaceAll('Berivan Isik', name);
          await route.fulfill({ response: answer, body });
        }),
    });
    await waitForHeading(page, name);
    expect(await page.locator('main img').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
