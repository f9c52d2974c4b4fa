import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';
import { changeAnswers } from '../support/requests.ts';
import { waitUntil } from '../support/waitUntil.ts';

describeWithBrowser('filters of papers', (chromium) => {
  const { open, url } = explorerServer(chromium);

  it('by a topic with narrower topics has a lower bound as its count, because the list also has their papers', async () => {
    const { page } = await open('/author/author:seed-name:Paul%2520Erd%25C5%2591s');
    const papers = page.locator('#papers');
    await papers.locator('summary', { hasText: 'Filter' }).click();
    const topic = papers
      .getByRole('group', { name: 'Topic' })
      .getByRole('button', { name: /^Graph Theory / });
    expect((await topic.innerText()).split(/\s*\n/)).toEqual(['Graph Theory', '1+']);
    await topic.click();
    await papers.getByRole('button', { name: /^Graph Theory/, pressed: true }).waitFor();
    await papers.getByRole('heading', { name: 'Papers 3' }).waitFor();
  });

  it('by a co-author and a topic are chosen by keyboard and kept in the address', async () => {
    const { page, problems } = await open(entityPages.author, { width: 360 });
    const papers = page.locator('#papers');
    await papers.locator('summary', { hasText: 'Filter' }).focus();
    await page.keyboard.press('Enter');
    const author = papers
      .getByRole('group', { name: 'Author' })
      .getByRole('button', { name: /^Tsachy Weissman / });
    expect((await author.innerText()).split(/\s*\n/)).toEqual(['Tsachy Weissman', '7']);
    await author.focus();
    await page.keyboard.press('Enter');
    await papers.getByRole('heading', { name: 'Papers 7' }).waitFor();
    const topic = papers.getByRole('group', { name: 'Topic' }).getByRole('button').first();
    await waitUntil(
      async () => (await papers.locator('.facet-groups').getAttribute('aria-busy')) === 'false',
    );
    const count = Number(/\d+$/.exec(await topic.innerText())?.[0]);
    await topic.click();
    await papers.getByRole('heading', { name: `Papers ${count}` }).waitFor();
    await papers.getByLabel('Order of the papers').selectOption('Oldest first');
    await page.waitForURL(/papers\.order=OLDEST/);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);

    const { page: other } = await open(page.url().slice(url().length));
    const same = other.locator('#papers');
    await same.getByRole('heading', { name: `Papers ${count}` }).waitFor();
    await same.getByRole('button', { name: /^Tsachy Weissman/, pressed: true }).waitFor();
    expect(await same.locator('li article').count()).toBe(count);
    expect(await same.getByLabel('Order of the papers').inputValue()).toBe('OLDEST');
    await same.getByRole('button', { name: 'Show all papers' }).click();
    await same.getByRole('heading', { name: 'Papers 19' }).waitFor();
    expect(other.url()).not.toContain('papers.author');
    expect(problems).toEqual([]);
  });

  it('stay in the address beside the state of the graph', async () => {
    const { page } = await open(`${entityPages.author}?papers.year=2020`);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'Authors 25' }).waitFor();
    await graph.getByRole('button', { name: 'Institutions 2' }).click();
    await page.waitForURL(/expand=.*papers\.year=2020/);
    await page
      .locator('#papers')
      .getByRole('button', { name: /^2020 /, pressed: true })
      .click();
    await page.waitForURL((address) => address.search !== '' && !address.search.includes('papers.'));
  });

  it.each(['papers.type=NOTHING', 'papers.topic=nonsense', 'papers.year=x', 'papers.order=WORST'])(
    'are left out of an address if they make no sense: %s',
    async (query) => {
      const { page } = await open(`${entityPages.author}?${query}`);
      await page.locator('#papers').getByRole('heading', { name: 'Papers 19' }).waitFor();
    },
  );

  it('are hidden beside the results if there is nothing to choose, and say so where they are opened', async () => {
    const prepare = (page: Page) =>
      changeAnswers(page, 'PaperFacets', (data) => ({
        data: Object.fromEntries(
          Object.keys(data).map((facet) => [facet, facet === 'chosen' ? [] : { nodes: [] }]),
        ),
      }));
    const { page } = await open('/search?text=learning', { prepare });
    await page.locator('paper-facets[data-empty]').waitFor({ state: 'attached' });
    expect(await page.getByRole('complementary', { name: 'Filters' }).count()).toBe(0);
    const { page: phone } = await open('/search?text=learning', { prepare, width: 360 });
    await phone.locator('summary', { hasText: 'Filter the papers' }).click();
    await phone.getByText('Nothing to choose').waitFor();
  });

  it('lead from the results of all kinds to the papers that have a value', async () => {
    const { page, problems } = await open('/search?text=learning');
    await page.locator('.result-list > li').first().waitFor();
    const filters = page.getByRole('complementary', { name: 'Filters' });
    const year = filters.getByRole('button', { name: /^2020 / });
    await year.click();
    await page.waitForURL(/kind=paper&papers\.year=2020/);
    await filters.getByRole('button', { name: /^2020 /, pressed: true }).waitFor();
    for (const description of await page.locator('.result-list .description').allInnerTexts())
      expect(description).toContain('2020');
    await page.goBack();
    await filters.getByRole('button', { name: /^2020 /, pressed: false }).waitFor();
    expect(problems).toEqual([]);
  });

  it('keep the order that the user has chosen for the papers of a search, and say why relevance is none', async () => {
    const { page, problems } = await open('/search?text=learning&kind=paper');
    const order = page.getByLabel('Order of the papers');
    await order.waitFor();
    const chosen = () => order.locator('option:checked').innerText();
    expect(await chosen()).toBe('Relevance');
    const year = page.getByRole('group', { name: 'Year' }).getByRole('button', { name: /^2020 / });
    await year.click();
    await page.getByText('Filtered papers cannot be ordered by relevance.').waitFor();
    expect(await chosen()).toBe('Most cited first');
    await page.getByRole('button', { name: 'Show all papers' }).click();
    await waitUntil(async () => (await chosen()) === 'Relevance');

    await order.selectOption('Newest first');
    await page.waitForURL(/papers\.order=NEWEST/);
    const years = async () =>
      (await page.locator('.result-list .description').allInnerTexts()).map((text) =>
        Number(/ (\d{4})(?: · [\d,]+ citations?)?$/.exec(text)?.[1]),
      );
    await waitUntil(async () => {
      const listed = await years();
      return listed.length === 20 && listed.every((each, index) => index === 0 || each <= listed[index - 1]!);
    });
    expect(await seriousViolations(page)).toEqual([]);
    await year.click();
    await page.waitForURL(/papers\.year=2020/);
    expect(await chosen()).toBe('Newest first');
    await page.getByText('cannot be ordered by relevance').waitFor({ state: 'detached' });
    await order.selectOption('Most cited first');
    await page.getByRole('button', { name: 'Show all papers' }).click();
    await page.waitForURL((address) => !address.search.includes('papers.year'));
    expect(await chosen()).toBe('Most cited first');
    expect(problems).toEqual([]);
  });

  it('narrow the papers that a search finds, with the number of papers of each', async () => {
    const { page, problems } = await open('/search?text=learning&kind=paper');
    await page.locator('.result-list > li').first().waitFor();
    const year = page.getByRole('group', { name: 'Year' }).getByRole('button', { name: /^2020 / });
    const count = Number((await year.innerText()).split(/\s+/)[1]);
    await year.click();
    await page.getByRole('status').getByText(`${count} results`).waitFor();
    const descriptions = await page.locator('.result-list .description').allInnerTexts();
    expect(descriptions).toHaveLength(Math.min(20, count));
    for (const description of descriptions) expect(description).toContain('2020');
    for (const name of await page.locator('.result-list .name').all())
      expect((await name.locator('mark').first().innerText()).toLowerCase()).toBe('learning');
    await page.getByLabel('Order of the papers').selectOption('Oldest first');
    await page.waitForURL(/papers\.year=2020/);

    const { page: other } = await open(page.url().slice(url().length));
    await other.getByRole('status').getByText(`${count} results`).waitFor();
    expect(await other.getByLabel('Order of the papers').inputValue()).toBe('OLDEST');
    expect(problems).toEqual([]);
  });
});
