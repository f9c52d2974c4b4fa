import { readFileSync } from 'node:fs';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { edge, node, slice } from '../support/slices.ts';
import { BERIVAN, TSACHY, widgetPages, type Widget } from '../support/widgetPage.ts';

const around = `entity="${BERIVAN}" show="AUTHOR" per-kind="6"`;

/** The names in the list view. */
const names = async (widget: Widget): Promise<string[]> => {
  await widget.set({ view: 'list' });
  const rows = await widget.rows('nodes');
  await widget.set({ view: 'graph' });
  return rows.map(([name]) => name!);
};

describeWithBrowser('selection in the widget', (chromium) => {
  const { openWidget, url } = widgetPages(chromium);

  it('shows who a person is, the joint papers with the center, and what can be done', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.element.getByRole('button', { name: 'List', exact: true }).click();
    await widget.element.getByRole('button', { name: 'Tsachy Weissman' }).click();
    await widget.panel.getByText('Stanford University').waitFor();
    await widget.panel.getByText(/^Works on /).waitFor();
    await widget.panel.getByText('Wrote with Berivan Isik: 7 papers, 2021–2024').waitFor();
    expect(await widget.panel.getByRole('listitem').count()).toBe(3);
    const open = widget.panel.getByRole('link', { name: 'Open' });
    expect(await open.getAttribute('href')).toBe(`${url()}/author/author:seed-name:Tsachy%2520Weissman`);
    expect(await open.getAttribute('target')).toBe('_blank');
    const path = await widget.panel.getByRole('link', { name: 'Path from here' }).getAttribute('href');
    expect(new URL(path!).searchParams.get('from')).toBe(TSACHY);
    await widget.panel.getByRole('button', { name: 'Hide' }).click();
    expect(await names(widget)).not.toContain('Tsachy Weissman');
    await widget.element.getByText('1 node hidden').waitFor();
    await widget.element.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await names(widget)).toContain('Tsachy Weissman');
    expect(await page.evaluate<string>("document.querySelector('coauthor-graph').state")).toBe('');
  });

  it('selects a connection by pointer, by key and in the list, and shows its papers', async () => {
    const { widget, page } = await openWidget('');
    const people = [node('author:ann', 0), node('author:ben')];
    await widget.setProperty('data', slice(people, [edge('author:ann', 'author:ben', 2015, 2019)]));
    await widget.settled();
    const box = (await widget.canvas.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await widget.element.locator('.tooltip', { hasText: 'author:ann wrote with author:ben' }).waitFor();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await widget.panel.getByText('1 paper, 2015–2019').waitFor();
    const detail = { source: 'author:ann', target: 'author:ben', relation: 'CO_AUTHORED' };
    expect(await widget.events('select')).toEqual([detail]);
    await page.keyboard.press('Escape');
    await widget.canvas.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('e');
    expect((await widget.events('select')).at(-1)).toEqual(detail);
    expect(await widget.element.locator('[aria-live]').textContent()).toContain(
      'author:ann wrote with author:ben, 1 paper',
    );

    const { widget: stored } = await openWidget(around);
    await stored.settled();
    await stored.set({ view: 'list' });
    await stored.element.locator('summary', { hasText: 'connections' }).click();
    await stored.element.locator('tr', { hasText: '7 papers' }).getByRole('button').click();
    await stored.panel.getByRole('link').nth(6).waitFor();
  });

  it('shows the keys, and hides the selected node by a key', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.canvas.focus();
    await page.keyboard.press('?');
    await widget.element.getByRole('dialog', { name: 'Keys of the graph' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const name = (await widget.panel.locator('h2').textContent())!.trim();
    await page.keyboard.press('h');
    await widget.element.getByText('1 node hidden').waitFor();
    expect(await names(widget)).not.toContain(name);
  });
});

describeWithBrowser('what the user has chosen in the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);

  it('offers the kinds that are not loaded with their numbers, and loads them on request', async () => {
    const { widget } = await openWidget(around);
    await widget.settled();
    const legend = widget.element.getByRole('group', { name: 'Kinds shown' }).getByRole('button');
    expect((await legend.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Authors 7',
      'Papers 19',
      'Topics 24',
      'Institutions 2',
    ]);
    await widget.element.getByRole('button', { name: 'Institutions 2', pressed: false }).click();
    await widget.element.getByRole('button', { name: 'Institutions 2', pressed: true }).waitFor();
    expect(await names(widget)).toContain('Stanford University');
  });

  it('is the property `state`, which shows the same picture in another page', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.element.getByRole('button', { name: 'Institutions' }).click();
    await widget.settled(2);
    await page.evaluate(`document.querySelector('coauthor-graph').expand(${JSON.stringify(TSACHY)})`);
    await widget.settled(3);
    await widget.element.getByLabel('Color').selectOption('first joint year');
    await widget.element.getByRole('slider', { name: 'First year' }).fill('2022');
    await widget.set({ view: 'list' });
    await widget.element.getByRole('button', { name: 'Sanmi Koyejo' }).click();
    await widget.panel.getByText('Wrote with Berivan Isik').waitFor();
    const state = await page.evaluate<string>("document.querySelector('coauthor-graph').state");
    expect((await widget.events('statechange')).at(-1)).toEqual({ state });
    const shown = await widget.rows('nodes');

    const { widget: other } = await openWidget(
      `${around} state="${state.replaceAll('&', '&amp;')}" view="list"`,
    );
    await other.waitForEvent('load');
    await other.panel.getByText('Wrote with Berivan Isik').waitFor();
    expect(await other.rows('nodes')).toEqual(shown);
    expect(await other.events('statechange')).toEqual([]);
    expect(await other.events('load')).toHaveLength(1);
    await other.set({ view: 'graph' });
    expect(await other.element.getByLabel('Color').inputValue()).toBe('year');
    expect(await other.element.getByRole('slider', { name: 'First year' }).inputValue()).toBe('2022');
  });

  it.each([
    ['Picture (SVG)', 'berivan-isik.svg', /^<svg [^]*>Berivan Isik<\/text>[^]*<\/svg>$/],
    [
      'Nodes (CSV)',
      'berivan-isik-nodes.csv',
      /^\uFEFFid,kind,label,papers,year,distance\r\n[^]*,author,Berivan Isik,19,,0\r\n/,
    ],
    [
      'Connections (CSV)',
      'berivan-isik-connections.csv',
      /,Berivan Isik,wrote with,[^,]*,Tsachy Weissman,7,2021,2024\r\n/,
    ],
  ])('can be saved: %s', async (label, name, content) => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.element.locator('summary', { hasText: 'Save' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      widget.element.getByRole('button', { name: label }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(content);
  });

  it('can be saved as a PNG picture in three times the resolution', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    const { width } = (await widget.canvas.boundingBox())!;
    await widget.element.locator('summary', { hasText: 'Save' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      widget.element.getByRole('button', { name: 'Picture (PNG)' }).click(),
    ]);
    const file = readFileSync(await download.path());
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect(file.readUInt32BE(16)).toBe(3 * width);
  });

  it('fills the screen', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.element.getByRole('button', { name: 'Full screen' }).click();
    await widget.element.getByRole('button', { name: 'Leave full screen' }).waitFor();
    expect((await widget.element.boundingBox())!.height).toBe(page.viewportSize()!.height);
    await widget.element.getByRole('button', { name: 'Leave full screen' }).click();
    await widget.element.getByRole('button', { name: 'Full screen', exact: true }).waitFor();
  });
});
