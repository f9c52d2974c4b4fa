import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { explored, held, operation, until } from '../support/explorerPage.ts';

/** An answer as the server could give it, for what the seed graph has no example of. */
const answering = (page: Page, name: string, change: (data: object) => object): Promise<unknown> =>
  page.route('**/graphql', async (route) => {
    if (operation(route) !== name) return route.continue();
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: object };
    return route.fulfill({ response, json: { data: change(data) } });
  });

describeWithBrowser('paths in the explorer', (chromium) => {
  const { open } = explored(chromium);
  const between = (from: string, to: string, more = '') =>
    `/paths/authors?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}${more}`;
  const [mahoney, tao] = ['author:seed-name:Michael%20W.%20Mahoney', 'author:seed-name:Terence%20Tao'];

  it('finds the chains between two people by the keyboard alone, at an address that can be shared', async () => {
    const { page, complaints } = await open('/paths/authors');
    const choose = async (label: string, typed: string, name: string) => {
      const box = page.getByRole('combobox', { name: label, exact: true });
      await box.focus();
      await page.keyboard.type(typed);
      await page.getByRole('option', { name }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await box.inputValue()).toBe(name);
    };
    await choose('From', 'mahoney', 'Michael W. Mahoney');
    await choose('To', 'terence', 'Terence Tao');
    await page.getByRole('button', { name: 'Find', exact: true }).press('Enter');
    await page.getByRole('heading', { name: '4 steps apart, 3 chains found' }).waitFor();
    expect(new URL(page.url()).search).toContain('from=author');
    const chain = page.locator('.chain').first();
    expect(await chain.locator('.end').allInnerTexts()).toEqual([
      'Michael W. Mahoney',
      'Stephen J. Wright',
      'Benjamin Recht',
      'Emmanuel J. Candès',
      'Terence Tao',
    ]);
    expect(await chain.innerText()).toContain('Hogwild!');
    await page.locator('coauthor-graph').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '4 steps apart, 3 chains found' }).waitFor();
    expect(await page.title()).toBe('From Michael W. Mahoney to Terence Tao · Co-authorship graph');
    expect(complaints).toEqual([]);
  });

  it('goes by the options chosen, and keeps them in the address', async () => {
    const { page } = await open(between(mahoney, tao));
    await page.getByRole('heading', { name: /steps apart/ }).waitFor();
    await page.getByText('Options').click();
    await page.getByLabel('Best is').selectOption('Strongest ties');
    await page.getByLabel('How many chains').selectOption('1');
    await page.getByLabel('Papers since').fill('1990');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.waitForURL(/k=1&cost=STRENGTH&since=1990/);
    await page
      .locator('.chain')
      .getByText(/^cost \d/)
      .waitFor();
    await page.getByRole('heading', { name: /^1 chain found, the strongest of \d steps$/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '4 steps apart, 3 chains found' }).waitFor();
    expect(await page.getByLabel('Best is').inputValue()).toBe('HOPS');
    expect(await page.getByLabel('Papers since').inputValue()).toBe('');
  });

  it('asks for both ends before it asks the server', async () => {
    const { page } = await open(`/paths/authors?from=${encodeURIComponent(mahoney)}`);
    const from = page.getByRole('combobox', { name: 'From' });
    await until(async () => (await from.inputValue()) === 'Michael W. Mahoney');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose both ends' }).waitFor();
    await page.goto(page.url() + `&to=${encodeURIComponent(tao)}`);
    await page.getByRole('heading', { name: /steps apart/ }).waitFor();
    await from.fill('someone else, not chosen');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose both ends' }).waitFor();
  });

  it('says that a chain of so few steps does not exist', async () => {
    const { page } = await open(between(mahoney, tao, '&maxLength=3'));
    await page.getByRole('heading', { name: 'No chain of at most 3 steps' }).waitFor();
    await page.getByText('This is certain. A longer chain may exist').waitFor();
  });

  it('says that two are certainly not connected, over all papers or over those that pass', async () => {
    const { page } = await open(between(mahoney, tao, '&since=2100'));
    await page.getByRole('heading', { name: 'They are not connected' }).waitFor();
    await page.getByText('over the papers that pass the filters').waitFor();
  });

  it('claims nothing where the search was stopped', async () => {
    const { page } = await open(between(mahoney, tao), {
      prepare: (page) =>
        answering(page, 'AuthorPaths', (data) => ({
          ...data,
          collaborationPaths: { status: 'STOPPED', isComplete: false, distance: null, paths: [] },
        })),
    });
    await page.getByRole('heading', { name: 'The search was stopped' }).waitFor();
    await page.getByText('There may be a chain or not').waitFor();
  });

  it('says that they are the same, and that one of them is not stored', async () => {
    const { page } = await open(between(tao, tao));
    await page.getByRole('heading', { name: 'They are the same' }).waitFor();
    const { page: other } = await open(between(tao, 'author:seed-name:Nobody'));
    await other.getByRole('alert').filter({ hasText: 'One of the two is not stored here' }).waitFor();
  });

  it('keeps what is typed while the name of the other end is on its way', async () => {
    const { until: typed, release } = held();
    const { page } = await open('/paths/topics?from=topic%3Atopic%3Afederated%2520learning', {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          if (operation(route) === 'EndpointLabels') await typed;
          await route.continue();
        }),
    });
    const to = page.getByRole('combobox', { name: 'To', exact: true });
    await to.fill('machine translation');
    release();
    await until(
      async () => (await page.getByRole('combobox', { name: 'From', exact: true }).inputValue()) !== '',
    );
    expect(await to.inputValue()).toBe('machine translation');
    await page.getByRole('option', { name: 'Machine Translation' }).click();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('heading', { name: /^2 steps apart/ }).waitFor();
  });

  it('finds chains between topics, by papers or by people', async () => {
    const { page } = await open('/topic/topic:topic:federated%2520learning');
    await page.getByRole('link', { name: 'Find a path from here' }).click();
    await page.getByRole('combobox', { name: 'To', exact: true }).fill('machine translation');
    await page.getByRole('option', { name: 'Machine Translation' }).click();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('heading', { name: /^2 steps apart/ }).waitFor();
    expect(await page.locator('.chain .end').first().innerText()).toBe('Federated Learning');
    await page.getByText('Options').click();
    await page.getByLabel('Connected by').selectOption('People who work on both');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.waitForURL(/through=AUTHORS/);
    await page.getByRole('heading', { name: /steps? apart/ }).waitFor();
  });
});
