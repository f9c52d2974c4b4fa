import type { Page } from 'playwright-core';

/** Makes a page add up its layout shifts. Must be called before the page is opened. */
export const observeShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(`window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });`);

/** The sum of the layout shifts of a page, without those that follow an input of the user. */
export const shiftOf = (page: Page): Promise<number> => page.evaluate<number>('window.shift');
