import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { seriousViolations } from '../support/axe.ts';
import { entityPages, explorerServer, settled } from '../support/explorerPage.ts';
import { changeAnswers } from '../support/requests.ts';

const width = 360;

describeWithBrowser('the explorer on a phone', (chromium) => {
  const { open } = explorerServer(chromium);

  it.each(Object.entries(entityPages))(
    'shows the whole graph on the first screen of the page of kind %s',
    async (_, path) => {
      const { page } = await open(path, { width });
      await page.locator('coauthor-graph').getByRole('button', { name: 'List', exact: true }).waitFor();
      const { y, height } = (await page.locator('coauthor-graph canvas').boundingBox())!;
      expect(height).toBeGreaterThan(330);
      expect(y + height).toBeLessThan(844);
    },
  );

  it.each(Object.entries(entityPages))(
    'shows one row of actions on the page of kind %s, and the others in a menu',
    async (_, path) => {
      const { page } = await open(path, { width });
      await settled(page);
      const actions = await page.locator('.actions > :visible').all();
      const tops = await Promise.all(actions.map(async (action) => (await action.boundingBox())!.y));
      expect(tops.length).toBeGreaterThanOrEqual(2);
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(2);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('link', { name: 'Feed' }).waitFor();
      await page.locator('summary', { hasText: 'Export' }).click();
      await page.getByRole('link', { name: 'BibTeX' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Feed' }).waitFor({ state: 'hidden' });
    },
  );

  it('keeps the links to the sections below the header while the page scrolls', async () => {
    const { page } = await open(entityPages.author, { width });
    await settled(page);
    await page.getByRole('link', { name: /^Collaborators/ }).click();
    await page.locator('#collaborators:focus').waitFor();
    const links = page.getByRole('navigation', { name: 'Sections of this page' });
    expect((await links.boundingBox())!.y).toBeLessThan(64);
    expect(await topOf(page, '#collaborators')).toBeGreaterThan(
      await bottomOf(page, '.entity > .pill-links'),
    );
  });

  it('shows a long identifier on one line that ends before the edge of the screen', async () => {
    const prepare = (page: Page) =>
      changeAnswers(page, 'PaperPage', (data) => {
        const { paper } = data as { paper: object };
        const identifiers = [
          { scheme: 'DOI', value: `10.1162/${'coli_a_00'.repeat(9)}`, url: 'https://doi.org/10.1162/x' },
        ];
        return { data: { ...data, paper: { ...paper, identifiers } } };
      });
    const { page } = await open(entityPages.paper, { width, prepare });
    const identifier = page.getByRole('list', { name: 'Identifiers' }).getByRole('listitem');
    const { x, width: shown, height } = (await identifier.boundingBox())!;
    expect(x + shown).toBeLessThanOrEqual(width - 16);
    expect(height).toBeLessThan(40);
  });

  it('shows the first items of a long list, and the others when the user asks for them', async () => {
    const { page } = await open(entityPages.author, { width });
    await settled(page);
    const papers = page.locator('#papers');
    const visiblePapers = () => papers.locator('.paper-list > li:visible').count();
    expect(await visiblePapers()).toBe(4);
    const button = papers.getByRole('button', { name: 'Show more papers' });
    await button.click();
    expect(await visiblePapers()).toBe(10);
    expect(await page.evaluate('document.activeElement.closest("li").matches(":nth-child(5)")')).toBe(true);
    await button.click();
    await papers.locator('.paper-list > li').nth(18).waitFor();
  });

  it('folds the sections after the first two, and opens one by its heading or by a link to it', async () => {
    const { page } = await open(entityPages.author, { width });
    await settled(page);
    const items = (id: string) => page.locator(`#${id} li:visible`).count();
    expect(await items('papers')).toBeGreaterThan(0);
    expect(await items('collaborators')).toBeGreaterThan(0);
    expect(await items('topics')).toBe(0);
    expect(await page.locator('#topics h2').innerText()).toMatch(/^Topics \d+$/);
    const switchTopics = page.locator('#topics').getByRole('button', { name: 'Topics', exact: true });
    await switchTopics.click();
    expect(await switchTopics.getAttribute('aria-expanded')).toBe('true');
    expect(await items('topics')).toBeGreaterThan(0);
    await switchTopics.press('Enter');
    expect(await items('topics')).toBe(0);
    await page.getByRole('link', { name: /^Institutions \d/ }).click();
    await page.locator('#institutions:focus').waitFor();
    expect(await items('institutions')).toBeGreaterThan(0);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('folds no section on a wide screen', async () => {
    const { page } = await open(entityPages.author);
    await settled(page);
    expect(await page.locator('#topics li:visible').count()).toBeGreaterThan(0);
    expect(await page.locator('.fold:visible').count()).toBe(0);
  });

  it.each(['/', '/search?text=learning', '/paths/authors', '/compare', ...Object.values(entityPages)])(
    'has buttons and fields of at least 44 pixels at %s, and fits 320 pixels',
    async (path) => {
      const { page } = await open(path, { width: 320 });
      await settled(page);
      const heights = await page.evaluate<Record<string, number>>(
        `Object.fromEntries([...document.querySelectorAll('button:not(.link, .sort), .button, select, input, .pill-links a')]
          .map((each) => [each.outerHTML.slice(0, 120), each.getBoundingClientRect().height]))`,
      );
      const small = Object.entries(heights).filter(([, height]) => height > 0 && height < 44);
      expect(small).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    },
  );

  it('leads to the other pages by a menu, which closes', async () => {
    const { page } = await open(entityPages.author, { width });
    await settled(page);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Find a path', exact: true }).click();
    await page.locator('h1', { hasText: 'Find a path' }).waitFor();
    expect(await page.getByRole('link', { name: 'Find a path', exact: true }).isVisible()).toBe(false);
  });
});

describeWithBrowser('a long abstract', (chromium) => {
  const { open } = explorerServer(chromium);

  it('is shortened until the user asks for all of it', async () => {
    // The papers of the seed graph have no abstracts.
    const prepare = (page: Page) =>
      changeAnswers(page, 'PaperPage', (data) => {
        const { paper } = data as { paper: object };
        return { data: { ...data, paper: { ...paper, abstract: 'Words of an abstract. '.repeat(60) } } };
      });
    const { page } = await open(entityPages.paper, { prepare });
    const abstract = page.getByRole('region', { name: 'Abstract' });
    const button = abstract.getByRole('button', { name: 'Whole abstract' });
    await button.waitFor();
    const before = (await abstract.boundingBox())!.height;
    await button.click();
    expect((await abstract.boundingBox())!.height).toBeGreaterThan(before);
  });
});

const bottomOf = async (page: Page, selector: string): Promise<number> => {
  const { y, height } = (await page.locator(selector).boundingBox())!;
  return y + height;
};

const topOf = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).boundingBox())!.y;
