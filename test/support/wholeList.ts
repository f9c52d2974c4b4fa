interface PageRead<Entry> {
  entries: readonly Entry[];
  hasNext: boolean;
  hasPrevious: boolean;
  total?: number;
}

/** Reads the page of `first` entries at a position. */
type ReadPage<Entry, Position> = (request: {
  first: number;
  after?: Position;
  backward?: true;
  count: true;
}) => Promise<PageRead<Entry>>;

/**
 * All entries of a list, read page by page from both ends. Expects the same entries in both directions, full pages,
 * and the number of entries and what is before and after each page to be right.
 */
export const wholeList = async <Entry, Position>(
  first: number,
  read: ReadPage<Entry, Position>,
  positionOf: (entry: Entry) => Position,
): Promise<Entry[]> => {
  const forward = await pagesOf(first, read, (page) => page.entries.at(-1), positionOf);
  const backward = await pagesOf(
    first,
    (request) => read({ ...request, backward: true }),
    (page) => page.entries[0],
    positionOf,
    (page) => ({ ...page, hasNext: page.hasPrevious, hasPrevious: page.hasNext }),
  );
  const entries = forward.flatMap((page) => page.entries);
  expect(backward.reverse().flatMap((page) => page.entries)).toEqual(entries);
  return entries;
};

/** The pages in the order in which they are read. @param directed the page with what is next in the direction of reading */
const pagesOf = async <Entry, Position>(
  first: number,
  read: ReadPage<Entry, Position>,
  lastOf: (page: PageRead<Entry>) => Entry | undefined,
  positionOf: (entry: Entry) => Position,
  directed: (page: PageRead<Entry>) => PageRead<Entry> = (page) => page,
): Promise<PageRead<Entry>[]> => {
  const pages: PageRead<Entry>[] = [];
  let after: Position | undefined;
  for (;;) {
    const page = await read({ first, count: true, ...(after !== undefined && { after }) });
    const { hasNext, hasPrevious } = directed(page);
    expect(hasPrevious).toBe(pages.length > 0);
    pages.push(page);
    const last = lastOf(page);
    if (!hasNext || last === undefined) {
      const length = pages.reduce((sum, { entries }) => sum + entries.length, 0);
      for (const { total } of pages) expect(total).toBe(length);
      return pages;
    }
    expect(page.entries).toHaveLength(first);
    after = positionOf(last);
  }
};
