import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';
import { changeAnswers, graphqlRequests } from '../support/requests.ts';
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
      /Damien Vincent .*Berivan Isik and Damien Vincent have both written with George Toderici, .*George Toderici knows both best/,
    );
    await page.locator('#suggestions summary').first().click();
    expect(await textOf('#suggestions article >> nth=0')).toMatch(/Adamic–Adar 1\.19/);
    expect(problems).toEqual([]);
  });

  it('shows the graph of an author at the top, beside the figures; on a phone above them', async () => {
    const { page } = await open(entityPages.author);
    await page.locator('.metrics').waitFor();
    const boxes = async () => {
      const graph = (await page.locator('coauthor-graph').boundingBox())!;
      const figures = (await page.locator('.metrics').boundingBox())!;
      return { graph, figures };
    };
    const wide = await boxes();
    expect(wide.graph.y).toBeLessThan(320);
    expect(wide.figures.x).toBeGreaterThan(wide.graph.x + wide.graph.width);
    await page.setViewportSize({ width: 360, height: 740 });
    const narrow = await boxes();
    expect(narrow.figures.y).toBeGreaterThan(narrow.graph.y + narrow.graph.height);
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

  it('sends one query for a page, one for its graph, and one for questions about who an author is', async () => {
    const operations: string[] = [];
    const { page } = await open(entityPages.author, {
      prepare: async (page) => {
        page.on('request', (request) => {
          const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
          if (name !== undefined) operations.push(name);
        });
      },
    });
    await waitUntil(() => Promise.resolve(operations.length >= 3));
    await page.waitForLoadState('networkidle');
    expect(operations.sort()).toEqual(['AuthorIdentity', 'AuthorPage', 'Slice']);
  });

  it('says who an author may also be, with the evidence', async () => {
    const { page, problems } = await open(
      '/author/author:seed-name:M.%2520E.%2520J.%2520Newman%2520(paper:doi:10.1103%2Fphysreve.64.016131)',
    );
    await page.locator('#duplicates details[open] .compared').nth(1).waitFor();
    expect(await page.locator('#duplicates summary').first().innerText()).toMatch(
      /^M\. E\. J\. Newman \(1 paper, 2001\): \d+ % likely to be one person$/,
    );
    expect(await page.locator('#duplicates .evidence').first().innerText()).toContain('the same name');
    expect(problems).toEqual([]);
  });

  it('links every identifier to an external page', async () => {
    const { page } = await open('/paper/paper:acl:D08-1027');
    await page.locator('.identifiers').waitFor();
    for (const link of await page.locator('.identifiers a').all())
      expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
  });

  it('shows the graph around an entity, and opens the page of the node that is selected in its list', async () => {
    const { page, problems } = await open(entityPages.author);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'List', exact: true }).click();
    await graph.getByRole('button', { name: 'Tsachy Weissman' }).first().click();
    await graph.getByRole('link', { name: 'Open', exact: true }).click();
    await waitForHeading(page, 'Tsachy Weissman');
    await page.goBack();
    await waitForHeading(page, 'Berivan Isik');
    expect(problems).toEqual([]);
  });

  it('opens the page of the node that is selected by the arrow keys', async () => {
    const { page, problems } = await open(entityPages.topic);
    await page.locator('#papers').waitFor();
    const canvas = page.locator('coauthor-graph canvas');
    await canvas.focus();
    const name = page.locator('coauthor-graph [part="panel"] h2');
    for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      if ((await name.innerText()) !== 'Machine Translation') break;
    }
    const selected = await name.innerText();
    await page.keyboard.press('Enter');
    await waitForHeading(page, selected);
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
    await page.waitForLoadState('networkidle'); // until all answers are changed
    expect(await page.locator('main img').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it.each([
    '/author/author:seed-name:Berivan%20Isik',
    '/author/author%3Aseed-name%3ABerivan%2520Isik',
    '/author/author:seed-name:Berivan Isik',
    '/author/seed-name:Berivan%20Isik',
  ])('finds an entity by other spellings of its address: %s', async (path) => {
    const { page } = await open(path);
    await waitForHeading(page, 'Berivan Isik');
    expect(new URL(page.url()).pathname).toBe(entityPages.author);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: /^Authors/ }).waitFor();
  });

  it('keeps country codes in one line on a narrow screen', async () => {
    const { page } = await open(entityPages.author, { width: 320 });
    await page.locator('#institutions .fold').click();
    await page.locator('#institutions .aside').first().waitFor();
    for (const [id, text] of Object.entries({ institutions: 'A name that fills the line', topics: '' })) {
      if (text !== '')
        await page.evaluate(`document.querySelector('#${id} .name').textContent = '${text} '.repeat(4)`);
    }
    const lines = await page.evaluate<number>(
      "document.querySelector('#institutions .aside').getBoundingClientRect().height / 22",
    );
    expect(lines).toBeLessThan(1.5);
  });

  it('draws a single year as a narrow bar', async () => {
    const { page } = await open(entityPages.author, {
      prepare: (page) =>
        changeAnswers(page, 'AuthorPage', (data) => {
          const { author } = data as { author: object };
          const years = [{ year: 2024, paperCount: 3, citationCount: 0, newCollaboratorCount: 0 }];
          return { data: { author: { ...author, activity: { years } } } };
        }),
    });
    const bar = (await page.locator('.chart rect').boundingBox())!;
    const chart = (await page.locator('.chart svg').boundingBox())!;
    expect(bar.width).toBeLessThan(chart.width / 4);
    expect(await page.locator('.x-axis').innerText()).toBe('2024');
  });

  it('shows a title as it is stored: the import has converted its LaTeX, and other braces belong to it', async () => {
    const { page } = await open(entityPages.paper, {
      prepare: (page) =>
        page.route(graphqlRequests, async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replaceAll('Attention is All you Need', '{bs,hr,sr}WaC');
          await route.fulfill({ response, body });
        }),
    });
    await waitForHeading(page, '{bs,hr,sr}WaC');
    expect(await page.title()).toContain('{bs,hr,sr}WaC');
    await page.waitForLoadState('networkidle'); // until all answers are changed
  });

  it('expands the center of the graph on Enter instead of loading the page again', async () => {
    const { page } = await open(entityPages.author);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'Authors 25' }).waitFor();
    await graph.locator('canvas').focus();
    await page.keyboard.press('Home');
    await graph.locator('[part="panel"]').waitFor();
    expect(await graph.getByRole('link', { name: 'Open', exact: true }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await graph.getByRole('button', { name: 'Authors 49' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(entityPages.author);
  });

  it('shows where a person works, and says when only the name tells them from others', async () => {
    const { page } = await open(entityPages.author);
    await waitForHeading(page, 'Berivan Isik');
    const head = page.locator('.head');
    expect(await head.locator('.affiliated').innerText()).toBe('Google (2025–2026)');
    expect(await head.innerText()).toContain('Known by name only.');
  });
});
