import { describeWithBrowser } from '../../support/browser/available.ts';
import { gate } from '../../support/gate.ts';
import { explorerServer } from '../support/explorerPage.ts';
import { changeAnswers, graphqlRequests, operationName } from '../support/requests.ts';
import { waitUntil } from '../support/waitUntil.ts';

describeWithBrowser('the path search of the explorer', (chromium) => {
  const { open } = explorerServer(chromium);
  const between = (from: string, to: string, more = '') =>
    `/paths/authors?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}${more}`;
  const [mahoney, tao] = ['author:seed-name:Michael%20W.%20Mahoney', 'author:seed-name:Terence%20Tao'];

  it('finds paths between two people by keyboard alone, at an address that can be shared', async () => {
    const { page, problems } = await open('/paths/authors');
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
    await page.getByRole('heading', { name: '4 steps apart, 3 paths found' }).waitFor();
    expect(new URL(page.url()).search).toContain('from=author');
    const path = page.locator('.path-item').first();
    expect(await path.locator('.endpoint').allInnerTexts()).toEqual([
      'Michael W. Mahoney',
      'Stephen J. Wright',
      'Benjamin Recht',
      'Emmanuel J. Candès',
      'Terence Tao',
    ]);
    expect(await path.innerText()).toContain('Hogwild!');
    await page.locator('coauthor-graph').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '4 steps apart, 3 paths found' }).waitFor();
    expect(await page.title()).toBe('From Michael W. Mahoney to Terence Tao · Co-authorship graph');
    expect(problems).toEqual([]);
  });

  it('uses the options, and keeps them in the address', async () => {
    const { page } = await open(between(mahoney, tao));
    await page.getByRole('heading', { name: /steps apart/ }).waitFor();
    await page.getByText('Options').click();
    await page.getByLabel('Prefer').selectOption('Strongest ties');
    await page.getByLabel('Number of paths').selectOption('1');
    await page.getByLabel('Papers from year').fill('1990');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.waitForURL(/k=1&cost=STRENGTH&since=1990/);
    await page
      .locator('.path-item')
      .getByText(/^cost \d/)
      .waitFor();
    await page.getByRole('heading', { name: /^1 path found, the strongest with \d steps$/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '4 steps apart, 3 paths found' }).waitFor();
    expect(await page.getByLabel('Prefer').inputValue()).toBe('HOPS');
    expect(await page.getByLabel('Papers from year').inputValue()).toBe('');
  });

  it('asks for both endpoints before it starts a search', async () => {
    const { page } = await open(`/paths/authors?from=${encodeURIComponent(mahoney)}`);
    const from = page.getByRole('combobox', { name: 'From' });
    await waitUntil(async () => (await from.inputValue()) === 'Michael W. Mahoney');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose both people' }).waitFor();
    await page.goto(page.url() + `&to=${encodeURIComponent(tao)}`);
    await page.getByRole('heading', { name: /steps apart/ }).waitFor();
    await from.fill('a name that was not selected');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose both people' }).waitFor();
  });

  it('says that there is no path with so few steps', async () => {
    const { page } = await open(between(mahoney, tao, '&maxLength=3'));
    await page.getByRole('heading', { name: 'No path with at most 3 steps' }).waitFor();
    await page.getByText('This is certain. To find a longer path').waitFor();
  });

  it('says that two people are not connected by papers that pass the filter', async () => {
    const { page } = await open(between(mahoney, tao, '&since=2100'));
    await page.getByRole('heading', { name: 'They are not connected' }).waitFor();
    await page.getByText('for the papers that pass the filters').waitFor();
    await page.getByRole('link', { name: 'Compare the two' }).click();
    await page.waitForURL('**/compare?**');
    await page
      .getByRole('heading', { name: /^Only Terence Tao/ })
      .first()
      .waitFor();
  });

  it('offers other people of the name of the end if there is no path', async () => {
    const { page } = await open(between(mahoney, tao, '&since=2100'), {
      prepare: (page) =>
        changeAnswers(page, 'Autocomplete', (data) => {
          const { autocomplete } = data as { autocomplete: { entity: object }[] };
          const [first] = autocomplete;
          const other = { ...first, entity: { ...first?.entity, id: 'author:x:other', paperCount: 2 } };
          return { data: { autocomplete: [first, other] } };
        }),
    });
    const others = page.getByRole('list', { name: 'Other people of the same name' });
    await others.waitFor();
    expect(await others.getByRole('link').allInnerTexts()).toEqual(['To Terence Tao with 2 papers']);
    expect(await others.getByRole('link').getAttribute('href')).toBe(
      between(mahoney, 'author:x:other', '&since=2100'),
    );
  });

  it('makes no claim if the search was stopped', async () => {
    const { page } = await open(between(mahoney, tao), {
      prepare: (page) =>
        changeAnswers(page, 'AuthorPaths', (data) => ({
          data: {
            ...data,
            collaborationPaths: { status: 'STOPPED', isComplete: false, distance: null, paths: [] },
          },
        })),
    });
    await page.getByRole('heading', { name: 'The search was stopped' }).waitFor();
    await page.getByText('There may be one.').waitFor();
  });

  it('says that both endpoints are the same, or that one of them is not stored', async () => {
    const { page } = await open(between(tao, tao));
    await page.getByRole('heading', { name: 'Both are the same' }).waitFor();
    const { page: other } = await open(between(tao, 'author:seed-name:Nobody'));
    await other.getByRole('alert').filter({ hasText: 'One of the endpoints is not stored here' }).waitFor();
  });

  it('keeps the typed text when the name of the other endpoint arrives', async () => {
    const { opened, open: release } = gate();
    const { page } = await open('/paths/topics?from=topic%3Atopic%3Afederated%2520learning', {
      prepare: (page) =>
        page.route(graphqlRequests, async (route) => {
          if (operationName(route) === 'EndpointLabels') await opened;
          await route.continue();
        }),
    });
    const to = page.getByRole('combobox', { name: 'To', exact: true });
    await to.fill('machine translation');
    release();
    await waitUntil(
      async () => (await page.getByRole('combobox', { name: 'From', exact: true }).inputValue()) !== '',
    );
    expect(await to.inputValue()).toBe('machine translation');
    await page.getByRole('option', { name: 'Machine Translation' }).click();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('heading', { name: /^2 steps apart/ }).waitFor();
  });

  it('takes names that are typed completely, without a choice from the list', async () => {
    const { page } = await open('/paths/authors');
    for (const [field, name] of [
      ['From', 'michael w. mahoney'],
      ['To', 'Terence Tao'],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).fill(name);
      await page.getByRole('option', { name: new RegExp(name, 'i') }).waitFor();
    }
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('heading', { name: '4 steps apart, 3 paths found' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'From' }).inputValue()).toBe('Michael W. Mahoney');
  });

  it('finds paths between topics, by papers or by authors', async () => {
    const { page } = await open('/topic/topic:topic:federated%2520learning');
    await page.getByRole('link', { name: 'Find a path from here' }).click();
    await page.getByRole('combobox', { name: 'To', exact: true }).fill('machine translation');
    await page.getByRole('option', { name: 'Machine Translation' }).click();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('heading', { name: /^2 steps apart/ }).waitFor();
    expect(await page.locator('.path-item .endpoint').first().innerText()).toBe('Federated Learning');
    await page.getByText('Options').click();
    await page.getByLabel('Connected by').selectOption('Authors who work on both topics');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.waitForURL(/through=AUTHORS/);
    await page.getByRole('heading', { name: /steps? apart/ }).waitFor();
  });

  it('starts the search on Enter in a field when both endpoints are selected', async () => {
    const { page } = await open(between(mahoney, tao).replace(/&to=.*/, ''));
    await waitUntil(
      async () => (await page.getByRole('combobox', { name: 'From' }).inputValue()) === 'Michael W. Mahoney',
    );
    const to = page.getByRole('combobox', { name: 'To', exact: true });
    await to.fill('terence');
    await page.getByRole('option', { name: 'Terence Tao' }).waitFor();
    await to.press('ArrowDown');
    await to.press('Enter');
    await to.press('Enter');
    await page.getByRole('heading', { name: '4 steps apart, 3 paths found' }).waitFor();
  });
});
