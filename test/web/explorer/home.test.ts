import { describeWithBrowser } from '../../support/browser/available.ts';
import { explorerServer } from '../support/explorerPage.ts';
import { changeAnswers } from '../support/requests.ts';

interface Statistics {
  statistics: object;
}

describeWithBrowser('the home page of the explorer', (chromium) => {
  const { open } = explorerServer(chromium);

  it('shows in each list the number that it is ordered by', async () => {
    const { page, problems } = await open('/');
    const firstRow = async (heading: string) =>
      page
        .locator('section', { has: page.getByRole('heading', { name: heading }) })
        .locator('li')
        .first()
        .innerText();
    expect(await firstRow('Authors with the most collaborators')).toMatch(/\d+ collaborators$/);
    expect(await firstRow('Topics with the most papers')).toMatch(/\d+ papers$/);
    expect(await firstRow('Institutions with the most papers')).toMatch(/\d+ papers$/);
    expect(problems).toEqual([]);
  });

  it('does not offer kinds of which nothing is stored', async () => {
    const { page } = await open('/', {
      prepare: (page) =>
        changeAnswers(page, 'HomePage', (data) => {
          const { statistics } = data as Statistics;
          return { data: { ...data, topics: { nodes: [] }, statistics: { ...statistics, topicCount: 0 } } };
        }),
    });
    const figures = page.getByRole('region', { name: 'Size of the graph' });
    await figures.waitFor();
    expect(await figures.innerText()).not.toContain('topics');
    expect(await page.getByRole('link', { name: 'two people' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'two topics' }).count()).toBe(0);
  });
});
