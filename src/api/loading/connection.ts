import type { Page } from '../../graph/model/pages.ts';
import type { RequestContext } from '../requestContext.ts';
import { oncePerField } from './oncePerField.ts';
import type { PagePart, PageSource } from './pageLoader.ts';
import { edgesAreBrief, nodesAreBrief } from './requireFullEntity.ts';
import { selectedFields, type Selection } from './selection.ts';
import { whenReady, type MaybePromise } from './whenReady.ts';

/*
 * The objects from which the connection types of the schema are resolved. Their fields are methods, because GraphQL's
 * default resolver calls methods only for selected fields. So the entries are read only for `edges`, `nodes` and
 * `pageInfo`, and the count only for `totalCount`.
 */

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor(): string | null;
  endCursor(): string | null;
}

/**
 * An entry of a page. `origin` is the same for all edges of a connection: where the list comes from, for example the
 * entity that has the list.
 */
export interface ConnectionEdge<Entry extends { node: object }, Origin = unknown> {
  readonly node: Entry['node'];
  readonly entry: Entry;
  readonly origin: Origin;
  cursor(): string;
}

export interface Connection<
  Entry extends { node: object },
  Origin = unknown,
  Edge = ConnectionEdge<Entry, Origin>,
> {
  edges: Field<readonly Edge[]>;
  nodes: Field<readonly Entry['node'][]>;
  pageInfo(): MaybePromise<PageInfo>;
  totalCount(): MaybePromise<number>;
}

/** A method as GraphQL's default resolver calls it, with these arguments. */
type Field<Result> = (args: object, context: RequestContext, info: Selection) => MaybePromise<Result>;

/** Creates the connection of one parent. Nothing is read before one of its fields is resolved. */
export const connection = <Entry extends { node: object }, Origin>(
  source: PageSource<Entry>,
  parent: string,
  origin: Origin,
  Edge: typeof PageEdge<Entry, Origin> = PageEdge,
): Connection<Entry, Origin> => new PageConnection(source, parent, origin, Edge);

/** The parts of a page that the selection of a connection needs. */
export const selectedParts = (selection: Selection): PagePart[] =>
  selectedFields(selection).flatMap((field) => {
    const name = field.name.value;
    return isConnectionField(name) ? [partOf[name]({ ...selection, fieldNodes: [field] })] : [];
  });

const partOf = {
  edges: (selection: Selection): PagePart => (edgesAreBrief(selection) ? 'briefEntries' : 'fullEntries'),
  nodes: (selection: Selection): PagePart => (nodesAreBrief(selection) ? 'briefEntries' : 'fullEntries'),
  pageInfo: (): PagePart => 'briefEntries',
  totalCount: (): PagePart => 'count',
};

const edgesPart = oncePerField((_, selection: Selection) => partOf.edges(selection));
const nodesPart = oncePerField((_, selection: Selection) => partOf.nodes(selection));

const isConnectionField = (name: string): name is keyof typeof partOf => Object.hasOwn(partOf, name);

class PageConnection<Entry extends { node: object }, Origin> implements Connection<Entry, Origin> {
  readonly #source: PageSource<Entry>;
  readonly #parent: string;
  readonly #origin: Origin;
  readonly #Edge: typeof PageEdge<Entry, Origin>;

  constructor(
    source: PageSource<Entry>,
    parent: string,
    origin: Origin,
    Edge: typeof PageEdge<Entry, Origin>,
  ) {
    this.#source = source;
    this.#parent = parent;
    this.#origin = origin;
    this.#Edge = Edge;
  }

  edges(_: object, context: RequestContext, info: Selection) {
    return this.#eachEntry(
      edgesPart(info.fieldNodes, context.loaders, info),
      context,
      (entry) => new this.#Edge(entry, this.#source.cursorOf, this.#origin),
    );
  }

  nodes(_: object, context: RequestContext, info: Selection) {
    return this.#eachEntry(nodesPart(info.fieldNodes, context.loaders, info), context, ({ node }) => node);
  }

  pageInfo(): MaybePromise<PageInfo> {
    return whenReady(this.#load(partOf.pageInfo()), ({ entries, hasNext, hasPrevious }) => {
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
    });
  }

  totalCount(): MaybePromise<number> {
    return whenReady(this.#load(partOf.totalCount()), ({ total }) => {
      if (total === undefined) throw new TypeError('The store returned a page without the requested count.');
      return total;
    });
  }

  /**
   * Loads a page, then waits until there is time to process its entries. Without the pause, GraphQL would process all
   * entries of a batch at once, which may have a thousand pages.
   */
  #eachEntry<Result>(
    part: PagePart,
    { loaders }: RequestContext,
    resultOf: (entry: Entry) => Result,
  ): MaybePromise<Result[]> {
    return whenReady(this.#load(part), ({ entries }) =>
      whenReady(loaders.batchScheduler.roomFor(entries.length), () => entries.map(resultOf)),
    );
  }

  #load(part: PagePart): MaybePromise<Page<Entry>> {
    return this.#source.load(this.#parent, part);
  }
}

export class PageEdge<Entry extends { node: object }, Origin> implements ConnectionEdge<Entry, Origin> {
  readonly node: Entry['node'];
  readonly entry: Entry;
  readonly origin: Origin;
  readonly #cursorOf: (entry: Entry) => string;

  constructor(entry: Entry, cursorOf: (entry: Entry) => string, origin: Origin) {
    this.node = entry.node;
    this.entry = entry;
    this.origin = origin;
    this.#cursorOf = cursorOf;
  }

  cursor(): string {
    return this.#cursorOf(this.entry);
  }
}
