import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Failure } from './requestError.ts';

/** A connection of the schema, as far as a list needs it. */
export interface Connection<Item> {
  readonly edges: readonly Item[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** Asks for the page of a list behind a cursor, the first without one; null or undefined where that part failed. */
export type AskPage<Item> = (
  after: string | null,
  signal: AbortSignal,
) => Promise<Connection<Item> | null | undefined>;

/** A list that shows its first page and takes in more on demand, by cursor. */
export class PagedList<Item> implements ReactiveController {
  items: readonly Item[] = [];
  total: number | undefined;
  hasMore = false;
  state: 'idle' | 'asking' | 'failed' = 'idle';
  private after: string | null = null;
  private stop: AbortController | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly askPage: AskPage<Item>;

  constructor(host: ReactiveControllerHost, askPage: AskPage<Item>) {
    this.host = host;
    this.askPage = askPage;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop?.abort();
    if (this.state === 'asking') this.state = 'idle';
  }

  /** Begins with a page that is known already; null: that part of the answer failed. */
  begin(page: Connection<Item> | null | undefined): void {
    this.stop?.abort();
    this.items = [];
    this.total = undefined;
    this.after = null;
    if (page) this.take(page);
    else this.state = 'failed';
  }

  /** Asks for the list from its beginning, for instance in another order. What is shown stays until it is there. */
  restart(): Promise<void> {
    return this.get(null);
  }

  /** Takes in the next page. */
  more(): Promise<void> {
    return this.get(this.after);
  }

  private async get(after: string | null): Promise<void> {
    this.stop?.abort();
    const stop = new AbortController();
    this.stop = stop;
    this.show('asking');
    try {
      const page = await this.askPage(after, stop.signal);
      if (stop.signal.aborted) return;
      if (!page) throw new Failure(undefined, 'a part of the answer is missing');
      if (after === null) this.items = [];
      this.take(page);
      this.host.requestUpdate();
    } catch {
      if (!stop.signal.aborted) this.show('failed');
    }
  }

  private take({ edges, totalCount, pageInfo }: Connection<Item>): void {
    this.items = [...this.items, ...edges];
    this.total = totalCount ?? this.total;
    this.hasMore = pageInfo.hasNextPage;
    this.after = pageInfo.endCursor ?? null;
    this.state = 'idle';
  }

  private show(state: PagedList<Item>['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
