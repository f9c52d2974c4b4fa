import { describeWithBrowser } from '../../support/browser/available.ts';
import { BERIVAN, embedding, embeddingInReadme, TSACHY } from '../support/widgetPage.ts';

interface Neighbors {
  data: { node: Record<string, { nodes: { id: string; label: string }[]; totalCount: number }> };
}

describeWithBrowser('the widget in a page of another origin', (chromium) => {
  const { url, post, open, openWidget } = embedding(chromium);
  const around = `entity="${BERIVAN}" kinds="AUTHOR TOPIC" per-kind="4"`;

  /** The neighbors of Berivan Isik in order, by what the API says. */
  const neighbors = async (kind: string, first: number): Promise<string[]> => {
    const list = `neighbors(kinds: [${kind}], first: ${first}) { nodes { id label } }`;
    const text = await post({ query: `{ node(id: "${BERIVAN}") { ... on Entity { ${list} } } }` });
    return (JSON.parse(text) as Neighbors).data.node['neighbors']!.nodes.map(({ label }) => label);
  };

  it('is drawn by the lines of the README, and tells the page what is clicked', async () => {
    const lines = embeddingInReadme();
    expect(lines).toContain('<coauthor-graph');
    const { page, widget, complaints } = await open(lines.replaceAll('http://127.0.0.1:4000', url()));
    await widget.settled();
    expect(await widget.told('load')).toEqual([{ nodeCount: 21, edgeCount: 101, truncated: false }]);
    for (const color of [[47, 111, 222] as const, [221, 122, 14] as const])
      expect(await widget.pixels(color)).toBeGreaterThan(300);
    const { x, y } = await widget.nodePlace();
    await page.mouse.click(x, y);
    await widget.tells('select');
    const [chosen] = await widget.told('select');
    expect(await page.locator('#chosen').textContent()).toBe(
      `${String(chosen?.['label'])} (${String(chosen?.['id'])})`,
    );
    expect(complaints).toEqual([]);
  });

  it('is walked through by the keyboard alone', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    await page.keyboard.press('Tab');
    for (let tabs = 0; tabs < 8 && (await widget.focused()) !== 'canvas'; tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await widget.card.getByText('Berivan Isik').waitFor();
    const spoken = widget.element.locator('[aria-live]');
    expect(await spoken.textContent()).toBe(
      'Berivan Isik, author, 19 papers, 8 neighbors shown, 58 more authors, 20 more topics not shown',
    );
    const visited = new Set(['Berivan Isik']);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key);
      visited.add((await widget.card.locator('h2').textContent()) ?? '');
    }
    expect(visited.size).toBeGreaterThan(2);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await widget.tells('select');
    expect(await widget.told('select')).toEqual([{ id: BERIVAN, kind: 'AUTHOR', label: 'Berivan Isik' }]);
    await page.keyboard.press('Escape');
    await widget.card.waitFor({ state: 'detached' });
  });

  it('takes in more exactly where the slice stopped, again and again', async () => {
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
    expect(await widget.told('expand')).toHaveLength(2);
  });

  it('finds every edge between what is new and what was there', async () => {
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

  it('opens by a click, takes in more by a double click, and not what the page prevents', async () => {
    const { page, widget } = await openWidget(around);
    await widget.settled();
    const { x, y } = await widget.nodePlace();
    await page.mouse.dblclick(x, y);
    await widget.tells('load', 2);
    expect(await widget.told('expand')).toHaveLength(1);
    expect(await widget.told('select')).toEqual([]);

    await widget.settled(2);
    await page.evaluate("document.addEventListener('expand', (event) => event.preventDefault())");
    const place = await widget.nodePlace();
    await page.mouse.dblclick(place.x, place.y);
    await widget.tells('expand', 2);
    await page.mouse.click(place.x, place.y);
    await widget.tells('select');
    expect(await widget.told('load')).toHaveLength(2);
  });

  it('moves nodes, the picture and the camera with the mouse', async () => {
    const { page, widget } = await openWidget(around, { calm: false });
    await widget.settled();
    const { x, y } = await widget.nodePlace();
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    expect(await widget.isOverNode()).toBe(true);
    await page.mouse.up();
    await widget.settled(2);
    expect(await widget.told('select')).toEqual([]);

    const drawn = () =>
      page.evaluate<string>(
        "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').toDataURL()",
      );
    const before = await drawn();
    const corner = (await widget.canvas.boundingBox())!;
    await page.mouse.move(corner.x + 5, corner.y + 5);
    await page.mouse.down();
    await page.mouse.move(corner.x + 105, corner.y + 55, { steps: 4 });
    await page.mouse.up();
    const panned = await drawn();
    await page.mouse.wheel(0, -300);
    await page.waitForTimeout(100);
    const zoomed = await drawn();
    await widget.element.getByRole('button', { name: 'Show everything' }).click();
    await page.waitForTimeout(600);
    expect(new Set([before, panned, zoomed, await drawn()]).size).toBe(4);
  });

  it('opens by a tap, and takes in more by two', async () => {
    const { page, widget } = await openWidget(around, { touch: true });
    await widget.settled();
    const { x, y } = await widget.nodePlace();
    await page.touchscreen.tap(x, y);
    await widget.tells('select');
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await widget.tells('load', 2);
    expect(await widget.told('select')).toHaveLength(1);
    expect(await widget.told('expand')).toHaveLength(1);
  });

  it('leaves the wheel to a page that scrolls, until the graph is clicked', async () => {
    const { page, widget } = await openWidget(`${around} style="margin-block-end: 2000px"`);
    await widget.settled();
    const box = (await widget.canvas.boundingBox())!;
    const scrolled = () => page.evaluate<number>('scrollY');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.wheel(0, 40);
    await widget.element.getByText('Click the graph, or hold Ctrl, to zoom').waitFor();
    while ((await scrolled()) === 0) await page.waitForTimeout(30);
    const before = await scrolled();
    await widget.canvas.click({ position: { x: 8, y: 60 } });
    await page.mouse.wheel(0, 40);
    await page.waitForTimeout(300);
    expect(await scrolled()).toBe(before);
  });

  it('hides kinds and years, and says in its list what is left', async () => {
    const { widget } = await openWidget(`entity="${BERIVAN}" view="list"`);
    await widget.tells('load');
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

  it('is the same as a list, from which everything can be done too', async () => {
    const { widget, page } = await openWidget(around);
    await widget.settled();
    await widget.element.getByRole('button', { name: 'List' }).click();
    const nodes = await widget.rows('nodes');
    expect(nodes[0]).toEqual(['Berivan Isik', 'author', '19', '8', '58 more authors, 20 more topics']);
    expect(nodes).toHaveLength(9);
    expect(await widget.rows('connections')).toContainEqual([
      'Berivan Isik',
      'wrote with',
      'Tsachy Weissman',
      '7 papers',
      '2021–2024',
    ]);
    await widget.element.getByRole('button', { name: 'Tsachy Weissman' }).click();
    expect(await widget.told('select')).toEqual([{ id: TSACHY, kind: 'AUTHOR', label: 'Tsachy Weissman' }]);
    await widget.element.getByRole('button', { name: '58 more authors' }).click();
    await widget.tells('load', 2);
    await page.waitForFunction(
      "document.querySelector('coauthor-graph').shadowRoot.querySelectorAll('table')[0].tBodies[0].rows.length === 17",
    );
  });

  it('draws a slice it is given, and asks nothing for it', async () => {
    const asked: string[] = [];
    const { widget } = await openWidget('', {
      prepare: async (page) => {
        page.on('request', (request) => request.url().endsWith('/graphql') && asked.push(request.url()));
      },
    });
    const entity = (id: string, label: string) => ({ id, kind: 'AUTHOR', label, paperCount: 3 });
    await widget.give('data', {
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
    expect(asked).toEqual([]);
    await widget.give('data', null);
    await widget.element.getByText('Nothing is chosen yet.').waitFor();
  });
});
