/** The two parts of the query of an address. */
interface PageQuery {
  /** What the page shows: the state of an entity's graph, or what is searched for. */
  main: string;
  /** What is chosen for the lists of the page. The names of these parameters have a dot after the name of the list. */
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

/** The path of a page with another part of its query. */
export const pathWithQuery = ({ pathname, search }: PagePath, changed: Partial<PageQuery>): string => {
  const { main, lists } = { ...splitQuery(search), ...changed };
  const query = [main, lists.toString()].filter((part) => part !== '').join('&');
  return pathname + (query && `?${query}`);
};

/** The path of a page with other parameters of one list. Those of the other lists stay. */
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
