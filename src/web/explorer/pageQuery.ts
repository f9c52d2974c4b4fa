/** The query string of an address, split into two parts. */
interface PageQuery {
  /** The part that says what the page shows: the state of an entity's graph, or the searched text. */
  main: string;
  /**
   * The parameters of the lists on the page, such as order and filters. Their names begin with the name of the list and
   * a dot.
   */
  lists: URLSearchParams;
}

export const splitQuery = (search: string): PageQuery => {
  const entries = [...new URLSearchParams(search)];
  const isOfList = ([name]: [string, string]): boolean => name.includes('.');
  return {
    main: new URLSearchParams(entries.filter((entry) => !isOfList(entry))).toString(),
    lists: new URLSearchParams(entries.filter(isOfList)),
  };
};

type PagePath = Pick<URL, 'pathname' | 'search'>;

/** The path of a page with one or both parts of its query string replaced. */
export const pathWithQuery = ({ pathname, search }: PagePath, changed: Partial<PageQuery>): string => {
  const { main, lists } = { ...splitQuery(search), ...changed };
  const query = [main, lists.toString()].filter((part) => part !== '').join('&');
  return pathname + (query && `?${query}`);
};

/**
 * The path of a page with some parameters of one list replaced; undefined removes a parameter. All other parameters
 * stay.
 */
export const pathWithList = (
  page: PagePath,
  list: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string => {
  const { lists } = splitQuery(page.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) lists.delete(`${list}.${name}`);
    else lists.set(`${list}.${name}`, value);
  }
  return pathWithQuery(page, { lists });
};
