import type { EntityKind, RelationKind, Slice } from './types/widget.d.ts';

export type {
  Cluster,
  Column,
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

/** The relations whose weight is a number of papers; the edges of all others have the weight 1. */
export const weightedRelations: ReadonlySet<RelationKind> = new Set([
  'ACTIVE_IN',
  'AFFILIATED_WITH',
  'CO_AUTHORED',
  'PARTNERS_WITH',
  'RELATED_TO',
  'WORKS_ON',
]);

export const emptySlice: Slice = { nodes: [], edges: [], omitted: [], truncated: false, missingIds: [] };
