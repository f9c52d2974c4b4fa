import type { Page } from 'playwright-core';
import { hashOfKey, newKey } from '../../../src/api/access/apiKey.ts';
import { entityPath } from '../../../src/web/explorer/address.ts';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { explorerServer } from '../support/explorerPage.ts';
import { waitUntil } from '../support/waitUntil.ts';

const key = newKey();

describeWithBrowser('the review of authors who may be one person', (chromium) => {
  const { open, url } = explorerServer(
    chromium,
    { apiKeys: [{ name: 'ada', roles: ['CURATOR'], hash: hashOfKey(key) }] },
    ['Zorn', 'Yates'].map((name, index) => ({
      ids: { acl: `P18-100${index}`, doi: '10.1000/one' },
      title: `Entry of ${name}`,
      year: 2018,
      authors: [{ name: `Quentin ${name}` }],
    })),
  );
  const candidate = (page: Page) => page.getByRole('region', { name: 'Candidate' });
  const names = (page: Page): Promise<string[]> => candidate(page).locator('.compared h3').allInnerTexts();
  const place = (page: Page, number: number) =>
    candidate(page)
      .locator('h2 .count', { hasText: new RegExp(`^${number} of`) })
      .waitFor();

  const enterKey = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Key for corrections').fill(text);
    await page.getByRole('button', { name: 'Use the key' }).click();
  };

  it('has the name of the link that leads to it', async () => {
    const { page } = await open('/');
    const link = page.getByRole('contentinfo').getByRole('link', { name: 'Authors who may be one person' });
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Authors who may be one person' }).waitFor();
    await waitUntil(async () => (await page.title()).startsWith('Authors who may be one person'));
  });

  it('shows candidates side by side with the evidence, to a reader without a key', async () => {
    const { page, problems } = await open('/review');
    await place(page, 1);
    expect(await names(page)).toHaveLength(2);
    expect(await candidate(page).locator('.evidence dt').count()).toBeGreaterThan(1);
    await page.keyboard.press('n');
    await place(page, 2);
    await page.keyboard.press('p');
    await place(page, 1);
    expect(await page.getByRole('button', { name: 'Same person' }).count()).toBe(0);
    await page.keyboard.press('s');
    expect(await page.locator('#history').innerText()).toContain('No corrections were made.');
    expect(problems).toEqual([]);
  });

  it('says that a key is not accepted, and does not keep it', async () => {
    const { page } = await open('/review');
    await enterKey(page, newKey());
    await page.getByRole('alert').filter({ hasText: 'is not accepted' }).waitFor();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    expect(await page.getByRole('button', { name: 'Same person' }).count()).toBe(0);
  });

  it('works through candidates by keyboard; a decision can be undone, and the key is kept for the tab', async () => {
    const { page, problems } = await open('/review');
    await place(page, 1);
    const first = await names(page);
    await enterKey(page, key);
    await page.getByText('You decide as ada.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('d');
    await place(page, 2);
    await page.locator('#history article').first().waitFor();
    expect(await page.locator('#history article').first().innerText()).toMatch(/Different people.*ada/s);
    expect(await names(page)).not.toEqual([]);
    await page.keyboard.press('u');
    await place(page, 1);
    expect(await names(page)).toEqual(first);
    await page.locator('#history article[data-undone]').first().waitFor();
    await page.getByLabel('Reason').fill('ddd');
    await place(page, 1);
    await page.locator('h1').click();
    await page.keyboard.press('s');
    await place(page, 2);
    await page.locator('#history article').nth(1).waitFor();
    expect(await page.locator('#history article').first().innerText()).toMatch(/One person.*ddd/s);
    await page.reload();
    await page.getByText('You decide as ada.').waitFor();
    await page.locator('#history').getByRole('button', { name: 'Undo' }).click();
    await page.locator('#history article[data-undone]').nth(1).waitFor();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    expect(problems).toEqual([]);
  });

  it('has papers to which one catalogue gives one DOI on a page of its own', async () => {
    const { page, problems } = await open('/review');
    await page.getByRole('link', { name: 'Papers that may be one paper' }).click();
    await page.getByRole('heading', { level: 1, name: 'Papers that may be one paper' }).waitFor();
    await place(page, 1);
    expect((await names(page)).sort()).toEqual(['Entry of Yates', 'Entry of Zorn']);
    const text = await candidate(page).innerText();
    for (const part of ['50 % likely to be one paper', 'one DOI, different titles', 'Quentin Yates'])
      expect(text).toContain(part);
    await enterKey(page, key);
    await page.getByText('You decide as ada.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Different papers' }).click();
    await page.getByText('There are no more candidates.').waitFor();
    await page.locator('#history article strong', { hasText: /^Different$/ }).waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('u');
    await place(page, 1);
    expect(problems).toEqual([]);
  });

  it('asks before the page is left while a decision is being stored', async () => {
    const { page } = await open('/review', {
      prepare: (page) => page.addInitScript(`sessionStorage.setItem('coauthor-graph-key', '${key}')`),
    });
    await page.getByText('You decide as ada.').waitFor();
    await place(page, 1);
    let isHeld = true;
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation')) await waitUntil(() => Promise.resolve(!isHeld));
      await route.continue();
    });
    await page.locator('h1').click();
    await page.keyboard.press('d');
    await place(page, 2);
    const asked = page.waitForEvent('dialog');
    void page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    isHeld = false;
    await page.locator('#history article').first().waitFor();
    await page.keyboard.press('u');
    await page.locator('[aria-label="Candidate"][aria-busy="false"]').waitFor();
    await page.close({ runBeforeUnload: true });
  });

  it('splits papers off an author, on the page of the author, for a reader with a key', async () => {
    const response = await fetch(`${url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          '{ authors(orderBy: MOST_PAPERS, first: 50) { nodes { id name possibleMixture { paperCount } } } }',
      }),
    });
    const { data } = (await response.json()) as {
      data: { authors: { nodes: { id: string; name: string; possibleMixture: unknown[] | null }[] } };
    };
    const mixed = data.authors.nodes.find(({ possibleMixture }) => possibleMixture !== null)!;
    const { page, problems } = await open(entityPath(mixed.id), {
      prepare: (page) => page.addInitScript(`sessionStorage.setItem('coauthor-graph-key', '${key}')`),
    });
    const groups = page.locator('#mixture .compared');
    await groups.first().waitFor();
    const title = await groups.last().locator('.compared-papers a').first().innerText();
    await groups.last().getByRole('button', { name: 'These are another person’s papers' }).click();
    await page.getByText('Told apart from others of the name by a correction.').waitFor();
    expect(await page.locator('h1').innerText()).toContain(mixed.name.split(' ').at(-1)!);
    expect(await page.locator('#papers').innerText()).toContain(title);
    expect(problems).toEqual([]);
  });
});
