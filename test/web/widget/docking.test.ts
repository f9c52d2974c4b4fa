import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { edge, node, slice } from '../support/slices.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { widgetPages, type OpenWidgetPage, type Widget } from '../support/widgetPage.ts';

/** Ann in the middle, with neighbors at the left and right edge of the picture, and above and below. */
const picture = slice(
  [
    { ...node('author:ann', 0), position: { x: 0, y: 0 }, radius: 12 },
    ...[
      [-400, 0],
      [400, 0],
      [0, -120],
      [0, 120],
    ].map(([x = 0, y = 0], index) => ({ ...node(`author:${index}`), position: { x, y }, radius: 12 })),
  ],
  [0, 1, 2, 3].map((index) => edge('author:ann', `author:${index}`)),
);

describeWithBrowser('the panel beside the picture of the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);

  const openPicture = async (width: number): Promise<OpenWidgetPage> => {
    const opened = await openWidget('endpoint=""', { width });
    await opened.widget.setProperty('data', picture);
    await opened.widget.settled();
    return opened;
  };

  const middleOf = async (widget: Widget): Promise<{ x: number; y: number }> => {
    const { x, y, width, height } = (await widget.canvas.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };

  interface Camera {
    k: number;
    x: number;
    y: number;
  }

  const cameraOf = (page: Page): Promise<Camera> =>
    page.evaluate<Camera>(
      "(({ k, x, y }) => ({ k, x, y }))(document.querySelector('coauthor-graph').stage.scene().camera)",
    );

  const canvasSize = async (widget: Widget): Promise<{ width: number; height: number }> => {
    const { width, height } = (await widget.canvas.boundingBox())!;
    return { width, height };
  };

  /** Selects the node in the middle, or one beside it, and waits until the panel stands beside the canvas. */
  const select = async ({ page, widget }: OpenWidgetPage, aside = 0): Promise<void> => {
    const before = await canvasSize(widget);
    const { x, y } = await middleOf(widget);
    await page.mouse.click(x + aside, y);
    await widget.panel.waitFor();
    await waitUntil(async () => (await canvasSize(widget)).width < before.width);
  };

  const closePanel = async ({ page, widget }: OpenWidgetPage): Promise<void> => {
    await widget.panel.getByRole('button', { name: 'Close' }).click();
    await widget.panel.waitFor({ state: 'detached' });
    await page.mouse.move(2, 2);
  };

  it('makes the canvas narrower and leaves the picture where it is', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    const [size, before] = [await canvasSize(widget), await cameraOf(page)];
    await select(opened);
    const canvas = (await widget.canvas.boundingBox())!;
    const panel = (await widget.panel.boundingBox())!;
    expect(panel.x).toBeGreaterThanOrEqual(canvas.x + canvas.width);
    expect(panel.height).toBe(canvas.height);
    expect(await cameraOf(page)).toEqual(before);
    await closePanel(opened);
    await waitUntil(async () => (await canvasSize(widget)).width === size.width);
    expect(await canvasSize(widget)).toEqual(size);
    expect(await cameraOf(page)).toEqual(before);
  });

  it('moves the picture if it would cover the selected node, and moves it back', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    const before = await cameraOf(page);
    const aside = 400 * before.k;
    await select(opened, aside);
    await waitUntil(async () => {
      const { k, x } = await cameraOf(page);
      return k === before.k && 400 * k + x < (await canvasSize(widget)).width;
    });
    await closePanel(opened);
    await waitUntil(async () => Math.abs((await cameraOf(page)).x - before.x) < 0.01);
  });

  it('does not fit a picture that the user has moved, and shows the same part after it was closed', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    const fitted = await cameraOf(page);
    await widget.element.getByRole('button', { name: 'Zoom out' }).click();
    await waitUntil(async () => Math.abs((await cameraOf(page)).k - fitted.k / 1.4) < 1e-6);
    const before = await cameraOf(page);
    await select(opened);
    expect(await cameraOf(page)).toEqual(before);
    await closePanel(opened);
    expect(await cameraOf(page)).toEqual(before);
  });

  it('takes the second click of a double click for the same node, even if the picture has moved since', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    const { x, y } = await middleOf(widget);
    await page.mouse.click(x, y);
    // Moves the picture without the pointer.
    await page.evaluate("document.querySelector('coauthor-graph').stage.zoomBy(3)");
    await page.mouse.click(x + 3, y + 3);
    await widget.waitForEvent('expand');
    expect((await widget.events('expand'))[0]).toMatchObject({ id: 'author:ann' });
  });

  it('is below the picture of a narrow element, which keeps its size', async () => {
    const opened = await openPicture(390);
    const { page, widget } = opened;
    await page.setViewportSize({ width: 390, height: 800 });
    await waitUntil(async () => (await canvasSize(widget)).width > 0);
    const before = await canvasSize(widget);
    const { x, y } = await middleOf(widget);
    await page.mouse.click(x, y);
    await widget.panel.waitFor();
    expect(await canvasSize(widget)).toEqual(before);
    const canvas = (await widget.canvas.boundingBox())!;
    const panel = (await widget.panel.boundingBox())!;
    expect(panel.y).toBeGreaterThanOrEqual(canvas.y + canvas.height);
    await closePanel(opened);
    expect(await canvasSize(widget)).toEqual(before);
  });
});
