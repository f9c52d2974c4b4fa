import DataLoader from 'dataloader';
import type { Page } from '../../graph/model/pages.ts';

/** What a field needs of a page: its entries with brief or with full nodes and edges, or the total count. */
export type PagePart = 'briefEntries' | 'fullEntries' | 'count';

/** A page request without the fields that say which parts are needed. */
export type PageArguments<Request> = Omit<Request, 'count' | 'brief'>;

/** A page request for several parents, with each part that at least one of them needs. */
export type PartsRequest<Arguments> = Arguments & { count: boolean; brief: boolean };

/** Reads a page for each parent. Parents without a page may be left out of the map. */
export type PageReader<Arguments, EntryPage extends Page<unknown>> = (
  parents: readonly string[],
  request: PartsRequest<Arguments>,
) => Promise<Map<string, EntryPage>>;

/** Loads the page of a parent, with at least the given part. */
export type PageLoader<Entry> = (parent: string, part: PagePart) => Promise<Page<Entry>>;

/** Reads a page for any parent and writes the cursors of its entries. */
export interface PageSource<Entry extends { node: object }> {
  load: PageLoader<Entry>;
  cursorOf: (entry: Entry) => string;
}

export const noPage: Page<never> = { entries: [], hasNext: false, hasPrevious: false, total: 0 };

/**
 * Collects the parents and parts of one batch and reads them in one call.
 *
 * @param schedule when a batch is read; by default at the end of the tick
 */
export const pageLoader = <Arguments extends { first: number }, EntryPage extends Page<unknown>>(
  page: Arguments,
  read: PageReader<Arguments, EntryPage>,
  schedule?: (read: () => void) => void,
): ((parent: string, part: PagePart) => Promise<EntryPage | typeof noPage>) => {
  const loader = new DataLoader<{ parent: string; part: PagePart }, EntryPage | typeof noPage, string>(
    async (keys) => {
      const parents = [...new Set(keys.map(({ parent }) => parent))];
      const pages = await read(parents, requestFor(page, new Set(keys.map(({ part }) => part))));
      return keys.map(({ parent }) => pages.get(parent) ?? noPage);
    },
    { cacheKeyFn: ({ parent, part }) => `${part} ${parent}`, ...(schedule && { batchScheduleFn: schedule }) },
  );
  return (parent, part) => loader.load({ parent, part });
};

/** No entries are read if only the count is needed. */
const requestFor = <Arguments extends { first: number }>(
  page: Arguments,
  parts: ReadonlySet<PagePart>,
): PartsRequest<Arguments> => ({
  ...page,
  first: parts.has('briefEntries') || parts.has('fullEntries') ? page.first : 0,
  count: parts.has('count'),
  brief: !parts.has('fullEntries'),
});
