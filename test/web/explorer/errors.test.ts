import type { Route } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { explored, headed, held, operation, places } from '../support/explorerPage.ts';

const failing = (code: string): object => ({
  status: 500,
  json: { errors: [{ message: 'x', extensions: { code, requestId: 'request-1' } }] },
});

describeWithBrowser('the explorer, on a server in trouble', (chromium) => {
  const { open } = explored(chromium);

  it('says that it is loading while an answer is slow, and shows the graph as soon as that is there', async () => {
    const { until, release } = held();
    const { page } = await open(places.author, {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          if (operation(route) === 'AuthorPage') await until;
          await route.continue();
        }),
    });
    await headed(page, 'Loading …');
    expect(await page.locator('article[aria-busy="true"] .loading').first().isVisible()).toBe(true);
    await page.locator('coauthor-graph').waitFor();
    release();
    await headed(page, 'Berivan Isik');
    expect(await page.locator('.loading').count()).toBe(0);
  });

  it.each([
    ['INTERNAL_SERVER_ERROR', 'Something went wrong in the server.'],
    ['TIMEOUT', 'This took longer than the server allows.'],
    ['STORE_UNAVAILABLE', 'The database behind the server does not answer.'],
    ['RATE_LIMITED', 'Too many questions in a short time.'],
  ])('says what failed by %s, and tries again on demand', async (code, sentence) => {
    let failures = 1;
    const { page } = await open(places.topic, {
      prepare: (page) =>
        page.route('**/graphql', (route) =>
          operation(route) === 'TopicPage' && failures-- > 0
            ? route.fulfill(failing(code))
            : route.continue(),
        ),
    });
    const alert = page.getByRole('alert').filter({ hasText: sentence });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('request-1');
    await page.getByRole('button', { name: 'Try again' }).click();
    await headed(page, 'Machine Translation');
  });

  it.each([
    ['is not reached', (route: Route) => route.abort(), 'The server could not be reached.'],
    [
      'is a proxy with a page of its own',
      (route: Route) =>
        route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
      'The server gave an answer that could not be understood.',
    ],
  ])('says so where the server %s', async (_, answer, sentence) => {
    const { page } = await open('/', { prepare: (page) => page.route('**/graphql', answer) });
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Most collaborators' }).waitFor();
  });

  it('shows what there is where a part of an answer failed, and asks for that part again', async () => {
    const { page } = await open(places.author, {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          if (operation(route) !== 'AuthorPage') return route.continue();
          const response = await route.fetch();
          const { data } = (await response.json()) as { data: { author: object } };
          const errors = [
            { message: 'x', path: ['author', 'collaborators'], extensions: { code: 'TIMEOUT' } },
          ];
          const author = { ...data.author, collaborators: null };
          return route.fulfill({ response, json: { data: { author }, errors } });
        }),
    });
    await headed(page, 'Berivan Isik');
    const part = page.locator('#collaborators');
    await part.getByText('These collaborators could not be loaded.').waitFor();
    await part.getByRole('button', { name: 'Try again' }).click();
    await part.getByText('Tsachy Weissman').waitFor();
  });

  it('keeps what is shown where more of it fails', async () => {
    let failures = 1;
    const { page } = await open(places.author, {
      prepare: (page) =>
        page.route('**/graphql', (route) =>
          operation(route) === 'AuthorPapers' && failures-- > 0 ? route.abort() : route.continue(),
        ),
    });
    await page.getByRole('button', { name: 'Show more papers' }).click();
    const papers = page.locator('#papers');
    await papers.getByText('These papers could not be loaded.').waitFor();
    expect(await papers.locator('li article').count()).toBe(10);
    await papers.getByRole('button', { name: 'Try again' }).click();
    await papers.locator('li article').nth(18).waitFor();
  });

  it('ignores answers that come after what was typed later', async () => {
    const { until, release } = held();
    const { page } = await open('/', {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          if ((route.request().postData() ?? '').includes('"prefix":"kevin"')) await until;
          await route.continue().catch(() => undefined); // the page has given it up
        }),
    });
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('kevin');
    await page.waitForRequest((request) => (request.postData() ?? '').includes('"prefix":"kevin"'));
    await box.fill('berivan');
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
    release();
    await page.waitForTimeout(300);
    expect(await page.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('Berivan Isik')]);
  });

  it('says in the search box that nothing is found, or that the server does not answer', async () => {
    const { page } = await open('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('zzzzqq');
    await page.getByText('Nothing begins like “zzzzqq”.').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await box.fill('berivan');
    await page.getByText('The server could not be reached.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
  });
});
