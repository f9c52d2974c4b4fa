import { describeWithBrowser } from '../../support/browser/available.ts';
import { explored, places, seriousFindings } from '../support/explorerPage.ts';

const paths =
  '/paths/authors?from=author%3Aseed-name%3AMichael%2520W.%2520Mahoney&to=author%3Aseed-name%3ATerence%2520Tao';

const pages = ['/', ...Object.values(places), '/search?text=learning', paths, '/author/author:name:nobody'];

describeWithBrowser('the explorer, for everyone', (chromium) => {
  const { open } = explored(chromium);

  it.each(pages)('has no serious finding of axe, light or dark, and fits a phone, at %s', async (path) => {
    const { page, complaints } = await open(path);
    await page.waitForLoadState('networkidle');
    expect(await seriousFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await seriousFindings(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('has no serious finding while something is found, and while a menu is open', async () => {
    const { page } = await open(places.author);
    await page.locator('summary', { hasText: 'Export' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Search' }).fill('learn');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has one main heading a page, and none that leaves a level out', async () => {
    const { page } = await open(places.author);
    await page.waitForLoadState('networkidle');
    const levels = await page.evaluate<number[]>(
      '[...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1]))',
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
  });
});
