import { describeWithBrowser } from '../../support/browser/available.ts';
import { edge, node, slice } from '../support/slices.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { BERIVAN, widgetPages } from '../support/widgetPage.ts';

describeWithBrowser('interaction with the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);
  const around = `entity="${BERIVAN}" kinds="AUTHOR TOPIC" per-kind="4"`;

  it('expands a node by a click on its badge', async () => {
    const { page, widget } = await openWidget('');
    const center = node('author:x:1', 0);
    await widget.setProperty(
      'data',
      slice([center], [], [{ nodeId: 'author:x:1', kind: 'AUTHOR', count: 69, after: null }]),
    );
    await widget.settled();
    const box = (await widget.canvas.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2 + 38, box.y + box.height / 2 - 21);
    await widget.waitForEvent('expand');
    expect(await widget.events('select')).toEqual([]);
  });

  it('counts and shows the years of the visible part only', async () => {
    const { widget } = await openWidget('');
    await widget.setProperty(
      'data',
      slice(
        [node('author:ann', 0), node('author:ben'), node('paper:old', 1, 1990), node('paper:new', 1, 2020)],
        [
          edge('author:ann', 'author:ben', 2015, 2019),
          edge('author:ann', 'paper:old', 1990),
          edge('author:ann', 'paper:new', 2020),
        ],
      ),
    );
    await widget.settled();
    const firstYear = widget.element.getByRole('slider', { name: 'First year' });
    expect(await firstYear.getAttribute('min')).toBe('1990');
    await firstYear.fill('2018');
    await widget.element.getByRole('button', { name: 'Papers 1' }).waitFor();
    await widget.element.getByRole('button', { name: 'Papers 1' }).click();
    expect(await firstYear.getAttribute('min')).toBe('2015');
    expect(await firstYear.getAttribute('max')).toBe('2019');
  });

  it('fits the picture again if a filter removes most of it', async () => {
    const { widget } = await openWidget('');
    const away = Array.from({ length: 20 }, (_, index) => ({
      ...node(`topic:x:${index}`),
      position: { x: 400 * index, y: 0 },
    }));
    await widget.setProperty('data', {
      nodes: [
        { ...node('author:ann', 0), position: { x: 0, y: 0 } },
        { ...node('author:ben'), position: { x: 100, y: 50 } },
        ...away,
      ],
      edges: [
        edge('author:ann', 'author:ben', 2020),
        ...away.map(({ entity }) => edge('author:ann', entity.id, 1990)),
      ],
    });
    await widget.settled();
    const blue = [47, 111, 222] as const;
    const before = await widget.countPixels(blue);
    await widget.element.getByRole('slider', { name: 'First year' }).fill('2015');
    await waitUntil(async () => (await widget.countPixels(blue)) > 3 * before);
  });

  it('explains sizes and widths at the usual width of a column', async () => {
    const { widget } = await openWidget(`entity="${BERIVAN}"`, { width: 800 });
    await widget.settled();
    expect(await widget.element.getByText('Larger node: more papers').isVisible()).toBe(true);
  });

  it('moves nodes and the camera by mouse', async () => {
    const { page, widget } = await openWidget(around, { reducedMotion: false });
    await widget.settled();
    const { x, y } = await widget.findNode();
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    expect(await widget.isOverNode()).toBe(true);
    await page.mouse.up();
    await widget.settled(2);
    expect(await widget.events('select')).toEqual([]);

    const screenshot = () =>
      page.evaluate<string>(
        "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').toDataURL()",
      );
    const seen = [await screenshot()];
    /** Waits until the picture is at rest, and another one than all before. */
    const untilChanged = async (): Promise<void> => {
      let latest = '';
      await waitUntil(async () => {
        const previous = latest;
        latest = await screenshot();
        return latest === previous && !seen.includes(latest);
      });
      seen.push(latest);
    };
    const corner = (await widget.canvas.boundingBox())!;
    await page.mouse.move(corner.x + 5, corner.y + 5);
    await page.mouse.down();
    await page.mouse.move(corner.x + 105, corner.y + 55, { steps: 4 });
    await page.mouse.up();
    await untilChanged();
    await page.mouse.wheel(0, -300);
    await untilChanged();
    await widget.element.getByRole('button', { name: 'Show everything' }).click();
    await untilChanged();
  });

  it('selects a node on tap, and expands it on double tap', async () => {
    const { page, widget } = await openWidget('kinds="AUTHOR" per-kind="4"', { touch: true });
    await widget.setProperty('data', slice([node(BERIVAN, 0)], []));
    await widget.settled();
    const before = (await widget.canvas.boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const start = Date.now() / 1_000;
    /** Taps with a time of its own, in seconds, so that a busy machine makes no two taps of a double tap. */
    const tapAt = async (time: number): Promise<void> => {
      const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
      const timestamp = start + time;
      await client.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x, y }],
        timestamp,
      });
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp });
    };
    await tapAt(0);
    await widget.waitForEvent('select');
    await waitUntil(async () => (await widget.canvas.boundingBox())!.width < before.width);
    await tapAt(1);
    await tapAt(1.1);
    await widget.waitForEvent('load', 2);
    expect(await widget.events('select')).toHaveLength(1);
    expect(await widget.events('expand')).toHaveLength(1);
  });

  it('lets the wheel scroll the page until the graph is clicked', async () => {
    const { page, widget } = await openWidget(`${around} style="margin-block-end: 2000px"`);
    await widget.settled();
    const box = (await widget.canvas.boundingBox())!;
    const scrolled = () => page.evaluate<number>('scrollY');
    await page.mouse.move(box.x + box.width - 8, box.y + 8);
    await page.mouse.wheel(0, 40);
    await widget.element.getByText('Click the graph, or hold Ctrl, to zoom').waitFor();
    while ((await scrolled()) === 0) await page.waitForTimeout(30);
    const before = await scrolled();
    await widget.canvas.click({ position: { x: box.width - 8, y: 60 } });
    await page.mouse.wheel(0, 40);
    await page.waitForTimeout(300);
    expect(await scrolled()).toBe(before);
  });

  it('lets a vertical swipe scroll the page until the graph is tapped', async () => {
    const { page, widget } = await openWidget(
      `entity="${BERIVAN}" kinds="AUTHOR" style="margin-block-end: 2000px"`,
      { width: 390, touch: true },
    );
    await widget.settled();
    const box = (await widget.canvas.boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints });
    const swipe = async () => {
      const [x, y] = [box.x + 6, box.y + box.height / 2];
      await touch('touchStart', [{ x, y }]);
      for (let step = 1; step <= 10; step += 1) {
        await touch('touchMove', [{ x, y: y - 15 * step }]);
        await page.waitForTimeout(16);
      }
      await touch('touchEnd', []);
    };
    // a page that is swiped goes on for a while after the finger has left it
    const scrolledTo = page.evaluate<number>(
      "new Promise((done) => document.addEventListener('scrollend', () => done(scrollY), { once: true }))",
    );
    await swipe();
    expect(await scrolledTo).toBeGreaterThan(50);
    await page.evaluate('scrollTo(0, 0)');
    await page.touchscreen.tap(box.x + box.width - 6, box.y + 6);
    await swipe();
    await page.waitForTimeout(300);
    expect(await page.evaluate<number>('scrollY')).toBe(0);
  });
});
