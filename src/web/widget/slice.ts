import type { EdgeDirection, EntityKind, RelationKind } from './__generated__/graphql.ts';

/*
 * A piece of the graph as the server's field `graph` gives it, and what a picture asks of it.
 */

export type { EdgeDirection, EntityKind, RelationKind };

/** Every kind, in the order of the legend. */
export const entityKinds = ['AUTHOR', 'PAPER', 'TOPIC', 'INSTITUTION'] as const satisfies EntityKind[];

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

export interface Slice {
  readonly nodes: readonly SliceNode[];
  readonly edges: readonly SliceEdge[];
  readonly omitted: readonly Omission[];
  /** Whether the server left out what was past its bounds. */
  readonly truncated: boolean;
  /** Ids asked for that name nothing. */
  readonly missingIds: readonly string[];
}

/** A slice of nothing. */
export const nothing: Slice = { nodes: [], edges: [], omitted: [], truncated: false, missingIds: [] };

/** What one may give as a slice: the answer to a query of `graph`, of which some fields may be left out. */
export type GivenSlice = Pick<Slice, 'nodes' | 'edges'> & Partial<Slice>;
