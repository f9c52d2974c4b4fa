import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';

describeWithBrowser('what is new in the explorer', (chromium) => {
  const { open, url } = explorerServer(chromium);

  it('a paper opens with related papers by year, and shows all neighbors on request', async () => {
    const { page, problems } = await open(entityPages.paper);
    const graph = page.locator('coauthor-graph');
    await graph.getByText('From left to right by year.').waitFor();
    await graph.getByRole('button', { name: 'List', exact: true }).click();
    expect(await graph.getByRole('row', { name: /paper/ }).count()).toBeGreaterThan(20);
    await graph.getByRole('row', { name: /paper/ }).nth(3).getByRole('button').click();
    await graph.locator('[part="panel"]', { hasText: /Shares .* with this paper\./ }).waitFor();
    await page.waitForURL(/\?select=/);
    await page.getByRole('button', { name: 'Authors, topics, citations' }).click();
    await graph.getByRole('button', { name: /^Authors \d/ }).waitFor();
    await page.waitForURL(/\?graph=neighbors$/);
    await page.reload();
    await graph.getByRole('button', { name: /^Authors \d/ }).waitFor();
    await page.getByRole('button', { name: 'Related papers' }).click();
    await graph.getByText('From left to right by year.').waitFor();
    expect(problems).toEqual([]);
  });

  it('a paper has possible reviewers with their related papers, and says who is left out', async () => {
    const { page, problems } = await open(entityPages.paper);
    await page.getByRole('link', { name: 'Who could review this' }).click();
    const panel = page.locator('#reviewers');
    const first = panel.locator('article').first();
    await first.waitFor();
    expect(await first.innerText()).toMatch(/\d+ related papers?:/);
    expect(await panel.locator('.note').innerText()).toMatch(
      /\d+ authors? (is|are) left out by these rules\./,
    );
    expect(await panel.getByRole('link', { name: 'Ashish Vaswani' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('a paper without related papers opens with its neighbors', async () => {
    const { page } = await open(entityPages.paper, {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          const isMap = route.request().postData()?.includes('query RelatedMap') ?? false;
          if (!isMap) return route.continue();
          const response = await route.fetch();
          const { data } = (await response.json()) as { data: { paper: object } };
          const paper = { ...data.paper, relatedPapers: { edges: [] } };
          return route.fulfill({ response, json: { data: { paper } } });
        }),
    });
    await page.locator('coauthor-graph').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it.each(Object.entries(entityPages))('the page of the %s links its feed', async (_, path) => {
    const { page } = await open(path);
    const link = page.getByRole('link', { name: 'Feed' });
    await link.waitFor();
    const address = await link.getAttribute('href');
    expect(await page.locator('head link[rel="alternate"]').getAttribute('href')).toBe(address);
    const feed = await page.request.get(url() + address!);
    expect(feed.headers()['content-type']).toContain('application/atom+xml');
    expect(await feed.text()).toContain('<entry>');
  });

  it('topics and institutions have a chart of their papers, and countries', async () => {
    for (const path of [entityPages.topic, entityPages.institution]) {
      const { page } = await open(path);
      await page.getByRole('img', { name: /^Papers per year/ }).waitFor();
      await page.locator('#countries tr').nth(1).waitFor();
    }
  });

  it('a search with typing errors offers the names that are spelled like it', async () => {
    const { page } = await open('/search?text=berivan%20isikk');
    const note = page.locator('.spellings');
    await note.getByRole('link', { name: 'Berivan Isik' }).click();
    await page.waitForURL(/text=Berivan/);
    await page.getByRole('heading', { name: 'Search for “Berivan Isik”' }).waitFor();
    expect(await page.locator('.spellings').count()).toBe(0);
  });

  it('the recipes have no part that a swipe on a phone scrolls instead of the page', async () => {
    const { page } = await open('/recipes', { width: 360 });
    await page.locator('pre').nth(3).waitFor();
    const heights = await page.evaluate<number[]>(
      "[...document.querySelectorAll('pre')].map((each) => each.scrollHeight - each.clientHeight)",
    );
    expect(Math.max(...heights)).toBe(0);
  });

  it('the recipes have queries about stored entities, which run', async () => {
    const { page, problems } = await open('/recipes');
    const recipe = page.locator('section', { hasText: 'Papers like a paper' });
    await recipe.getByRole('button', { name: 'Run' }).click();
    await recipe.getByRole('status').waitFor();
    const answer = JSON.parse(await recipe.getByRole('status').innerText()) as object;
    expect(answer).not.toHaveProperty('errors');
    expect(problems).toEqual([]);
  });
});
