import DataLoader from 'dataloader';
import type { Page } from '../../graph/model/pages.ts';
import type { MaybePromise } from './whenReady.ts';

/** A part of a page that a field needs: its entries with brief or with full nodes and edges, or the total count. */
export type PagePart = 'briefEntries' | 'fullEntries' | 'count';

/** A page request without the fields `count` and `brief`, which say which parts of the page are needed. */
export type PageArguments<Request> = Omit<Request, 'count' | 'brief'>;

/** A request for the same page of several parents. It asks for each part that at least one of the parents needs. */
export type PartsRequest<Arguments> = Arguments & { count: boolean; brief: boolean };

/** Reads a page for each parent. Parents without a page may be left out of the map. */
export type PageReader<Arguments, EntryPage extends Page<unknown>> = (
  parents: readonly string[],
  request: PartsRequest<Arguments>,
) => Promise<Map<string, EntryPage>>;

/** Loads the page of a parent. The page has at least the given part. A page that was loaded before is returned at once. */
export type PageLoader<Entry> = (parent: string, part: PagePart) => MaybePromise<Page<Entry>>;

/** Loads the page of any parent, and makes the cursors of its entries. */
export interface PageSource<Entry extends { node: object }> {
  load: PageLoader<Entry>;
  cursorOf: (entry: Entry) => string;
}

export const noPage: Page<never> = { entries: [], hasNext: false, hasPrevious: false, total: 0 };

/**
 * Creates a function that loads the page of a parent. All calls of one batch together make one call of `read`.
 *
 * @param schedule decides when a batch is read; by default at the end of the current tick of the event loop
 */
export const pageLoader = <Arguments extends { first: number }, EntryPage extends Page<unknown>>(
  page: Arguments,
  read: PageReader<Arguments, EntryPage>,
  schedule?: (read: () => void) => void,
): ((parent: string, part: PagePart) => MaybePromise<EntryPage | typeof noPage>) => {
  const loadedPages = new Map<string, EntryPage | typeof noPage>();
  const loader = new DataLoader<PageKey, EntryPage | typeof noPage, string>(
    async (keys) => {
      const parents = [...new Set(keys.map(({ parent }) => parent))];
      const pages = await read(parents, requestFor(page, new Set(keys.map(({ part }) => part))));
      return keys.map(({ parent, text }) => {
        const loaded = pages.get(parent) ?? noPage;
        loadedPages.set(text, loaded);
        return loaded;
      });
    },
    { cacheKeyFn: ({ text }) => text, ...(schedule && { batchScheduleFn: schedule }) },
  );
  return (parent, part) => {
    const text = `${part} ${parent}`;
    return loadedPages.get(text) ?? loader.load({ parent, part, text });
  };
};

interface PageKey {
  parent: string;
  part: PagePart;
  /** The part and the parent as one text, which identifies the key. */
  text: string;
}

/** The request for the needed parts. If only the count is needed, no entries are read. */
const requestFor = <Arguments extends { first: number }>(
  page: Arguments,
  parts: ReadonlySet<PagePart>,
): PartsRequest<Arguments> => ({
  ...page,
  first: parts.has('briefEntries') || parts.has('fullEntries') ? page.first : 0,
  count: parts.has('count'),
  brief: !parts.has('fullEntries'),
});
