import { describeWithBrowser } from '../support/browser/available.ts';
import { explored, places, seriousFindings } from './explored.ts';

const paths =
  '/paths/authors?from=author%3Aseed-name%3AMichael%2520W.%2520Mahoney&to=author%3Aseed-name%3ATerence%2520Tao';

const pages = ['/', ...Object.values(places), '/search?text=learning', paths, '/author/author:name:nobody'];

describeWithBrowser('the explorer, for everyone', (chromium) => {
  const { open } = explored(chromium);

  describe.each([
    ['light', false],
    ['dark', true],
  ])('in %s', (_, dark) => {
    it.each(pages)('has no serious finding of axe at %s', async (path) => {
      const { page, complaints } = await open(path, { dark });
      await page.waitForLoadState('networkidle');
      expect(await seriousFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  it('has no serious finding while something is found', async () => {
    const { page } = await open(places.author);
    await page.getByRole('combobox', { name: 'Search' }).fill('learn');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(pages)('fits a phone without a way sideways at %s', async (path) => {
    const { page } = await open(path, { width: 390 });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
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
