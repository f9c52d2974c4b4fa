import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { edge, node, slice } from '../support/slices.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { widgetPages, type OpenWidgetPage, type Widget } from '../support/widgetPage.ts';

const blue = [47, 111, 222] as const;

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

  const drawing = (page: Page): Promise<string> =>
    page.evaluate<string>(
      "document.querySelector('coauthor-graph').shadowRoot.querySelector('canvas').toDataURL()",
    );

  const canvasSize = async (widget: Widget): Promise<{ width: number; height: number }> => {
    const { width, height } = (await widget.canvas.boundingBox())!;
    return { width, height };
  };

  /** Selects the node in the middle, and waits until the panel stands beside the canvas. */
  const selectMiddle = async ({ page, widget }: OpenWidgetPage): Promise<void> => {
    const before = await canvasSize(widget);
    const { x, y } = await middleOf(widget);
    await page.mouse.click(x, y);
    await widget.panel.waitFor();
    await waitUntil(async () => {
      const { width, height } = await canvasSize(widget);
      return width < before.width || height < before.height;
    });
  };

  const closePanel = async ({ page, widget }: OpenWidgetPage): Promise<void> => {
    await widget.panel.getByRole('button', { name: 'Close' }).click();
    await widget.panel.waitFor({ state: 'detached' });
    await page.mouse.move(2, 2);
  };

  it('makes the canvas narrower, in which the whole picture is visible, and gives the width back', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    const [size, before] = [await canvasSize(widget), await drawing(page)];
    await selectMiddle(opened);
    const canvas = (await widget.canvas.boundingBox())!;
    const panel = (await widget.panel.boundingBox())!;
    expect(panel.x).toBeGreaterThanOrEqual(canvas.x + canvas.width);
    expect(panel.height).toBe(canvas.height);
    // All five nodes are drawn, smaller than before.
    await waitUntil(async () => (await widget.countPixels(blue)) > 5 * 100);
    await closePanel(opened);
    await waitUntil(async () => (await drawing(page)) === before);
    expect(await canvasSize(widget)).toEqual(size);
  });

  it('does not fit a picture that the user has moved, and shows the same part after it was closed', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    const fitted = await drawing(page);
    await widget.element.getByRole('button', { name: 'Zoom out' }).click();
    await widget.element.getByRole('button', { name: 'Zoom out' }).click();
    await page.mouse.move(2, 2);
    await waitUntil(async () => (await drawing(page)) !== fitted);
    const before = await drawing(page);
    const nodeSize = await widget.countPixels(blue);
    await selectMiddle(opened);
    await page.mouse.move(2, 2);
    // The five nodes fit into the narrow canvas as they are: they are all there, and not larger. The ring of the selection
    // covers a part of the ring of the center.
    await waitUntil(async () => {
      const share = (await widget.countPixels(blue)) / nodeSize;
      return share > 0.75 && share < 1.15;
    });
    await closePanel(opened);
    await waitUntil(async () => (await drawing(page)) === before);
  });

  it('keeps the selected node and its neighbors in sight, if need be by a smaller scale', async () => {
    const opened = await openPicture(1000);
    const { page, widget } = opened;
    // Any movement by the user ends the automatic fit.
    const { x, y } = await middleOf(widget);
    await page.mouse.move(x + 60, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + 61, y + 61);
    await page.mouse.up();
    const before = await widget.countPixels(blue);
    const drawn = await drawing(page);
    await selectMiddle(opened);
    await page.mouse.move(2, 2);
    await waitUntil(async () => {
      const share = (await widget.countPixels(blue)) / before;
      return share > 0.5 && share < 0.95;
    });
    await closePanel(opened);
    await waitUntil(async () => (await drawing(page)) === drawn);
  });

  it('is a sheet that takes at most half of the height of a narrow element', async () => {
    const opened = await openPicture(390);
    const { widget } = opened;
    const before = await canvasSize(widget);
    await selectMiddle(opened);
    const after = await canvasSize(widget);
    expect(after.width).toBe(before.width);
    expect(after.height).toBeGreaterThanOrEqual(before.height / 2);
    const panel = (await widget.panel.boundingBox())!;
    expect(panel.height).toBeLessThanOrEqual(before.height / 2);
    await closePanel(opened);
    expect(await canvasSize(widget)).toEqual(before);
  });
});
