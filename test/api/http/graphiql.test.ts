import { chromium } from 'playwright-core';
import { examples } from '../../../src/web/graphiql/examples.ts';
import { seedEntities } from '../../../src/web/graphiql/exampleEntities.ts';
import { createRecipes } from '../../../src/web/graphiql/recipes.ts';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { seedServed } from '../../support/api/seedServed.ts';

describe('the page to explore with, on the seed graph', () => {
  const { url, post } = seedServed();

  it.each([...examples, ...createRecipes(seedEntities)])(
    'has an example that is answered: %#',
    async ({ query, variables }) => {
      const text = await post({ query, variables: JSON.parse(variables ?? '{}') as unknown });
      expect(text).not.toContain('"errors"');
      expect(text).not.toContain('"nodes":[]');
      expect(text.length).toBeGreaterThan(300);
    },
  );

  describeWithBrowser('in a browser', (executablePath) => {
    it('opens with a tab for each example, runs one, and breaks no rule of the policy', async () => {
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('request', (request) => {
          if (!request.url().startsWith(url()) && !request.url().startsWith('data:'))
            complaints.push(request.url());
        });
        await page.goto(`${url()}/graphiql`);
        page.setDefaultTimeout(60_000);
        // Before the editor holds the query there is nothing the button could run.
        await page.waitForSelector('.graphiql-query-editor :text("FindAPerson")');
        expect(await page.locator('.graphiql-tab').count()).toBe(examples.length);
        const answered = page.waitForResponse((response) =>
          (response.request().postData() ?? '').includes('query FindAPerson'),
        );
        await page.click('.graphiql-execute-button');
        expect((await answered).status()).toBe(200);
        await page.waitForSelector('.result-window :text("Berivan Isik")');
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    }, 120_000);
  });
});
