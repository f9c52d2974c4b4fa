import type { Route } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { graphqlRequests } from '../support/requests.ts';
import { BERIVAN, widgetPages, TSACHY } from '../support/widgetPage.ts';

describeWithBrowser('errors in the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);
  const around = (entity: string) => `entity="${entity}" kinds="AUTHOR" per-kind="3"`;

  it('shows a loading message while the server is slow', async () => {
    const pending: Route[] = [];
    const { widget } = await openWidget(around(BERIVAN), {
      prepare: (page) => page.route(graphqlRequests, (route) => void pending.push(route)),
    });
    await widget.element.getByText('Loading the graph').waitFor();
    expect(await widget.element.locator('.skeleton').isVisible()).toBe(true);
    while (pending.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await pending[0]!.continue();
    await widget.settled();
    expect(await widget.element.getByText('Loading the graph').count()).toBe(0);
  });

  it('ignores the late answer to an earlier request', async () => {
    const pending: Route[] = [];
    const { page, widget } = await openWidget(around(BERIVAN), {
      prepare: (opened) =>
        opened.route(graphqlRequests, (route) =>
          (route.request().postData() ?? '').includes('Berivan')
            ? void pending.push(route)
            : route.continue(),
        ),
    });
    await widget.element.getByText('Loading the graph').waitFor();
    const failure = page.waitForEvent('requestfailed');
    await widget.set({ entity: TSACHY });
    await widget.settled();
    expect((await failure).failure()?.errorText).toBe('net::ERR_ABORTED');
    for (const route of pending) await route.continue().catch(() => undefined); // its request is gone
    await page.waitForTimeout(200);
    await widget.set({ view: 'list' });
    expect((await widget.rows('nodes'))[0]?.[0]).toBe('Tsachy Weissman');
    expect(await widget.events('load')).toHaveLength(1);
  });

  it.each([
    ['cannot be reached', (route: Route) => route.abort(), 'The server cannot be reached.'],
    [
      'fails',
      (route: Route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
      'The server failed (HTTP 502).',
    ],
  ])('shows a message and a retry button when the server %s', async (_, fail, message) => {
    const { page, widget } = await openWidget(around(BERIVAN), {
      prepare: (opened) => opened.route(graphqlRequests, fail),
    });
    await widget.element.getByRole('alert').getByText(message).waitFor();
    expect(await widget.events('load')).toEqual([]);
    await page.unroute(graphqlRequests);
    await widget.element.getByRole('button', { name: 'Try again' }).click();
    await widget.settled();
    expect(await widget.element.getByRole('alert').count()).toBe(0);
  });

  it('shows the error message of the server for an invalid request', async () => {
    const { widget } = await openWidget('entity="nonsense"');
    await widget.element.getByRole('alert').getByText('nonsense').waitFor();
    await widget.set({ entity: BERIVAN, depth: '9' });
    await widget.element.getByRole('alert').getByText('depth is 9').waitFor();
  });

  it('shows a message without an entity, and for ids that are not stored', async () => {
    const { widget } = await openWidget('');
    await widget.element.getByText('No entity is chosen yet.').waitFor();
    await widget.set({ entity: 'author:x:nobody' });
    await widget.element.getByText('Nothing is stored under author:x:nobody.').waitFor();
    await widget.set({ entity: `author:x:nobody ${BERIVAN}` });
    await widget.element.getByText('Not found: author:x:nobody').waitFor();
    await widget.set({ entity: null });
    await widget.element.getByText('No entity is chosen yet.').waitFor();
  });

  it('keeps the picture when an expansion fails, and offers to retry', async () => {
    const { page, widget } = await openWidget(around(BERIVAN));
    await widget.settled();
    await page.route(graphqlRequests, (route) => route.abort());
    await widget.canvas.focus();
    await page.keyboard.press('Home');
    await widget.panel.getByRole('button', { name: '+59 authors' }).click();
    await widget.element.getByText('The server cannot be reached.').waitFor();
    expect(await widget.events('load')).toHaveLength(1);
    await page.unroute(graphqlRequests);
    await widget.element.getByRole('button', { name: 'Try again' }).click();
    await widget.waitForEvent('load', 2);
    expect((await widget.events('load'))[1]).toMatchObject({ nodeCount: 7 });
  });

  it('keeps the picture when an expansion of a link cannot be repeated, and offers to retry', async () => {
    const expansions = new URLSearchParams([
      ['expand', `${TSACHY} author`],
      ['expand', 'nonsense author'],
      ['expand', `${BERIVAN} author`],
    ]);
    const { page, widget } = await openWidget(`${around(BERIVAN)} state="${String(expansions)}"`);
    await widget.settled();
    await widget.element.getByText('An expansion could not be repeated: "nonsense" is not an id.').waitFor();
    expect(await page.evaluate("document.querySelector('coauthor-graph').state")).toBe(
      String(new URLSearchParams([['expand', `${TSACHY} author`]])),
    );
    await widget.element.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('cancels an expansion when the entity changes', async () => {
    const pending: Route[] = [];
    const { page, widget } = await openWidget(around(BERIVAN));
    await widget.settled();
    await page.route(graphqlRequests, (route) =>
      (route.request().postData() ?? '').includes('query Neighbors')
        ? void pending.push(route)
        : route.continue(),
    );
    await widget.canvas.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await widget.panel.getByText('Loading neighbors').waitFor();
    await widget.set({ entity: TSACHY });
    await widget.waitForEvent('load', 2);
    for (const route of pending) await route.continue().catch(() => undefined);
    await page.waitForTimeout(200);
    expect(await widget.events('load')).toHaveLength(2);
  });

  it('says that a slice is cut off, and that the graph is full', async () => {
    const { widget } = await openWidget('');
    const nodes = Array.from({ length: 500 }, (_, number) => ({
      entity: { id: `author:x:${number}`, kind: 'AUTHOR', label: `Number ${number}`, paperCount: 1 },
      distance: number === 0 ? 0 : 1,
    }));
    await widget.setProperty('data', { nodes, edges: [], truncated: true });
    await widget.element.getByText('The graph is cut off: only the first 500 nodes').waitFor();
    await widget.settled();
    await widget.canvas.focus();
    await widget.canvas.press('Home');
    await widget.canvas.press(' ');
    await widget.element.getByText('The graph is full: it has 500 nodes.').waitFor();
  });

  it('shows markup in names as text', async () => {
    const name = '<img src=x onerror="document.title = 1"><b>Bold</b>';
    const { page, widget, problems } = await openWidget('');
    const entity = { id: 'author:x:1', kind: 'AUTHOR', label: name, paperCount: 1 };
    await widget.setProperty('data', { nodes: [{ entity, distance: 0 }], edges: [] });
    await widget.settled();
    await widget.canvas.focus();
    await widget.canvas.press('Home');
    expect(await widget.panel.locator('h2').textContent()).toBe(name);
    await widget.set({ view: 'list' });
    expect((await widget.rows('nodes'))[0]?.[0]).toBe(name);
    expect(await widget.element.locator('img, b').count()).toBe(0);
    expect(await page.title()).toBe('A page');
    expect(problems).toEqual([]);
  });

  it('works in a page whose policy forbids workers', async () => {
    const { widget } = await openWidget(around(BERIVAN), {
      headers: { 'content-security-policy': "worker-src 'none'" },
    });
    await widget.settled();
    expect(await widget.countPixels([47, 111, 222])).toBeGreaterThan(300);
  });

  it('keeps working when it is moved within the page', async () => {
    const { page, widget } = await openWidget(around(BERIVAN));
    await widget.settled();
    await page.evaluate("document.body.append(document.querySelector('coauthor-graph'))");
    await widget.settled(2);
    expect(await widget.countPixels([47, 111, 222])).toBeGreaterThan(300);
  });
});
