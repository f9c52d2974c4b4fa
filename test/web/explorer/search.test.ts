import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../support/browser/available.ts';
import { entityPages, explorerServer, waitForHeading } from '../support/explorerPage.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

const focusedText = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent');

describeWithBrowser('the search of the explorer', (chromium) => {
  const { open } = explorerServer(chromium);

  it('finds a person by a few letters and by keyboard alone', async () => {
    const { page, problems } = await open('/');
    await waitForHeading(page, 'Science is a graph of people');
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await page.keyboard.type('beriv');
    await page.getByRole('option', { name: 'Berivan Isik' }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await waitForHeading(page, 'Berivan Isik');
    expect(pathOf(page)).toBe(entityPages.author);
    expect(await page.title()).toBe('Berivan Isik · Co-authorship graph');
    expect(await focusedText(page)).toBe('Berivan Isik');
    expect(problems).toEqual([]);
  });

  it('closes the list on Escape, empties the field on a second Escape, and opens the list on an arrow key', async () => {
    const { page } = await open('/paths/authors');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('mahoney');
    await page.getByRole('option').first().waitFor();
    await box.press('Escape');
    expect([await box.getAttribute('aria-expanded'), await box.inputValue()]).toEqual(['false', 'mahoney']);
    await box.press('ArrowDown');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.press('Escape');
    await box.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  it('finds entities of all four kinds by mouse', async () => {
    const { page } = await open('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    const choose = async (typed: string, name: string, heading: string) => {
      await box.fill(typed);
      await page.getByRole('option', { name }).first().click();
      await waitForHeading(page, heading);
    };
    await choose('attention is all', 'Paper Attention is All you Need', 'Attention is All you Need');
    await choose('machine transl', 'Topic Machine Translation', 'Machine Translation');
    await choose('stanford univ', 'Institution Stanford University', 'Stanford University');
    await choose('Vaswani', 'Author Ashish Vaswani', 'Ashish Vaswani');
    expect(await box.inputValue()).toBe('Ashish Vaswani');
  });

  it('lists all results of a search page by page, of all kinds or of one kind', async () => {
    const { page } = await open('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('learning');
    await page.keyboard.press('Enter');
    await waitForHeading(page, 'Search for “learning”');
    await page.locator('.result-list > li').first().waitFor();
    expect(await page.locator('.result-list > li').count()).toBe(20);
    await page.getByRole('button', { name: 'Show more results' }).click();
    await page.locator('.result-list > li').nth(39).waitFor();
    await page.getByRole('link', { name: 'Topics', exact: true }).click();
    await page.waitForURL('**/search?text=learning&kind=topic');
    await page.locator('.result-list > li').first().waitFor();
    expect(new Set(await page.locator('.result-list .kind').allTextContents())).toEqual(new Set(['Topic']));
  });
});
