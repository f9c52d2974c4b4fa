import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { edge, node, slice } from '../support/slices.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { widgetPages } from '../support/widgetPage.ts';

/** The colors of the first two groups. */
const [first, second] = [[47, 111, 222] as const, [217, 112, 11] as const];

describeWithBrowser('the legend of groups in the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);

  const openGroups = async () => {
    const ids = ['author:ann', 'author:ben', 'author:cem', 'author:dan', 'author:eva', 'author:fay'];
    const opened = await openWidget('color="cluster"');
    await opened.widget.setProperty('data', {
      ...slice(
        ids.map((id, index) => ({
          ...node(id, index === 0 ? 0 : 1),
          position: { x: 100 * index, y: 40 * (index % 2) },
        })),
        ids.slice(1).map((id) => edge('author:ann', id)),
      ),
      clusters: [
        { id: '1', label: 'First', members: ids.slice(0, 3) },
        { id: '2', label: 'Second', members: ids.slice(3, 5) },
      ],
    });
    await opened.widget.settled();
    const { page, widget } = opened;
    const button = (name: string) => widget.element.locator('.groups').getByRole('button', { name });
    /** Waits until the nodes of the first group are drawn in full color or faded, and so those of the second group. */
    const waitForColors = (isFirst: boolean, isSecond: boolean) =>
      waitUntil(async () => {
        const counts = [await widget.countPixels(first), await widget.countPixels(second)];
        return counts[0]! > 100 === isFirst && counts[1]! > 100 === isSecond;
      });
    const state = () => page.evaluate<string>("document.querySelector('coauthor-graph').state");
    return { ...opened, button, waitForColors, state };
  };

  it('highlights a group at a press, and shows all groups at a second press', async () => {
    const { page, widget, button, waitForColors, state } = await openGroups();
    await waitForColors(true, true);
    await button('Second').focus();
    await page.keyboard.press('Enter');
    await waitForColors(false, true);
    expect(await button('Second').getAttribute('aria-pressed')).toBe('true');
    expect(await state()).toBe('group=1');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press(' ');
    await waitForColors(true, true);
    expect(await button('Second').getAttribute('aria-pressed')).toBe('false');
    expect(await state()).toBe('');
    await widget.setProperty('state', 'group=0');
    await waitForColors(true, false);
    expect(await button('First').getAttribute('aria-pressed')).toBe('true');
  });

  it('previews a group while the pointer is on it', async () => {
    const { page, button, waitForColors, state } = await openGroups();
    await button('First').hover();
    await waitForColors(true, false);
    await button('others').hover();
    await waitForColors(false, false);
    await page.mouse.move(2, 2);
    await waitForColors(true, true);
    expect(await state()).toBe('');
  });

  it('shows everything if the chosen group has no visible node', async () => {
    const { widget, waitForColors } = await openGroups();
    await widget.setProperty('state', 'group=7');
    await waitForColors(true, true);
  });
});
