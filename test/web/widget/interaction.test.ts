import { describeWithBrowser } from '../../support/browser/available.ts';
import { edge, node, slice } from '../support/slices.ts';
import { BERIVAN, widgetPages } from '../support/widgetPage.ts';

describeWithBrowser('interaction with the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);

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

  it('explains sizes and widths at the usual width of a column', async () => {
    const { widget } = await openWidget(`entity="${BERIVAN}"`, { width: 800 });
    await widget.settled();
    expect(await widget.element.getByText('Larger node: more papers').isVisible()).toBe(true);
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
      await page.waitForTimeout(300);
    };
    await swipe();
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(50);
    await page.evaluate('scrollTo(0, 0)');
    await page.touchscreen.tap(box.x + box.width - 6, box.y + 6);
    await swipe();
    expect(await page.evaluate<number>('scrollY')).toBe(0);
  });
});
