import { describeWithBrowser } from '../../support/browser/available.ts';
import { explorerServer } from '../support/explorerPage.ts';
import { changeAnswers } from '../support/requests.ts';

describeWithBrowser('the examples in GraphiQL', (chromium) => {
  const { open } = explorerServer(chromium);

  it('use stored entities if the seed graph is not stored', async () => {
    const { page, problems } = await open('/graphiql/', {
      prepare: (page) =>
        changeAnswers(page, 'StoredEntities', (data) => ({ data: { ...data, seed: [null], topics: null } })),
    });
    page.setDefaultTimeout(60_000);
    await page.waitForSelector('.graphiql-query-editor :text("Ben Hutchinson")');
    const tabs = await page.locator('.graphiql-tab').allInnerTexts();
    expect(tabs).not.toContain('HowTwoTopicsAreConnected');
    expect(tabs).toContain('HowTwoPeopleAreConnected');
    expect(problems).toEqual([]);
  }, 120_000);
});
