import { describeWithBrowser } from '../../support/browser/available.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { BERIVAN, widgetPages, documentationExample, TSACHY } from '../support/widgetPage.ts';

interface Neighbors {
  data: { node: Record<string, { nodes: { id: string; label: string }[]; totalCount: number }> };
}

describeWithBrowser('the widget in a page of another origin', (chromium) => {
  const { url, post, open, openWidget } = widgetPages(chromium);
  const around = `entity="${BERIVAN}" kinds="AUTHOR TOPIC" per-kind="4"`;

  /** The neighbors of Berivan Isik, in the order of the API. */
  const neighbors = async (kind: string, first: number): Promise<string[]> => {
    const list = `neighbors(kinds: [${kind}], first: ${first}) { nodes { id label } }`;
    const text = await post({ query: `{ node(id: "${BERIVAN}") { ... on Entity { ${list} } } }` });
    return (JSON.parse(text) as Neighbors).data.node['neighbors']!.nodes.map(({ label }) => label);
  };

  it('works with the example of the documentation, and reports clicks to the page', async () => {
    const example = documentationExample();
    expect(example).toContain('<coauthor-graph');
    const { page, widget, problems } = await open(example.replaceAll('http://127.0.0.1:4000', url()));
    await widget.settled();
    expect(await widget.events('load')).toEqual([{ nodeCount: 21, edgeCount: 101, truncated: false }]);
    for (const color of [[47, 111, 222] as const, [221, 122, 14] as const])
      expect(await widget.countPixels(color)).toBeGreaterThan(300);
    const { x, y } = await widget.findNode();
    await page.mouse.click(x, y);
    await widget.waitForEvent('select');
    const [chosen] = await widget.events('select');
    expect(await page.locator('#selected').textContent()).toBe(
      `${String(chosen?.['label'])} (${String(chosen?.['id'])})`,
    );
    expect(problems).toEqual([]);
  });

  it('can be explored by keyboard alone', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    await page.keyboard.press('Tab');
    for (let tabs = 0; tabs < 16 && (await widget.focusedTag()) !== 'canvas'; tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await widget.panel.getByText('Berivan Isik').waitFor();
    const announcement = widget.element.locator('[aria-live]');
    expect(await announcement.textContent()).toBe(
      'Berivan Isik, author, 19 papers, 8 neighbors shown, 58 more authors, 20 more topics not shown',
    );
    const visited = new Set(['Berivan Isik']);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key);
      visited.add((await widget.panel.locator('h2').textContent()) ?? '');
    }
    expect(visited.size).toBeGreaterThan(2);
    await page.keyboard.press('Home');
    await page.evaluate("document.addEventListener('open', (event) => event.preventDefault())");
    await page.keyboard.press('Enter');
    await widget.waitForEvent('open');
    const berivan = { id: BERIVAN, kind: 'AUTHOR', label: 'Berivan Isik' };
    expect(await widget.events('open')).toEqual([berivan]);
    expect((await widget.events('select'))[0]).toEqual(berivan);
    await page.keyboard.press('Escape');
    await widget.panel.waitFor({ state: 'detached' });
  });

  it('expands a node exactly where its list stopped, several times', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    await widget.canvas.focus();
    await page.keyboard.press('Home');
    for (const times of [2, 3]) {
      await page.keyboard.press(' ');
      await widget.settled(times);
      await widget.set({ view: 'list' });
      const names = (await widget.rows('nodes')).map(([name]) => name);
      const expected = [...(await neighbors('AUTHOR', 4 * times)), ...(await neighbors('TOPIC', 4 * times))];
      expect(names.sort()).toEqual(['Berivan Isik', ...expected].sort());
      const left = `${62 - 4 * times} more authors, ${24 - 4 * times} more topics`;
      expect((await widget.rows('nodes'))[0]?.at(-1)).toBe(left);
      await widget.set({ view: 'graph' });
      await widget.canvas.focus();
    }
    expect(await widget.events('expand')).toHaveLength(2);
  });

  it('loads every edge between old and new nodes', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await page.evaluate(`document.querySelector('coauthor-graph').expand(${JSON.stringify(TSACHY)})`);
    await widget.settled(2);
    await widget.set({ view: 'list' });
    const edges = (await widget.rows('connections')).length;
    const ids = await page.evaluate<string[]>(
      "document.querySelector('coauthor-graph').slice.nodes.map(({entity}) => entity.id)",
    );
    expect(ids.length).toBeGreaterThan(10);
    const text = await post({
      query: 'query ($ids: [ID!]!) { graph(ids: $ids, depth: 0) { edges { key } } }',
      variables: { ids },
    });
    const { data } = JSON.parse(text) as { data: { graph: { edges: unknown[] } } };
    expect(edges).toBe(data.graph.edges.length);
  });

  it('selects a node on click, expands it on double click, unless the page prevents it', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    const { x, y } = await widget.findNode();
    await page.mouse.dblclick(x, y);
    await widget.waitForEvent('load', 2);
    expect(await widget.events('expand')).toHaveLength(1);
    expect(await widget.events('select')).toHaveLength(1);
    expect(await widget.events('open')).toEqual([]);

    await widget.settled(2);
    await page.evaluate("document.addEventListener('expand', (event) => event.preventDefault())");
    const entity = { id: 'author:x:1', kind: 'AUTHOR', label: 'One', paperCount: 3 };
    await widget.setProperty('data', { nodes: [{ entity, distance: 0 }], edges: [] });
    await widget.settled(3);
    await widget.canvas.dblclick();
    await widget.waitForEvent('expand', 2);
    expect((await widget.events('select')).at(-1)).toMatchObject({ id: 'author:x:1' });
    expect(await widget.events('load')).toHaveLength(3);
  });

  it('filters by kind and year', async () => {
    const { widget } = await openWidget(`entity="${BERIVAN}" view="list"`);
    await widget.waitForEvent('load');
    const kinds = async () => new Set((await widget.rows('nodes')).map(([, kind]) => kind));
    expect(await kinds()).toEqual(new Set(['author', 'paper', 'topic', 'institution']));
    await widget.element.getByRole('button', { name: /^Papers/ }).click();
    expect(await kinds()).toEqual(new Set(['author', 'topic', 'institution']));
    await widget.element.getByRole('button', { name: /^Topics/ }).press('Enter');
    expect(await kinds()).toEqual(new Set(['author', 'institution']));

    const all = (await widget.rows('connections')).length;
    const first = widget.element.getByRole('slider', { name: 'First year' });
    await first.fill('2024');
    const years = (await widget.rows('connections')).map((row) => row[4]);
    expect(years.length).toBeLessThan(all);
    expect(years.filter((text) => Number(text?.slice(-4)) < 2024)).toEqual([]);
    expect((await widget.rows('nodes'))[0]?.[0]).toBe('Berivan Isik');
  });

  it('offers the same content and actions as a list', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.element.getByRole('button', { name: 'List', exact: true }).click();
    const nodes = await widget.rows('nodes');
    expect(nodes[0]).toEqual([
      'Berivan Isik',
      'author',
      '19',
      '',
      '',
      '8',
      '58 more authors, 20 more topics',
    ]);
    expect(nodes).toHaveLength(9);
    expect(await widget.rows('connections')).toContainEqual([
      'Berivan Isik',
      'wrote with',
      'Tsachy Weissman',
      '7 papers',
      '2021–2024',
    ]);
    await widget.element.getByRole('button', { name: 'Tsachy Weissman' }).click();
    expect(await widget.events('select')).toEqual([{ id: TSACHY, kind: 'AUTHOR', label: 'Tsachy Weissman' }]);
    await widget.panel.getByText('Wrote with Berivan Isik: 7 papers, 2021–2024').waitFor();
    await widget.element.getByRole('button', { name: '58 more authors' }).click();
    await widget.waitForEvent('load', 2);
    await waitUntil(() =>
      page.evaluate<boolean>(
        "document.querySelector('coauthor-graph').shadowRoot.querySelectorAll('table')[0].tBodies[0].rows.length === 17",
      ),
    );
  });

  it('draws the slice in `data` without a request', async () => {
    const requests: string[] = [];
    const { widget } = await openWidget('', {
      prepare: async (page) => {
        page.on('request', (request) => request.url().endsWith('/graphql') && requests.push(request.url()));
      },
    });
    const entity = (id: string, label: string) => ({ id, kind: 'AUTHOR', label, paperCount: 3 });
    await widget.setProperty('data', {
      nodes: [
        { entity: entity('author:x:1', 'One'), distance: 0 },
        { entity: entity('author:x:2', 'Two'), distance: 1 },
      ],
      edges: [
        {
          key: '1 2',
          source: 'author:x:1',
          target: 'author:x:2',
          relation: 'CO_AUTHORED',
          direction: 'UNDIRECTED',
          weight: 1,
          firstYear: null,
          lastYear: null,
        },
      ],
    });
    await widget.settled();
    await widget.set({ view: 'list' });
    expect((await widget.rows('connections'))[0]?.slice(0, 3)).toEqual(['One', 'wrote with', 'Two']);
    expect(requests).toEqual([]);
    await widget.setProperty('data', null);
    await widget.element.getByText('No entity is chosen yet.').waitFor();
  });
});
