import type { Route } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { gate } from '../../support/gate.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';
import { changeAnswers, graphqlRequests, operationName } from '../support/requests.ts';

const errorAnswer = (code: string): object => ({
  status: 500,
  json: { errors: [{ message: 'x', extensions: { code, requestId: 'request-1' } }] },
});

describeWithBrowser('errors in the explorer', (chromium) => {
  const { open } = explorerServer(chromium);

  it('shows a placeholder while an answer is slow, and loads the graph meanwhile', async () => {
    const { opened, open: release } = gate();
    const { page } = await open(entityPages.author, {
      prepare: (page) =>
        page.route(graphqlRequests, async (route) => {
          if (operationName(route) === 'AuthorPage') await opened;
          await route.continue();
        }),
    });
    await waitForHeading(page, 'Loading …');
    expect(await page.locator('article[aria-busy="true"] .loading').first().isVisible()).toBe(true);
    const graph = page.locator('coauthor-graph');
    await graph.waitFor({ state: 'attached' });
    expect(await graph.isVisible()).toBe(false); // it would move when the page has loaded
    release();
    await waitForHeading(page, 'Berivan Isik');
    await graph.waitFor();
    expect(await page.locator('.loading').count()).toBe(0);
  });

  it('says of a paper that its source took it back, and why', async () => {
    const removed = {
      id: 'paper:acl:P18-1001',
      label: 'A paper',
      source: 'acl',
      reason: '2026-03-01: Withdrawn',
      removedAt: '2026-03-02T10:00:00.000Z',
    };
    const { page } = await open('/paper/paper:acl:P18-1001', {
      prepare: (page) =>
        page.route(graphqlRequests, (route) =>
          operationName(route) === 'Removed'
            ? route.fulfill({ json: { data: { removed } } })
            : route.continue(),
        ),
    });
    await waitForHeading(page, 'Removed');
    const text = await page.locator('main').innerText();
    expect(text).toContain('“A paper” was removed: its source, acl, took it back.');
    expect(text).toContain('It has not been in this graph since Mar 2, 2026.');
    expect(text).toContain('2026-03-01: Withdrawn');
  });

  it.each([
    ['INTERNAL_SERVER_ERROR', 'An error occurred in the server.'],
    ['TIMEOUT', 'This took longer than the server allows.'],
    ['STORE_UNAVAILABLE', 'The database of the server does not answer.'],
    ['RATE_LIMITED', 'Too many requests in a short time.'],
  ])('explains the error %s and offers to retry', async (code, sentence) => {
    let failures = 1;
    const { page } = await open(entityPages.topic, {
      prepare: (page) =>
        page.route(graphqlRequests, (route) =>
          operationName(route) === 'TopicPage' && failures-- > 0
            ? route.fulfill(errorAnswer(code))
            : route.continue(),
        ),
    });
    const alert = page.getByRole('alert').filter({ hasText: sentence });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('request-1');
    await page.getByRole('button', { name: 'Try again' }).click();
    await waitForHeading(page, 'Machine Translation');
  });

  it.each([
    ['cannot be reached', (route: Route) => route.abort(), 'The server could not be reached.'],
    [
      'is replaced by the error page of a proxy',
      (route: Route) =>
        route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
      'The server returned an answer that this page does not understand.',
    ],
  ])('shows an error message if the server %s', async (_, answer, sentence) => {
    const { page } = await open('/', { prepare: (page) => page.route(graphqlRequests, answer) });
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    await page.unroute(graphqlRequests);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Most collaborators' }).waitFor();
  });

  it('shows the other parts of a page if one part failed, and offers to load it again', async () => {
    const errors = [{ message: 'x', path: ['author', 'collaborators'], extensions: { code: 'TIMEOUT' } }];
    const { page } = await open(entityPages.author, {
      prepare: (page) =>
        changeAnswers(page, 'AuthorPage', (data) => ({
          data: { author: { ...(data as { author: object }).author, collaborators: null } },
          errors,
        })),
    });
    await waitForHeading(page, 'Berivan Isik');
    const panel = page.locator('#collaborators');
    await panel.getByText('The collaborators could not be loaded.').waitFor();
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByText('Tsachy Weissman').waitFor();
  });

  it('keeps the items of a list if its next page fails', async () => {
    let failures = 1;
    const { page } = await open(entityPages.author, {
      prepare: (page) =>
        page.route(graphqlRequests, (route) =>
          operationName(route) === 'AuthorPapers' && failures-- > 0 ? route.abort() : route.continue(),
        ),
    });
    await page.getByRole('button', { name: 'Show more papers' }).click();
    const papers = page.locator('#papers');
    await papers.getByText('The papers could not be loaded.').waitFor();
    expect(await papers.locator('li article').count()).toBe(10);
    await papers.getByRole('button', { name: 'Try again' }).click();
    await papers.locator('li article').nth(18).waitFor();
  });

  it('ignores late answers to earlier input in the search field', async () => {
    const { opened, open: release } = gate();
    const { page } = await open('/', {
      prepare: (page) =>
        page.route(graphqlRequests, async (route) => {
          if ((route.request().postData() ?? '').includes('"prefix":"kevin"')) await opened;
          await route.continue().catch(() => undefined); // the page has cancelled the request
        }),
    });
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('kevin');
    await page.waitForRequest((request) => (request.postData() ?? '').includes('"prefix":"kevin"'));
    await box.fill('berivan');
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
    release();
    await page.waitForTimeout(300);
    expect(await page.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('Berivan Isik'),
    ]);
  });

  it('says in the search field that there are no results, or that the server does not answer', async () => {
    const { page } = await open('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('zzzzqq');
    await page.getByText('No results for “zzzzqq”.').waitFor();
    await page.route(graphqlRequests, (route) => route.abort());
    await box.fill('berivan');
    await page.getByText('The server could not be reached.').waitFor();
    await page.unroute(graphqlRequests);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
  });
});
