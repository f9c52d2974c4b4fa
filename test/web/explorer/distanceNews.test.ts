import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';

describeWithBrowser('what is new about the distance to a person', (chromium) => {
  const { open, url } = explorerServer(chromium);

  it('says in which steps an author came nearer, with a feed, and stays in the address', async () => {
    const { page, problems } = await open(entityPages.author);
    const news = page.locator('distance-news');
    await news.getByRole('combobox').fill('Tsachy W');
    await page.getByRole('option', { name: 'Tsachy Weissman' }).click();
    await news.getByText('First paper with Tsachy Weissman').waitFor();
    expect(await news.locator('li a').first().getAttribute('href')).toMatch(/^\/paper\//);
    expect(await seriousViolations(page)).toEqual([]);
    const path = (await news.getByRole('link', { name: 'Atom feed' }).getAttribute('href')) ?? '';
    const feed = await page.request.get(url() + path);
    expect(await feed.text()).toContain(
      'Berivan Isik and Tsachy Weissman have written their first paper together',
    );

    const { page: other } = await open(page.url().slice(url().length), { width: 360 });
    await other.locator('distance-news').getByText('First paper with Tsachy Weissman').waitFor();
    expect(await other.locator('distance-news').getByRole('combobox').inputValue()).toBe('Tsachy Weissman');
    expect(await other.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(problems).toEqual([]);
  });

  it('says that nothing connects two people', async () => {
    const { page } = await open(
      `${entityPages.author}?news.distance-to=${encodeURIComponent('author:seed-name:Berivan%20Isik')}`,
    );
    await page.locator('distance-news').getByText('Choose somebody else.').waitFor();
  });
});
