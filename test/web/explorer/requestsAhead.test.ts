import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { gate } from '../../support/gate.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';
import { waitUntil } from '../support/waitUntil.ts';

/** Counts the requests of an operation from now on. */
const counted = (page: Page, operation: string): { count: number } => {
  const requests = { count: 0 };
  page.on('request', (request) => {
    if (request.postData()?.includes(`query ${operation}(`)) requests.count += 1;
  });
  return requests;
};

describeWithBrowser('requests ahead of a page', (chromium) => {
  const { open } = explorerServer(chromium);

  it('the query of an entity is sent before the script of the explorer is loaded, and only once', async () => {
    const { opened, open: release } = gate();
    let requests = { count: 0 };
    const opening = open(entityPages.author, {
      prepare: async (page) => {
        requests = counted(page, 'AuthorPage');
        await page.route('**/graphExplorer-*.js', async (route) => {
          await opened;
          await route.continue();
        });
      },
    });
    await waitUntil(() => Promise.resolve(requests.count === 1));
    release();
    const { page, problems } = await opening;
    await waitForHeading(page, 'Berivan Isik');
    expect(requests.count).toBe(1);
    expect(problems).toEqual([]);
  });

  it('the query of a link is sent while the pointer rests on it, and its answer is used by the click', async () => {
    const { page, problems } = await open(entityPages.author);
    const requests = counted(page, 'PaperPage');
    const link = page.locator('#papers h3 a').first();
    const title = await link.innerText();
    await link.hover();
    await waitUntil(() => Promise.resolve(requests.count === 1));
    await link.click();
    await waitForHeading(page, title);
    expect(requests.count).toBe(1);
    expect(problems).toEqual([]);
  });
});
