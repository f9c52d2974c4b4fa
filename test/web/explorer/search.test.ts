import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';
import { changeAnswers } from '../support/requests.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

const focusedText = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent');

describeWithBrowser('the search of the explorer', (chromium) => {
  const { open } = explorerServer(chromium);

  it('finds a person by a few letters and by keyboard alone', async () => {
    const { page, problems } = await open('/');
    await waitForHeading(page, 'Science is a graph of people');
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await page.keyboard.type('beriv');
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await waitForHeading(page, 'Berivan Isik');
    expect(pathOf(page)).toBe(entityPages.author);
    expect(await page.title()).toBe('Berivan Isik · Co-authorship graph');
    expect(await focusedText(page)).toBe('Berivan Isik');
    expect(problems).toEqual([]);
  });

  it('closes the list on Escape, empties the field on a second Escape, and opens the list on an arrow key', async () => {
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

  it('finds entities of all four kinds by mouse', async () => {
    const { page } = await open('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    const choose = async (typed: string, name: string, heading: string) => {
      await box.fill(typed);
      await page.getByRole('option', { name }).first().click();
      await waitForHeading(page, heading);
    };
    await choose('attention is all', 'Paper Attention is All you Need', 'Attention is All you Need');
    await choose('machine transl', 'Topic Machine Translation', 'Machine Translation');
    await choose('stanford univ', 'Institution Stanford University', 'Stanford University');
    await choose('Vaswani', 'Author Ashish Vaswani', 'Ashish Vaswani');
    expect(await box.inputValue()).toBe('Ashish Vaswani');
  });

  it('lists all results of a search page by page, of all kinds or of one kind', async () => {
    const { page } = await open('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('learning');
    await page.keyboard.press('Enter');
    await waitForHeading(page, 'Search for “learning”');
    await page.locator('.result-list > li').first().waitFor();
    expect(await page.locator('.result-list > li').count()).toBe(20);
    await page.getByRole('button', { name: 'Show more results' }).click();
    await page.locator('.result-list > li').nth(39).waitFor();
    await page.getByRole('link', { name: /^Topics \d+$/ }).click();
    await page.waitForURL('**/search?text=learning&kind=topic');
    await page.locator('.result-list > li').nth(39).waitFor({ state: 'detached' }); // the list of all kinds
    await page.locator('.result-list > li').first().waitFor();
    expect(new Set(await page.locator('.result-list .kind').allTextContents())).toEqual(new Set(['Topic']));
  });

  it.each([
    ['https://arxiv.org/abs/1706.03762v5', 'Attention is All you Need'],
    ['arXiv:1706.03762', 'Attention is All you Need'],
    ['https://ror.org/00f54p054', 'Stanford University'],
    ['author:seed-name:Berivan%20Isik', 'Berivan Isik'],
  ])('finds an entity by its identifier or URL: %s', async (text, heading) => {
    const { page } = await open('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill(text);
    await page.getByRole('option', { name: heading }).waitFor();
    await field.press('Enter');
    await waitForHeading(page, heading);
  });

  it('shows the number of results of each kind, and leaves out kinds without results', async () => {
    const { page } = await open('/search?text=learning', {
      prepare: (page) =>
        changeAnswers(page, 'SearchPage', (data) => ({
          data: {
            ...data,
            all: { totalCount: 1201 },
            authors: { totalCount: 1 },
            papers: { totalCount: 1200 },
            topics: { totalCount: 0 },
            institutions: { totalCount: 0 },
          },
        })),
    });
    await page.locator('.result-list > li').first().waitFor();
    expect(await page.getByRole('navigation', { name: 'Kinds' }).getByRole('link').allInnerTexts()).toEqual([
      'All 1,201',
      'Authors 1',
      'Papers 1,200',
    ]);
  });

  it('opens the entity of an identifier that is followed by Enter at once', async () => {
    const { page } = await open('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('arXiv:1706.03762');
    await field.press('Enter');
    await waitForHeading(page, 'Attention is All you Need');
    await page.getByRole('combobox', { name: 'Search' }).fill('arXiv:0000.00000');
    await page.keyboard.press('Enter');
    await waitForHeading(page, 'Search for “arXiv:0000.00000”');
  });

  it.each([360, 1280])(
    'keeps the searched text in the field of a page %i pixels wide, so that it can be changed',
    async (width) => {
      const { page } = await open('/search?text=learnin', { width });
      await page.locator('.result-list > li').first().waitFor();
      const box = page.getByRole('combobox', { name: 'Search' });
      expect([await box.inputValue(), await box.getAttribute('aria-expanded')]).toEqual(['learnin', 'false']);
      await page.getByRole('link', { name: /^Papers/ }).click();
      await page.waitForURL(/kind=paper/);
      await box.press('End');
      await box.pressSequentially('g deep');
      await box.press('Enter');
      await waitForHeading(page, 'Search for “learning deep”');
      expect([await box.inputValue(), await box.getAttribute('aria-expanded')]).toEqual([
        'learning deep',
        'false',
      ]);
      await page.goBack();
      await waitForHeading(page, 'Search for “learnin”');
      expect(await box.inputValue()).toBe('learnin');
    },
  );

  it('lists results with similar words after a heading, and marks these words in another way', async () => {
    const { page, problems } = await open('/search?text=terence', {
      prepare: (page) =>
        changeAnswers(page, 'SearchPage', (data) => {
          const { search } = data as { search: { edges: { matched: string; node: object }[] } };
          const [first] = search.edges;
          const similar = { ...first, matched: 'FUZZY', node: { ...first!.node, label: 'Terrence Example' } };
          return { data: { ...data, search: { ...search, edges: [first, similar] } } };
        }),
    });
    await page.getByRole('heading', { name: 'Similar spellings' }).waitFor();
    const lists = page.locator('.result-list');
    expect(await lists.locator('.name').allInnerTexts()).toEqual(['Terence Tao', 'Terrence Example']);
    expect(await lists.locator('.name mark:not(.similar)').allInnerTexts()).toEqual(['Terence']);
    expect(await lists.last().locator('.name mark.similar').allInnerTexts()).toEqual(['Terrence']);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('describes authors by their years and frequent collaborators, and papers by their first authors', async () => {
    const { page } = await open('/search?text=michael+mahoney');
    const description = page
      .locator('.result-list > li', { hasText: 'Michael W. Mahoney' })
      .locator('.description');
    expect(await description.first().innerText()).toMatch(
      /^\d+ papers · \d{4}–\d{4} · (?:.+ · )?with .+, .+$/,
    );
    const { page: other } = await open('/search?text=attention+is+all');
    expect(await other.locator('.result-list .description').first().innerText()).toContain(
      'Ashish Vaswani, Noam Shazeer, Niki Parmar and others',
    );
  });

  it('marks what matched', async () => {
    const { page } = await open('/search?text=LEARN+deep');
    await page.locator('mark').first().waitFor();
    for (const result of await page.locator('.result-list .name').all()) {
      const marked = (await result.locator('mark').allInnerTexts()).map((text) => text.toLowerCase());
      expect(marked).toEqual(expect.arrayContaining(['learn', 'deep']));
    }
  });

  it('offers no kinds if nothing was found', async () => {
    const { page } = await open('/search?q=qqqqzzzzxxxx');
    await page.getByText('Nothing stored here has this word').waitFor();
    expect(await page.getByRole('navigation', { name: 'Kinds' }).getByRole('link').count()).toBe(0);
  });
});
