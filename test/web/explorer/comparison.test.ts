import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';
import { changeAnswers } from '../support/requests.ts';

const ISIK = 'author:seed-name:Berivan%20Isik';
const WEISSMAN = 'author:seed-name:Tsachy%20Weissman';
const comparison = `/compare?${new URLSearchParams([
  ['ids', ISIK],
  ['ids', WEISSMAN],
]).toString()}`;

describeWithBrowser('the comparison page', (chromium) => {
  const { open } = explorerServer(chromium);

  it('shows what both have and what only one has, and loads more of one list', async () => {
    const { page, problems } = await open(comparison);
    const collaborators = page.locator('#authors');
    await collaborators.getByRole('heading', { name: 'Only Berivan Isik 46' }).waitFor();
    await collaborators.getByRole('heading', { name: 'Both 15' }).waitFor();
    await collaborators.getByRole('heading', { name: 'Only Tsachy Weissman 10' }).waitFor();
    expect(await page.title()).toContain('Berivan Isik and Tsachy Weissman');
    const both = collaborators.locator('section[data-side="shared"]');
    expect(await both.locator('li').count()).toBe(6);
    await both.getByRole('button', { name: 'Show more' }).click();
    await both.locator('li').nth(14).waitFor();
    expect(await collaborators.locator('section[data-side="onlyFirst"] li').count()).toBe(6);
    expect(problems).toEqual([]);
  });

  it('leaves citation figures out where few citations are known, and says so', async () => {
    const { page } = await open(comparison, {
      prepare: (page) =>
        changeAnswers(page, 'ComparedEntities', (data) => {
          const { nodes } = data as { nodes: { metrics: object }[] };
          const changed = nodes.map((node, index) => ({
            ...node,
            metrics: { ...node.metrics, papersWithUnknownCitations: index === 0 ? 10_000 : 0 },
          }));
          return { data: { ...data, nodes: changed } };
        }),
    });
    const cells = page.locator('.compared-figures tr', { hasText: 'h-index' }).getByRole('cell');
    await page.getByText('Citations are left out where').waitFor();
    expect(await cells.allInnerTexts()).toEqual(['–', expect.stringMatching(/^\d+$/)]);
  });

  it('leaves out figures that are unknown for both', async () => {
    const { page } = await open(comparison, {
      prepare: (page) =>
        changeAnswers(page, 'ComparedEntities', (data) => {
          const { nodes } = data as { nodes: { metrics: object }[] };
          const metrics = { papersWithUnknownCitations: 10_000 };
          return {
            data: {
              ...data,
              nodes: nodes.map((node) => ({ ...node, metrics: { ...node.metrics, ...metrics } })),
            },
          };
        }),
    });
    await page.getByText('Citations are left out where').waitFor();
    expect(await page.locator('.compared-figures').getByRole('rowheader').allInnerTexts()).toEqual([
      'Papers',
      'Collaborators',
      'Active',
    ]);
  });

  it('gives each list a name of its own, also empty lists', async () => {
    const { page } = await open(comparison, {
      prepare: (page) =>
        changeAnswers(page, 'Comparison', (data) => {
          const none = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
          const { comparison } = data as { comparison: Record<string, object> };
          const changed = Object.fromEntries(
            ['topics', 'institutions'].map((aspect) => [aspect, { ...comparison[aspect], onlyFirst: none }]),
          );
          return { data: { ...data, comparison: { ...comparison, ...changed } } };
        }),
    });
    await page.getByRole('region', { name: /^Collaborators\s+Only Berivan Isik 46$/ }).waitFor();
    expect(await page.getByRole('region', { name: /^Topics\s+Only Berivan Isik 0$/ }).count()).toBe(1);
    expect(await page.getByRole('region', { name: /^Only/ }).count()).toBe(0);
  });

  it('is reached from a collaborator, and from a page by choosing the other entity', async () => {
    const { page } = await open(entityPages.author);
    await page.getByRole('link', { name: 'Compare with Tsachy Weissman' }).click();
    await page.getByRole('heading', { name: 'Both 15' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Compare with another author' }).click();
    const other = page.getByRole('combobox', { name: 'With' });
    await other.fill('tsachy weiss');
    await page.getByRole('option', { name: 'Tsachy Weissman' }).click();
    await page.getByRole('heading', { name: 'Both 15' }).waitFor();
  });

  it('takes up to four entities, and shows the lists of the chosen two', async () => {
    const koyejo = 'author:seed-name:Sanmi%20Koyejo';
    const { page, problems } = await open(`${comparison}&ids=${encodeURIComponent(koyejo)}`);
    const figures = page.locator('#figures');
    await figures.getByRole('columnheader', { name: 'Sanmi Koyejo' }).waitFor();
    await page.getByRole('heading', { name: 'Both 15' }).waitFor();
    await page.getByRole('combobox', { name: 'Below' }).selectOption('Berivan Isik and Sanmi Koyejo');
    await page
      .getByRole('heading', { name: /^Only Sanmi Koyejo/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Remove' }).last().click();
    await page.getByRole('heading', { name: 'Both 15' }).waitFor();
    expect(await figures.getByRole('columnheader', { name: 'Sanmi Koyejo' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('says if two entities cannot be compared', async () => {
    const { page } = await open('/compare?ids=author%3Aname%3Anobody&ids=author%3Aname%3Anobody-else');
    expect(await page.getByRole('alert').innerText()).toContain('cannot be compared');
  });
});
