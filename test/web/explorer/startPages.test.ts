import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { explorerServer, settled, waitForHeading } from '../support/explorerPage.ts';
import { graphqlRequests, operationName } from '../support/requests.ts';

const examples = (page: Page) => page.getByRole('region', { name: 'For example' }).getByRole('link');

/** The seed graph has no two authors without a path and without a common topic, so the answers are changed. */
const unconnected = (page: Page) =>
  page.route(graphqlRequests, async (route) => {
    const changes: Record<string, object> = {
      AuthorPaths: {
        collaborationPaths: { status: 'NOT_CONNECTED', isComplete: true, distance: null, paths: [] },
      },
      PathAlternatives: { topics: { shared: { nodes: [], totalCount: 0 } } },
    };
    const change = changes[operationName(route)];
    if (!change) return route.continue();
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: { comparison?: object } };
    const { comparison } = data;
    const changed = comparison ? { comparison: { ...comparison, ...change } } : { ...data, ...change };
    return route.fulfill({ response, json: { data: changed } });
  });

const ids = { from: 'author:seed-name:Michael%20W.%20Mahoney', to: 'author:seed-name:Terence%20Tao' };
const pathOf = (parameters: Record<string, string>) =>
  `/paths/authors?${new URLSearchParams(parameters).toString()}`;

describeWithBrowser('a page of the explorer without content', (chromium) => {
  const { open } = explorerServer(chromium);

  it.each(['authors', 'topics'])('offers paths between stored %s', async (kind) => {
    const { page, problems } = await open(`/paths/${kind}`);
    await examples(page).first().click();
    await page.getByRole('heading', { name: /steps? apart/ }).waitFor();
    expect(problems).toEqual([]);
  });

  it('offers paths from the only chosen endpoint', async () => {
    const { page } = await open(pathOf({ from: ids.from }));
    const example = examples(page).first();
    expect(await example.innerText()).toMatch(/^From Michael W\. Mahoney to ./);
    await example.click();
    await page.getByRole('heading', { name: /^2 steps apart/ }).waitFor();
  });

  it('offers a comparison of each kind, and comparisons with the only chosen entity', async () => {
    const { page, problems } = await open('/compare');
    await examples(page).nth(3).waitFor();
    expect(await examples(page).count()).toBe(4);
    await examples(page).first().click();
    await page.locator('#figures').waitFor();
    await page.goto(new URL(`/compare?ids=${encodeURIComponent(ids.from)}`, page.url()).href);
    await examples(page).first().click();
    await page.locator('#figures').waitFor();
    expect(problems).toEqual([]);
  });

  it('offers well-known entities if a search has no results or no words', async () => {
    for (const path of ['/search?text=xyzzyq', '/search']) {
      const { page, problems } = await open(path);
      await page.getByRole('heading', { name: 'Frequent topics' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.locator('known-entities a').first().click();
      await page.waitForURL('**/author/**');
      expect(problems).toEqual([]);
    }
  });

  it('offers a search where a page does not exist', async () => {
    const { page } = await open('/people/terence-tao');
    await waitForHeading(page, 'Page not found');
    await page.locator('known-entities a').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Search for “terence tao”' }).click();
    await page.locator('.result-list').getByRole('link', { name: 'Terence Tao' }).waitFor();
  });

  it('offers a search for the name of an author who is not stored', async () => {
    const { page, problems } = await open('/author/author:x-name:Terence%2520Tao');
    await waitForHeading(page, 'Not found');
    await page.locator('known-entities a').first().waitFor();
    await page.getByRole('link', { name: 'Search for “Terence Tao”' }).click();
    await page.locator('.result-list').getByRole('link', { name: 'Terence Tao' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('offers searches with fewer limits if two people are not connected', async () => {
    const { page } = await open(pathOf({ ...ids, since: '2100', minPapers: '2' }));
    await page.getByRole('heading', { name: 'They are not connected' }).waitFor();
    await page.getByRole('link', { name: 'Without all filters' }).click();
    await page.getByRole('heading', { name: '4 steps apart, 3 paths found' }).waitFor();
    expect(new URL(page.url()).searchParams.get('since')).toBeNull();
  });

  it('says what two people share who are not connected, and leads to a path between their topics', async () => {
    const { page, problems } = await open(pathOf(ids), { prepare: unconnected });
    await page.getByText('No chain of joint papers leads from one to the other.').waitFor();
    await page.getByText(/^Michael W\. Mahoney has \d+ collaborators here\./).waitFor();
    await settled(page);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('link', { name: /^Find a path between their main topics/ }).click();
    await page.waitForURL('**/paths/topics?**');
    await page.getByRole('heading', { name: /steps? apart/ }).waitFor();
    expect(problems).toEqual([]);
  });
});
