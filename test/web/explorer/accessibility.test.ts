import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { entityPages, explorerServer, settled } from '../support/explorerPage.ts';

const paths =
  '/paths/authors?from=author%3Aseed-name%3AMichael%2520W.%2520Mahoney&to=author%3Aseed-name%3ATerence%2520Tao';

const pages = [
  '/',
  ...Object.values(entityPages),
  '/search?text=learning',
  paths,
  '/review',
  '/author/author:name:nobody',
  '/compare?ids=author%3Aseed-name%3ABerivan%2520Isik&ids=author%3Aseed-name%3ATsachy%2520Weissman',
  '/compare?ids=author%3Aseed-name%3ABerivan%2520Isik&ids=author%3Aseed-name%3ATsachy%2520Weissman&ids=author%3Aseed-name%3ASanmi%2520Koyejo',
  '/compare',
  '/recipes',
];

describeWithBrowser('the accessibility of the explorer', (chromium) => {
  const { open } = explorerServer(chromium);

  it.each(pages)('has no serious axe violation in light and dark, and fits a phone, at %s', async (path) => {
    const { page, problems } = await open(path);
    await settled(page);
    expect(await seriousViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await seriousViolations(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    await page.setViewportSize({ width: 360, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(problems).toEqual([]);
  });

  it('has no serious axe violation while the search list or a menu is open', async () => {
    const { page } = await open(entityPages.author);
    await page.locator('summary', { hasText: 'Export' }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Search' }).fill('learn');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('has one main heading on a page, and skips no heading level', async () => {
    const { page } = await open(entityPages.author);
    await settled(page);
    const levels = await page.evaluate<number[]>(
      '[...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1]))',
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  });

  it('shows the header of a phone in one row: the search, and a menu with the links', async () => {
    const { page } = await open(entityPages.author, { width: 360 });
    const header = (await page.locator('header.site').boundingBox())!;
    expect(header.height).toBeLessThan(64);
    expect(await page.getByRole('link', { name: 'Co-authorship graph, home' }).isVisible()).toBe(true);
  });
});
