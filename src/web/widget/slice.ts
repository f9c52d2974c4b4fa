import type { EntityKind, Slice } from './types/widget.d.ts';

/*
 * A piece of the graph, what a picture asks of it, and what a page may give.
 */

export type {
  EdgeDirection,
  EntityKind,
  GivenSlice,
  Omission,
  PicturedEntity,
  RelationKind,
  Slice,
  SliceEdge,
  SliceNode,
} from './types/widget.d.ts';

/** Every kind, in the order of the legend. */
export const entityKinds = ['AUTHOR', 'PAPER', 'TOPIC', 'INSTITUTION'] as const satisfies EntityKind[];

/** A slice of nothing. */
export const nothing: Slice = { nodes: [], edges: [], omitted: [], truncated: false, missingIds: [] };
