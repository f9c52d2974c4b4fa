import type { BriefEntity } from '../../graph/model/entities.ts';
import { edgesAreBrief, nodesAreBrief } from './requireFullEntity.ts';
import type { RequestContext } from '../execution/requestContext.ts';
import type { Page } from '../../graph/model/pages.ts';
import type { Wanted } from './pageLoader.ts';
import type { Selection } from './selection.ts';

/*
 * The one shape of every connection. Its fields are methods, which GraphQL's default resolver calls only for
 * fields that are selected: rows are read for `edges`, `nodes` and `pageInfo`, the count for `totalCount`.
 */

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor(): string | null;
  endCursor(): string | null;
}

/** One place in a list. `origin` is what all edges of the list share: where it was listed. */
export interface ConnectionEdge<Entry extends { node: BriefEntity }, Origin = unknown> {
  readonly node: Entry['node'];
  readonly entry: Entry;
  readonly origin: Origin;
  cursor(): string;
}

export interface Connection<Entry extends { node: BriefEntity }, Origin = unknown> {
  edges: Field<readonly ConnectionEdge<Entry, Origin>[]>;
  nodes: Field<readonly Entry['node'][]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
  /** Begins to read what a field of it will be answered with. */
  begin(field: ConnectionField, selection: Selection): Promise<unknown>;
}

export type ConnectionField = 'edges' | 'nodes' | 'pageInfo' | 'totalCount';

/** A method as GraphQL's default resolver calls it. */
type Field<Result> = (args: object, context: RequestContext, info: Selection) => Promise<Result>;

export interface ConnectionSource<Entry, Origin> {
  /** Must give one promise, and read once, however often the same is wanted. */
  load(want: keyof Wanted): Promise<Page<Entry>>;
  cursorOf(entry: Entry): string;
  origin: Origin;
}

class SourcedEdge<Entry extends { node: BriefEntity }, Origin> implements ConnectionEdge<Entry, Origin> {
  readonly node: Entry['node'];
  readonly entry: Entry;
  readonly #source: ConnectionSource<Entry, Origin>;

  constructor(entry: Entry, source: ConnectionSource<Entry, Origin>) {
    this.node = entry.node;
    this.entry = entry;
    this.#source = source;
  }

  get origin(): Origin {
    return this.#source.origin;
  }

  cursor(): string {
    return this.#source.cursorOf(this.entry);
  }
}

class SourcedConnection<Entry extends { node: BriefEntity }, Origin> implements Connection<Entry, Origin> {
  readonly #source: ConnectionSource<Entry, Origin>;

  constructor(source: ConnectionSource<Entry, Origin>) {
    this.#source = source;
  }

  async edges(
    _: object,
    context: RequestContext,
    info: Selection,
  ): Promise<readonly ConnectionEdge<Entry, Origin>[]> {
    const { entries } = await this.#load(wanted.edges(info), context);
    return entries.map((entry) => new SourcedEdge(entry, this.#source));
  }

  async nodes(_: object, context: RequestContext, info: Selection): Promise<readonly Entry['node'][]> {
    const { entries } = await this.#load(wanted.nodes(info), context);
    return entries.map(({ node }) => node);
  }

  /** A store may answer a thousand lists at a time, and GraphQL would go through them in one go. */
  async #load(want: keyof Wanted, { loaders }: RequestContext): Promise<Page<Entry>> {
    const listing = await this.#source.load(want);
    await loaders.batchScheduler.handOn(listing.entries.length);
    return listing;
  }

  async pageInfo(): Promise<PageInfo> {
    const { entries, hasNext, hasPrevious } = await this.#source.load('rows');
    const cursorAt = (index: number): string | null => {
      const entry = entries.at(index);
      return entry === undefined ? null : this.#source.cursorOf(entry);
    };
    return {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: () => cursorAt(0),
      endCursor: () => cursorAt(-1),
    };
  }

  async totalCount(): Promise<number> {
    const { total } = await this.#source.load('count');
    if (total === undefined) throw new TypeError('A page that was asked with its count came without it.');
    return total;
  }

  begin(field: ConnectionField, selection: Selection): Promise<unknown> {
    return this.#source.load(wanted[field](selection));
  }
}

/** What has to be loaded for each field. */
const wanted: Readonly<Record<ConnectionField, (selection: Selection) => keyof Wanted>> = {
  edges: (selection) => (edgesAreBrief(selection) ? 'rows' : 'facts'),
  nodes: (selection) => (nodesAreBrief(selection) ? 'rows' : 'facts'),
  pageInfo: () => 'rows',
  totalCount: () => 'count',
};

/** A connection whose rows and count are read from its source when they are selected. */
export const connection = <Entry extends { node: BriefEntity }, Origin>(
  source: ConnectionSource<Entry, Origin>,
): Connection<Entry, Origin> => new SourcedConnection(source);
