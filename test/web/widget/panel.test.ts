import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { BERIVAN, widgetPages } from '../support/widgetPage.ts';

describeWithBrowser('the panel of the widget', (chromium) => {
  const { openWidget, url } = widgetPages(chromium);
  const around = `entity="${BERIVAN}" show="AUTHOR" per-kind="6"`;

  /** Opens the widget and selects Tsachy Weissman, with whom Berivan Isik wrote 7 papers. */
  const openPanel = async (width: number) => {
    const opened = await openWidget(around, { width });
    const { widget } = opened;
    await widget.settled();
    await widget.set({ view: 'list' });
    await widget.element.getByRole('button', { name: 'Tsachy Weissman' }).click();
    await widget.set({ view: 'graph' });
    await widget.panel.getByRole('button', { name: 'All 7 papers' }).waitFor();
    return opened;
  };

  it.each([1000, 390])('keeps its buttons in sight when it scrolls, at a width of %d', async (width) => {
    const { widget, page } = await openPanel(width);
    const shown = await widget.panel
      .getByRole('listitem')
      .evaluateAll(
        (items) => items.filter((item) => (item as { offsetHeight: number }).offsetHeight > 0).length,
      );
    expect(shown).toBe(width === 390 ? 1 : 3);
    for (const top of [0, 1_000]) {
      await widget.panel.evaluate((panel, to) => ((panel as { scrollTop: number }).scrollTop = to), top);
      const panel = (await widget.panel.boundingBox())!;
      for (const button of await widget.panel.locator('.actions > *').all()) {
        const box = (await button.boundingBox())!;
        expect(box.y).toBeGreaterThanOrEqual(panel.y);
        expect(box.y + box.height).toBeLessThanOrEqual(panel.y + panel.height);
      }
    }
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('links the name to the page, and shows all joint papers on request', async () => {
    const { widget } = await openPanel(390);
    const name = widget.panel.getByRole('link', { name: 'Tsachy Weissman' });
    expect(await name.getAttribute('href')).toBe(`${url()}/author/author:seed-name:Tsachy%2520Weissman`);
    await widget.panel.getByRole('button', { name: 'All 7 papers' }).click();
    await widget.panel.getByRole('listitem').nth(6).waitFor();
  });

  it('is closed by Escape, which forgets the selection and leaves the focus on the canvas', async () => {
    const { widget, page } = await openPanel(1000);
    const state = () => page.evaluate<string>("document.querySelector('coauthor-graph').state");
    expect(await state()).toContain('select=');
    await widget.panel.getByRole('button', { name: 'Hide' }).focus();
    await page.keyboard.press('Escape');
    await widget.panel.waitFor({ state: 'detached' });
    expect(await state()).toBe('');
    expect(await widget.focusedTag()).toBe('canvas');
  });
});
