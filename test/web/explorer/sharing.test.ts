import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer } from '../support/explorerPage.ts';

describeWithBrowser('what a user can take from a page', (chromium) => {
  const { open } = explorerServer(chromium);

  it('saves whole lists as CSV', async () => {
    const { page } = await open(entityPages.author);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#collaborators').getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('berivan-isik-collaborators.csv');
    const rows = parse<object>(readFileSync(await download.path()), { bom: true, columns: true });
    expect(rows).toHaveLength(62);
    expect(rows[0]).toMatchObject({ name: 'Tsachy Weissman', 'joint papers': '7', 'first year': '2021' });
  });

  it('saves the papers that cite a paper, and its authors, as CSV', async () => {
    const { page } = await open(entityPages.paper);
    const rowsOf = async (panel: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(panel).getByRole('button', { name: 'CSV' }).click(),
      ]);
      return parse<object>(readFileSync(await download.path()), { bom: true, columns: true });
    };
    expect(await rowsOf('#cited-by')).toHaveLength(27);
    const authors = await rowsOf('#authors');
    expect(authors[0]).toMatchObject({ position: '1', name: 'Ashish Vaswani' });
  });

  it('gives the tag that embeds the graph, which works, and the setting of the server', async () => {
    const { page } = await open(entityPages.institution);
    await page.locator('summary', { hasText: 'Embed' }).click();
    const tag = await page.getByLabel('Tag').innerText();
    expect(tag).toContain(`<script type="module" src="${new URL(page.url()).origin}/widget.js"></script>`);
    expect(tag).toContain('entity="institution:ror:00f54p054"');
    expect(await page.getByLabel('Setting').innerText()).toBe('CORS_ORIGINS=https://your.page');
  });

  it('keeps what the user has chosen in the graph in the address, so that a link shows the same', async () => {
    const { page } = await open(entityPages.author);
    const graph = page.locator('coauthor-graph');
    await graph.getByRole('button', { name: 'Authors 25' }).waitFor();
    await graph.getByRole('button', { name: 'Institutions 2' }).click();
    await graph.getByRole('button', { name: 'Institutions 2', pressed: true }).waitFor();
    await graph.getByRole('button', { name: 'List', exact: true }).click();
    await graph.getByRole('button', { name: 'Sanmi Koyejo' }).first().click();
    await page.waitForURL(/select=/);
    const { page: other } = await open(page.url().slice(new URL(page.url()).origin.length));
    const sameGraph = other.locator('coauthor-graph');
    await sameGraph.locator('[part="panel"]', { hasText: 'Sanmi Koyejo' }).waitFor();
    await sameGraph.getByRole('button', { name: 'Institutions 2', pressed: true }).waitFor();
    expect(other.url()).toBe(page.url());
  });
});
