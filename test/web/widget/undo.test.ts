import { describeWithBrowser } from '../../support/browser/available.ts';
import { BERIVAN, TSACHY, widgetPages, type OpenWidgetPage } from '../support/widgetPage.ts';

describeWithBrowser('undoing expansions in the widget', (chromium) => {
  const { openWidget } = widgetPages(chromium);
  const around = `entity="${BERIVAN}" kinds="AUTHOR TOPIC" color="cluster" per-kind="6"`;

  const nodeCount = ({ page }: OpenWidgetPage): Promise<number> =>
    page.evaluate<number>("document.querySelector('coauthor-graph').slice.nodes.length");
  const stateOf = ({ page }: OpenWidgetPage): Promise<string> =>
    page.evaluate<string>("document.querySelector('coauthor-graph').state");
  const expand = async ({ page, widget }: OpenWidgetPage, id: string, times: number): Promise<void> => {
    await page.evaluate(`document.querySelector('coauthor-graph').expand(${JSON.stringify(id)})`);
    await widget.waitForEvent('load', times);
  };
  /** The label with the number of nodes, and the color of each group. */
  const groupsOf = ({ page }: OpenWidgetPage): Promise<string[][]> =>
    page.evaluate<
      string[][]
    >(`[...document.querySelector('coauthor-graph').shadowRoot.querySelectorAll('.groups li')].map(
      (item) => [item.innerText.trim(), item.querySelector('span').style.background],
    )`);

  const labelsAndColors = async (opened: OpenWidgetPage): Promise<string[]> =>
    (await groupsOf(opened)).map(([text, color]) => `${text!.replace(/\s*\d+$/, '')} ${color}`);

  it('shows the picture before the last expansion, by a button', async () => {
    const opened = await openWidget(around);
    const { widget } = opened;
    await widget.settled();
    expect(await widget.element.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    const before = {
      count: await nodeCount(opened),
      state: await stateOf(opened),
      groups: await groupsOf(opened),
    };
    await expand(opened, TSACHY, 2);
    const between = await nodeCount(opened);
    await expand(opened, BERIVAN, 3);
    expect(await nodeCount(opened)).toBeGreaterThan(between);
    const undo = widget.element.getByRole('button', { name: 'Undo' });
    await undo.click();
    await widget.waitForEvent('load', 4);
    expect(await nodeCount(opened)).toBe(between);
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    expect({
      count: await nodeCount(opened),
      state: await stateOf(opened),
      groups: await groupsOf(opened),
    }).toEqual(before);
    expect((await widget.events('statechange')).at(-1)).toEqual({ state: before.state });
  });

  it('shows it by Ctrl+Z, and the same neighbors can be added again', async () => {
    const opened = await openWidget(around);
    const { page, widget } = opened;
    await widget.settled();
    const before = await nodeCount(opened);
    await expand(opened, TSACHY, 2);
    const after = await nodeCount(opened);
    await widget.canvas.focus();
    await page.keyboard.press('Control+z');
    await widget.waitForEvent('load', 3);
    expect(await nodeCount(opened)).toBe(before);
    await expand(opened, TSACHY, 4);
    expect(await nodeCount(opened)).toBe(after);
  });

  it('is possible for the expansions of a link', async () => {
    const opened = await openWidget(around);
    await opened.widget.settled();
    const before = await nodeCount(opened);
    await expand(opened, TSACHY, 2);
    const state = await stateOf(opened);
    const other = await openWidget(`${around} state="${state.replaceAll('&', '&amp;')}"`);
    await other.widget.settled();
    expect(await groupsOf(other)).toEqual(await groupsOf(opened));
    await other.widget.element.getByRole('button', { name: 'Undo' }).click();
    await other.widget.waitForEvent('load', 2);
    expect(await nodeCount(other)).toBe(before);
  });

  it('keeps the colors and labels of the groups of an expanded graph', async () => {
    const opened = await openWidget(around);
    await opened.widget.settled();
    const labels = await labelsAndColors(opened);
    await expand(opened, TSACHY, 2);
    const after = await labelsAndColors(opened);
    expect(labels.length).toBeGreaterThan(1);
    expect(after).toEqual(expect.arrayContaining([labels[0]]));
  });
});
