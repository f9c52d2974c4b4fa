import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { explored, headed, places, until } from '../support/explorerPage.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement?.textContent');

describeWithBrowser('the explorer', (chromium) => {
  const { open, url } = explored(chromium);

  it('finds a person by a few letters and the keyboard alone', async () => {
    const { page, complaints } = await open('/');
    await headed(page, 'Science is a graph of people');
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await page.keyboard.type('beriv');
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await headed(page, 'Berivan Isik');
    expect(pathOf(page)).toBe(places.author);
    expect(await page.title()).toBe('Berivan Isik · Co-authorship graph');
    expect(await focused(page)).toBe('Berivan Isik');
    expect(complaints).toEqual([]);
  });

  it('closes what it found by Escape, empties by another, and opens again by an arrow', async () => {
    const { page } = await open('/paths/authors');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('mahoney');
    await page.getByRole('option').first().waitFor();
    await box.press('Escape');
    expect([await box.getAttribute('aria-expanded'), await box.inputValue()]).toEqual(['false', 'mahoney']);
    await box.press('ArrowDown');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.press('Escape');
    await box.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  it('finds all four kinds, by the mouse', async () => {
    const { page } = await open('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    const choose = async (typed: string, name: string, heading: string) => {
      await box.fill(typed);
      await page.getByRole('option', { name }).first().click();
      await headed(page, heading);
    };
    await choose('attention is all', 'Paper Attention is All you Need', 'Attention is All you Need');
    await choose('machine transl', 'Topic Machine Translation', 'Machine Translation');
    await choose('stanford univ', 'Institution Stanford University', 'Stanford University');
    await choose('Vaswani', 'Author Ashish Vaswani', 'Ashish Vaswani');
    expect(await box.inputValue()).toBe('Ashish Vaswani');
  });

  it('lists everything a text finds, of one kind on demand, page by page', async () => {
    const { page } = await open('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('learning');
    await page.keyboard.press('Enter');
    await headed(page, 'Search for “learning”');
    await page.locator('.result-list > li').first().waitFor();
    expect(await page.locator('.result-list > li').count()).toBe(20);
    await page.getByRole('button', { name: 'Show more results' }).click();
    await page.locator('.result-list > li').nth(39).waitFor();
    await page.getByRole('link', { name: 'Topics', exact: true }).click();
    await page.waitForURL('**/search?text=learning&kind=topic');
    await page.locator('.result-list > li').first().waitFor();
    expect(new Set(await page.locator('.result-list .kind').allTextContents())).toEqual(new Set(['Topic']));
  });

  it('shows an author: figures and what they rest on, papers, collaborators, suggestions with their reasons', async () => {
    const { page, complaints } = await open(places.author);
    await headed(page, 'Berivan Isik');
    const words = async (part: string) => (await page.locator(part).innerText()).replace(/\s+/g, ' ');
    expect(await words('.metrics')).toMatch(
      /papers 19 collaborators 62 .*Computed from the 19 papers stored here/,
    );
    expect(await page.getByRole('img', { name: /^Papers a year, 2020 to 2026/ }).count()).toBe(1);
    await page.getByText('As a table').click();
    expect(await words('.chart tbody tr >> nth=0')).toMatch(/^2020 1 /);
    expect(await words('#collaborators li >> nth=0')).toBe('Tsachy Weissman 7 papers 2021–2024');
    expect(await words('#institutions')).toContain('Stanford University US 11 papers 2020–2024');
    const suggested = await words('#suggestions article >> nth=0');
    expect(suggested).toMatch(
      /Damien Vincent 3 common collaborators: George Toderici, .*George Toderici could introduce/,
    );
    expect(suggested).toMatch(/Adamic–Adar 1\.19/);
    expect(complaints).toEqual([]);
  });

  it('takes in more papers, changes their order, and shows all authors of one', async () => {
    const { page } = await open(places.author);
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
    await until(() => page.evaluate<boolean>('document.activeElement.closest("author-names") !== null'));
  });

  it('goes back and forward to pages as they were left', async () => {
    const { page } = await open(places.author);
    await page.getByRole('button', { name: 'Show more papers' }).click();
    const link = page.locator('#papers h3 a').nth(15);
    await link.click();
    await page.waitForURL('**/paper/**');
    const paper = page.url();
    expect(await page.evaluate<number>('scrollY')).toBe(0);
    await page.goBack();
    await headed(page, 'Berivan Isik');
    expect(await page.locator('#papers li article').count()).toBe(19);
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(500);
    expect(await focused(page)).toBe(await link.textContent());
    await page.goForward();
    await page.waitForURL(paper);
    expect(await page.title()).not.toContain('Berivan Isik');
  });

  it.each([
    [
      places.paper,
      'Attention is All you Need',
      ['Ashish Vaswani', 'Cited by 27', 'References 10', 'NeurIPS'],
    ],
    [
      places.topic,
      'Machine Translation',
      ['Kevin Knight', 'Related topics', 'Part of Natural Language Processing'],
    ],
    [places.institution, 'Stanford University', ['Partners', 'Christopher D. Manning', 'Education']],
  ])('shows %s', async (path, heading, shown) => {
    const { page, complaints } = await open(path);
    await headed(page, heading);
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const words of shown) expect(text).toContain(words);
    expect(complaints).toEqual([]);
  });

  it('asks the server once for a page and once for its graph', async () => {
    const asked: string[] = [];
    const { page } = await open(places.author, {
      prepare: async (page) => {
        page.on('request', (request) => {
          const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
          if (name !== undefined) asked.push(name);
        });
      },
    });
    await page.waitForLoadState('networkidle');
    expect(asked.sort()).toEqual(['AuthorPage', 'Slice']);
  });

  it('leads every identifier to an address of its own', async () => {
    const { page } = await open('/paper/paper:acl:D08-1027');
    await page.locator('.identifiers').waitFor();
    for (const link of await page.locator('.identifiers a').all())
      expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
  });

  it('draws the graph of what a page is about, opens what is chosen in it, and says the same as a list', async () => {
    const { page, complaints } = await open(places.author);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'List' }).click();
    await graph.getByRole('button', { name: 'Tsachy Weissman' }).first().click();
    await headed(page, 'Tsachy Weissman');
    await page.goBack();
    await headed(page, 'Berivan Isik');
    expect(complaints).toEqual([]);
  });

  it('opens what one comes to in the graph by the arrow keys', async () => {
    const { page, complaints } = await open(places.topic);
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
    await headed(page, name);
    expect(pathOf(page)).not.toBe(places.topic);
    expect(complaints).toEqual([]);
  });

  it.each([
    [places.author, 'GEXF (Gephi)', /berivan-isik.*\.gexf$/],
    [places.topic, 'BibTeX', /\.bib$/],
    [places.paper, 'RIS', /\.ris$/],
    [places.institution, 'GraphML', /\.graphml$/],
  ])('gives what %s shows as a file: %s', async (path, format, file) => {
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

  it('says so where an id names nothing, or is none', async () => {
    const { page } = await open('/author/author:seed-name:Nobody');
    await headed(page, 'Nothing found here');
    await page.goto(`${url()}/topic/nonsense`);
    await headed(page, 'Nothing found here');
    expect(await page.title()).toBe('Nothing found here · Co-authorship graph');
  });

  it('shows names and titles that look like markup as they are', async () => {
    const name = '<img src=x onerror=alert(1)>{{7*7}}${8*8}';
    const { page, complaints } = await open(places.author, {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          const answer = await route.fetch();
          const body = (await answer.text()).replaceAll('Berivan Isik', name);
          await route.fulfill({ response: answer, body });
        }),
    });
    await headed(page, name);
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('switches to dark and back, and remembers it', async () => {
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

  it('skips to the content and to the parts of a page by links', async () => {
    const { page } = await open(places.author);
    await headed(page, 'Berivan Isik');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('main');
    await page
      .getByRole('navigation', { name: 'Parts of this page' })
      .getByText('Might work with')
      .press('Enter');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('suggestions');
    expect(pathOf(page)).toBe(places.author);
  });
});
