/*
 * What a page or a bundler is told of `coauthor-graph/widget`. It stands alone: the package needs nothing else for it.
 */

export type EntityKind = 'AUTHOR' | 'INSTITUTION' | 'PAPER' | 'TOPIC';
export type EdgeDirection = 'IN' | 'OUT' | 'UNDIRECTED';
export type RelationKind =
  | 'ABOUT'
  | 'ACTIVE_IN'
  | 'AFFILIATED_WITH'
  | 'AUTHORED'
  | 'BROADER'
  | 'CITES'
  | 'CO_AUTHORED'
  | 'PARTNERS_WITH'
  | 'RELATED_TO'
  | 'WORKS_ON'
  | 'WRITTEN_AT';

/** What a picture shows of an entity. */
export interface PicturedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly label: string;
  /** Papers by it, about it or from it; of a paper: 1. */
  readonly paperCount: number;
  /** Of a paper: when it came out; null where nobody knows. */
  readonly year?: number | null;
}

export interface SliceNode {
  readonly entity: PicturedEntity;
  /** Steps from the nearest center; a center's is 0. */
  readonly distance: number;
}

export interface SliceEdge {
  /** Names the edge within the slice. */
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly relation: RelationKind;
  readonly direction: EdgeDirection;
  readonly weight: number;
  /** Years of the papers that give rise to it, null where there are none. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** What a node has outside the slice, of one kind. */
export interface Omission {
  readonly nodeId: string;
  readonly kind: EntityKind;
  /** Different neighbors, at least 1. */
  readonly count: number;
  /** Where the list of these neighbors goes on; null: at its beginning. */
  readonly after: string | null;
}

/** A piece of the graph as the server's field `graph` gives it. */
export interface Slice {
  readonly nodes: readonly SliceNode[];
  readonly edges: readonly SliceEdge[];
  readonly omitted: readonly Omission[];
  /** Whether the server left out what was past its bounds. */
  readonly truncated: boolean;
  /** Ids asked for that name nothing. */
  readonly missingIds: readonly string[];
}

/** What one may give as a slice: the answer to a query of `graph`, of which some fields may be left out. */
export type GivenSlice = Pick<Slice, 'nodes' | 'edges'> & Partial<Slice>;

/** What `select` and `expand` say of a node. */
export interface NodeDetail {
  id: string;
  kind: EntityKind;
  label: string;
}

/** What `load` says of what is drawn. */
export interface LoadDetail {
  nodeCount: number;
  edgeCount: number;
  truncated: boolean;
}

/** The element's own events; all bubble and leave its shadow. */
export interface CoauthorGraphEventMap extends HTMLElementEventMap {
  /** Someone opened a node, by a click, Enter or a button. */
  select: CustomEvent<NodeDetail>;
  /**
   * Someone asks for more around a node, by a double click, the space bar or a button; `preventDefault()` keeps it
   * from being taken in.
   */
  expand: CustomEvent<NodeDetail>;
  /** A slice has arrived, or more of it, and is being drawn. */
  load: CustomEvent<LoadDetail>;
  /** The nodes have come to rest. */
  settle: CustomEvent<undefined>;
}

/**
 * `<coauthor-graph>`: what is near an entity, as a graph that people can walk through.
 *
 * Looks: it is 480 pixels high unless a style says otherwise, and light or dark as its `color-scheme` is. Colors are
 * the custom properties `--coauthor-graph-author`, `-paper`, `-topic`, `-institution`, `-edge`, `-accent`, `-text`,
 * `-muted`, `-background`, `-surface` and `-border`. Parts: `bar`, `legend`, `kind`, `tools`, `button`, `stage`,
 * `canvas`, `card`, `state`, `notice`, `list`, `years`, `year`.
 */
export class CoauthorGraph extends HTMLElement {
  /*
   * Each but the last also an attribute; any may change at any time, and what was asked before is given up.
   */

  /** Address of the GraphQL API; without it `/graphql` of the page's own server. */
  endpoint: string | null;
  /** Id of the entity in the middle, or up to 10 ids separated by spaces. */
  entity: string | null;
  /** Only neighbors of these kinds (`EntityKind`, separated by spaces); without it of any. */
  kinds: string | null;
  /** Only along these relations (`RelationKind`, separated by spaces); without it along any. */
  relations: string | null;
  /** Steps from the middle, 0–2; without it 1. */
  depth: number | null;
  /** Attribute `per-kind`: neighbors of a kind to take in at each entity, 1–50; without it 10. */
  perKind: number | null;
  /** A graph, or a list, which says the same in tables; without it `graph`. */
  view: 'graph' | 'list' | null;
  /**
   * A slice to draw (at least `nodes` and `edges`); the server is asked only for more of it. Back to null: `entity`
   * is asked for.
   */
  data: GivenSlice | null;

  /** What is drawn, in the form of `data`. */
  get slice(): Slice;
  /** Takes in the next neighbors of a node, of one kind or of all. */
  expand(id: string, kind?: EntityKind): Promise<void>;
  /** Moves and zooms so that everything is to be seen. */
  fit(): void;

  addEventListener<Name extends keyof CoauthorGraphEventMap>(
    type: Name,
    listener: (this: CoauthorGraph, event: CoauthorGraphEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof CoauthorGraphEventMap>(
    type: Name,
    listener: (this: CoauthorGraph, event: CoauthorGraphEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'coauthor-graph': CoauthorGraph;
  }
}
