import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TypedDocumentString } from '../__generated__/graphql.ts';
import { RequestError } from './requestError.ts';
import { sendQuery } from './sendQuery.ts';

/** The fields of a GraphQL connection that a list needs. */
export interface Connection<Item> {
  readonly edges: readonly Item[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** Fetches the page after a cursor, or the first page; null or undefined if this part of the answer failed. */
type FetchPage<Item> = (
  after: string | null,
  signal: AbortSignal,
  /** The number of items on the page; undefined: the default of the query. */
  first?: number,
) => Promise<Connection<Item> | null | undefined>;

/** The largest page that the server returns, in items. */
const MAX_PAGE_SIZE = 100;

/** A list that shows its first page and loads more pages on demand. */
export class PagedList<Item> implements ReactiveController {
  items: readonly Item[] = [];
  total: number | undefined;
  hasMore = false;
  status: 'idle' | 'loading' | 'failed' = 'idle';
  private after: string | null = null;
  private abort: AbortController | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly fetchPage: FetchPage<Item>;

  constructor(host: ReactiveControllerHost, fetchPage: FetchPage<Item>) {
    this.host = host;
    this.fetchPage = fetchPage;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abort?.abort();
    if (this.status === 'loading') this.status = 'idle';
  }

  /**
   * Sets the first page, which another query fetched.
   *
   * @param page null or undefined if the server could not compute this part of the answer
   */
  setFirstPage(page: Connection<Item> | null | undefined): void {
    this.abort?.abort();
    this.items = [];
    this.total = undefined;
    this.after = null;
    if (page) this.append(page);
    else this.status = 'failed';
  }

  /** Loads the first page again, for example in another order. The old items stay until the new page has arrived. */
  reload(): Promise<void> {
    return this.load(null);
  }

  loadMore(): Promise<void> {
    return this.load(this.after);
  }

  /**
   * Fetches the whole list in large pages, without showing it.
   *
   * @param maxCount the maximum number of items; later pages are not fetched
   */
  async fetchAll(maxCount: number, signal: AbortSignal): Promise<Item[]> {
    const items: Item[] = [];
    let after: string | null = null;
    do {
      const page: Connection<Item> | null | undefined = await this.fetchPage(after, signal, MAX_PAGE_SIZE);
      if (!page) throw new RequestError(undefined, 'The server answered without this list. Try again.');
      items.push(...page.edges);
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    } while (after !== null && items.length < maxCount);
    return items;
  }

  private async load(after: string | null): Promise<void> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.setStatus('loading');
    try {
      const page = await this.fetchPage(after, abort.signal);
      if (abort.signal.aborted) return;
      if (!page) throw new RequestError(undefined, 'The server answered without this list. Try again.');
      if (after === null) this.items = [];
      this.append(page);
      this.host.requestUpdate();
    } catch {
      if (!abort.signal.aborted) this.setStatus('failed');
    }
  }

  private append({ edges, totalCount, pageInfo }: Connection<Item>): void {
    this.items = [...this.items, ...edges];
    this.total = totalCount ?? this.total;
    this.hasMore = pageInfo.hasNextPage;
    this.after = pageInfo.endCursor ?? null;
    this.status = 'idle';
  }

  private setStatus(status: PagedList<Item>['status']): void {
    this.status = status;
    this.host.requestUpdate();
  }
}

/** A list that is read page by page. Each page is a connection in the answer to the query. */
export const pagedQuery = <Data, Variables, Item>(
  host: ReactiveControllerHost,
  document: TypedDocumentString<Data, Variables>,
  variables: (after: string | null) => Variables,
  connection: (data: Data) => Connection<Item> | null | undefined,
): PagedList<Item> =>
  new PagedList(host, async (after, signal, first) =>
    connection((await sendQuery(document, { ...variables(after), ...(first && { first }) }, signal)).data),
  );
