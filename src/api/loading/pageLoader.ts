import DataLoader from 'dataloader';
import type { Page } from '../../graph/model/pages.ts';

/** What is wanted of a page by anyone who asked for it in the same tick. */
export interface Wanted {
  rows: boolean;
  /** Rows with all that is known of them, not only brief ones. */
  facts: boolean;
  count: boolean;
}

/** A page as a field asks for it; whether rows or the count are wanted shows only when they are selected. */
export type Asked<Request> = Omit<Request, 'count' | 'brief'>;

/** The page as the store is asked for it: no rows are read where only the count is wanted. */
export const asWanted = <Request extends { first: number }>(page: Request, wanted: Wanted) => ({
  ...page,
  first: wanted.rows ? page.first : 0,
  count: wanted.count,
  brief: !wanted.facts,
});

/** Reads one page for each parent; parents without one may be left out. */
export type PageReader<Entry> = (
  parents: readonly string[],
  wanted: Wanted,
) => Promise<Map<string, Page<Entry>>>;

export type PageLoader<Entry> = (parent: string, want: keyof Wanted) => Promise<Page<Entry>>;

const nothing: Page<never> = { entries: [], hasNext: false, hasPrevious: false, total: 0 };

/**
 * One page asked for by any number of parents, read in one call a tick: the rows where a parent's `nodes`,
 * `edges` or `pageInfo` is selected, all facts of them where any of these are, the count where its `totalCount`
 * is, and all together where all are.
 *
 * @param schedule when a batch is read; by default at the end of the tick
 */
export const pageLoader = <Entry>(
  read: PageReader<Entry>,
  schedule?: (read: () => void) => void,
): PageLoader<Entry> => {
  const loader = new DataLoader<{ parent: string; want: keyof Wanted }, Page<Entry>, string>(
    async (asked) => {
      const pages = await read([...new Set(asked.map(({ parent }) => parent))], {
        rows: asked.some(({ want }) => want !== 'count'),
        facts: asked.some(({ want }) => want === 'facts'),
        count: asked.some(({ want }) => want === 'count'),
      });
      return asked.map(({ parent }) => pages.get(parent) ?? nothing);
    },
    { cacheKeyFn: ({ parent, want }) => `${want} ${parent}`, ...(schedule && { batchScheduleFn: schedule }) },
  );
  return (parent, want) => loader.load({ parent, want });
};
