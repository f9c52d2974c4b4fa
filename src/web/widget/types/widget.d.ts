/*
 * The types of `coauthor-graph/widget`. This file is published as it is and must not import anything.
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

/** The fields of an entity that the graph shows. */
export interface PicturedEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly label: string;
  /** Number of papers by the author, about the topic or from the institution; 1 for a paper. */
  readonly paperCount: number;
  /** Year of publication of a paper; null if the source does not state it. */
  readonly year?: number | null;
}

export interface SliceNode {
  readonly entity: PicturedEntity;
  /** Number of edges to the nearest center; 0 for a center. */
  readonly distance: number;
  /**
   * The position of the node in pixels, set by a page that provides the slice; y grows downwards. If all nodes have a
   * position, there is no automatic layout.
   */
  readonly position?: { readonly x: number; readonly y: number };
  /** The radius in pixels. Default: computed from the number of papers. */
  readonly radius?: number;
  /** A short text beside the node. Default: the label. */
  readonly caption?: string;
  /** Where the text is, if there is room. Default: the first side with room. */
  readonly captionSide?: 'above' | 'below' | 'right';
  /** A sentence about the node, shown when it is selected or under the pointer. */
  readonly note?: string;
}

/** A vertical line with a label, for example for a year. */
export interface Column {
  readonly label: string;
  /** The horizontal position in pixels, in the same coordinates as the positions of the nodes. */
  readonly x: number;
}

export interface SliceEdge {
  /** Unique within the slice. */
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly relation: RelationKind;
  readonly direction: EdgeDirection;
  readonly weight: number;
  /**
   * First and last year of the papers from which the edge is derived; null if the relation has no papers or no year is
   * known.
   */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** The neighbors of a node that have the kind `kind` and are not in the slice. */
export interface Omission {
  readonly nodeId: string;
  readonly kind: EntityKind;
  /** Number of distinct neighbors, at least 1. */
  readonly count: number;
  /** The cursor after which the field `neighbors` of the API lists these neighbors; null: from the beginning. */
  readonly after: string | null;
}

/** A group of nodes that are connected more with each other than with the others. */
export interface Cluster {
  readonly id: string;
  /** The topics that most members work on, or the names of some members. */
  readonly label: string;
  readonly members: readonly string[];
}

/** A part of the graph, as the field `graph` of the API returns it. */
export interface Slice {
  readonly nodes: readonly SliceNode[];
  readonly edges: readonly SliceEdge[];
  readonly omitted: readonly Omission[];
  /** The groups of the nodes; null if the server could not compute them. */
  readonly clusters?: readonly Cluster[] | null;
  /** Whether the server left out nodes or edges because of its limits. */
  readonly truncated: boolean;
  /** The requested ids that are not stored. */
  readonly missingIds: readonly string[];
  /** Columns behind the nodes; drawn only if all nodes have a position. */
  readonly columns?: readonly Column[];
  /** A text below the picture about the meaning of positions, sizes and lines. Default: a text about sizes and lines. */
  readonly explanation?: string;
}

/** A slice that the page provides: the answer to a query of `graph`. Only `nodes` and `edges` are required. */
export type GivenSlice = Pick<Slice, 'nodes' | 'edges'> & Partial<Slice>;

/** The detail of the events `select`, `open` and `expand` for a node. */
export interface NodeDetail {
  id: string;
  kind: EntityKind;
  label: string;
}

/** The detail of the event `select` for a connection. */
export interface EdgeDetail {
  source: string;
  target: string;
  relation: RelationKind;
}

/** The detail of the event `load`. */
export interface LoadDetail {
  nodeCount: number;
  edgeCount: number;
  truncated: boolean;
}

/** The events of the element. All of them bubble and cross the shadow root. */
export interface CoauthorGraphEventMap extends HTMLElementEventMap {
  /** A node or a connection was selected by a click, a key or in the list. */
  select: CustomEvent<NodeDetail | EdgeDetail>;
  /**
   * The page of a node is requested, by Enter or a button. Without `preventDefault()` the element opens the page of
   * the server's explorer.
   */
  open: CustomEvent<NodeDetail>;
  /**
   * More neighbors of a node are requested, by a double click, the space bar or a button. `preventDefault()` stops
   * the element from loading them.
   */
  expand: CustomEvent<NodeDetail>;
  /** A slice, or an expansion of it, has been loaded and is being drawn. */
  load: CustomEvent<LoadDetail>;
  /** The layout has come to rest. */
  settle: CustomEvent<undefined>;
  /** The user has changed something that the property `state` holds. */
  statechange: CustomEvent<{ state: string }>;
}

/**
 * `<coauthor-graph>`: the graph around an entity, which users can explore.
 *
 * Style: the height is 480 pixels by default. The element is light or dark by its `color-scheme`. Its colors are the
 * custom properties `--coauthor-graph-author`, `-paper`, `-topic`, `-institution`, `-edge`, `-accent`, `-text`,
 * `-muted`, `-background`, `-surface` and `-border`. Parts: `bar`, `legend`, `kind`, `tools`, `zoom`, `scale`, `group`,
 * `button`, `stage`, `canvas`, `panel`, `tooltip`, `caption`, `dialog`, `state`, `notice`, `list`, `years`, `year`.
 */
export class CoauthorGraph extends HTMLElement {
  /*
   * All properties except `data` and `slice` are also attributes. A change of a property from `endpoint` to `perKind`,
   * or of `data`, cancels the pending request.
   */

  /** Address of the GraphQL API. Default: `/graphql` on the server of the page. */
  endpoint: string | null;
  /** Id of the center, or up to 10 ids separated by spaces. */
  entity: string | null;
  /** Kinds of neighbors (`EntityKind`, separated by spaces). Default: all. */
  kinds: string | null;
  /** Kinds that are shown at first; the user can add the others of `kinds`. Default: all of `kinds`. */
  show: string | null;
  /** Relations to follow (`RelationKind`, separated by spaces). Default: all. */
  relations: string | null;
  /** Number of steps from the center, 0–2. Default: 1. */
  depth: number | null;
  /** Attribute `per-kind`: number of neighbors of each kind to load for each entity, 1–50. Default: 10. */
  perKind: number | null;
  /** A drawing, or tables with the same content. Default: `graph`. */
  view: 'graph' | 'list' | null;
  /**
   * A slice to draw. The element then asks the server only for expansions. After a change to null the element loads
   * `entity` again.
   */
  data: GivenSlice | null;

  /**
   * What the colors of nodes show at first: their `kind`, the `year` of the first joint paper with the center, or the
   * `cluster` they belong to. Default: `kind`.
   */
  color: 'kind' | 'year' | 'cluster' | null;
  /**
   * What the user has chosen, as the query of an address: expansions, hidden kinds and nodes, years, colors, the
   * highlighted group and the selection. Setting the property restores these choices, for example from a link.
   */
  state: string;

  /** The slice that is drawn. */
  get slice(): Slice;
  /** Loads the next neighbors of a node, of one kind or of all kinds. */
  expand(id: string, kind?: EntityKind): Promise<void>;
  /** Takes back the last expansion. */
  undo(): void;
  /** Moves and zooms so that all nodes are in sight. */
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
