import type { Route } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { BERIVAN, embedding, TSACHY } from '../support/widgetPage.ts';

const asks = '**/graphql';

describeWithBrowser('the widget, where not all goes well,', (chromium) => {
  const { openWidget } = embedding(chromium);
  const around = (entity: string) => `entity="${entity}" kinds="AUTHOR" per-kind="3"`;

  it('says that it is loading for as long as a slow server takes', async () => {
    const held: Route[] = [];
    const { widget } = await openWidget(around(BERIVAN), {
      prepare: (page) => page.route(asks, (route) => void held.push(route)),
    });
    await widget.element.getByText('Loading the graph').waitFor();
    while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await held[0]!.continue();
    await widget.settled();
    expect(await widget.element.getByText('Loading the graph').count()).toBe(0);
  });

  it('shows what was asked last, however late an earlier answer comes', async () => {
    const held: Route[] = [];
    const { page, widget } = await openWidget(around(BERIVAN), {
      prepare: (opened) =>
        opened.route(asks, (route) =>
          (route.request().postData() ?? '').includes('Berivan') ? void held.push(route) : route.continue(),
        ),
    });
    await widget.element.getByText('Loading the graph').waitFor();
    const failed = page.waitForEvent('requestfailed');
    await widget.set({ entity: TSACHY });
    await widget.settled();
    expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
    for (const route of held) await route.continue().catch(() => undefined); // its request is gone
    await page.waitForTimeout(200);
    await widget.set({ view: 'list' });
    expect((await widget.rows('nodes'))[0]?.[0]).toBe('Tsachy Weissman');
    expect(await widget.told('load')).toHaveLength(1);
  });

  it.each([
    ['cannot be reached', (route: Route) => route.abort(), 'The server cannot be reached.'],
    [
      'fails',
      (route: Route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
      'The server failed (HTTP 502).',
    ],
  ])('says that a server %s, and tries again', async (_, fail, words) => {
    const { page, widget } = await openWidget(around(BERIVAN), {
      prepare: (opened) => opened.route(asks, fail),
    });
    await widget.element.getByRole('alert').getByText(words).waitFor();
    expect(await widget.told('load')).toEqual([]);
    await page.unroute(asks);
    await widget.element.getByRole('button', { name: 'Try again' }).click();
    await widget.settled();
    expect(await widget.element.getByRole('alert').count()).toBe(0);
  });

  it('says what is wrong with a question, in the words of the server', async () => {
    const { widget } = await openWidget('entity="nonsense"');
    await widget.element.getByRole('alert').getByText('nonsense').waitFor();
    await widget.set({ entity: BERIVAN, depth: '9' });
    await widget.element.getByRole('alert').getByText('depth is 9').waitFor();
  });

  it('says that nothing is chosen, and what is not there', async () => {
    const { widget } = await openWidget('');
    await widget.element.getByText('Nothing is chosen yet.').waitFor();
    await widget.set({ entity: 'author:x:nobody' });
    await widget.element.getByText('Nothing is stored under author:x:nobody.').waitFor();
    await widget.set({ entity: `author:x:nobody ${BERIVAN}` });
    await widget.element.getByText('Not found: author:x:nobody').waitFor();
    await widget.set({ entity: null });
    await widget.element.getByText('Nothing is chosen yet.').waitFor();
  });

  it('keeps the picture where more of it cannot be had, and tries again', async () => {
    const { page, widget } = await openWidget(around(BERIVAN));
    await widget.settled();
    await page.route(asks, (route) => route.abort());
    await widget.canvas.focus();
    await page.keyboard.press('Home');
    await widget.card.getByRole('button', { name: '+59 authors' }).click();
    await widget.element.getByText('The server cannot be reached.').waitFor();
    expect(await widget.told('load')).toHaveLength(1);
    await page.unroute(asks);
    await widget.element.getByRole('button', { name: 'Try again' }).click();
    await widget.tells('load', 2);
    expect((await widget.told('load'))[1]).toMatchObject({ nodeCount: 7 });
  });

  it('gives up taking in more where another entity is asked for', async () => {
    const held: Route[] = [];
    const { page, widget } = await openWidget(around(BERIVAN));
    await widget.settled();
    await page.route(asks, (route) =>
      (route.request().postData() ?? '').includes('query Neighbors')
        ? void held.push(route)
        : route.continue(),
    );
    await widget.canvas.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await widget.card.getByText('Taking in more').waitFor();
    await widget.set({ entity: TSACHY });
    await widget.tells('load', 2);
    for (const route of held) await route.continue().catch(() => undefined);
    await page.waitForTimeout(200);
    expect(await widget.told('load')).toHaveLength(2);
  });

  it('says that a slice is cut off, and that a picture is full', async () => {
    const { widget } = await openWidget('');
    const nodes = Array.from({ length: 500 }, (_, number) => ({
      entity: { id: `author:x:${number}`, kind: 'AUTHOR', label: `Number ${number}`, paperCount: 1 },
      distance: number === 0 ? 0 : 1,
    }));
    await widget.give('data', { nodes, edges: [], truncated: true });
    await widget.element.getByText('Cut off: only the first 500 nodes').waitFor();
    await widget.settled();
    await widget.canvas.focus();
    await widget.canvas.press('Home');
    await widget.canvas.press(' ');
    await widget.element.getByText('The picture is full: it has 500 nodes.').waitFor();
  });

  it('shows names with markup as they are', async () => {
    const name = '<img src=x onerror="document.title = 1"><b>Bold</b>';
    const { page, widget, complaints } = await openWidget('');
    const entity = { id: 'author:x:1', kind: 'AUTHOR', label: name, paperCount: 1 };
    await widget.give('data', { nodes: [{ entity, distance: 0 }], edges: [] });
    await widget.settled();
    await widget.canvas.focus();
    await widget.canvas.press('Home');
    expect(await widget.card.locator('h2').textContent()).toBe(name);
    await widget.set({ view: 'list' });
    expect((await widget.rows('nodes'))[0]?.[0]).toBe(name);
    expect(await widget.element.locator('img, b').count()).toBe(0);
    expect(await page.title()).toBe('A page');
    expect(complaints).toEqual([]);
  });

  it('draws in a page that allows no worker', async () => {
    const { widget } = await openWidget(around(BERIVAN), {
      headers: { 'content-security-policy': "worker-src 'none'" },
    });
    await widget.settled();
    expect(await widget.pixels([47, 111, 222])).toBeGreaterThan(300);
  });

  it('goes on where it is put elsewhere in the page', async () => {
    const { page, widget } = await openWidget(around(BERIVAN));
    await widget.settled();
    await page.evaluate("document.body.append(document.querySelector('coauthor-graph'))");
    await widget.settled(2);
    expect(await widget.pixels([47, 111, 222])).toBeGreaterThan(300);
  });
});
