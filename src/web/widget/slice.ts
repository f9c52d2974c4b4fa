import type { EntityKind, RelationKind, Slice } from './types/widget.d.ts';

export type {
  Cluster,
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

/** The relations whose edges all have the weight 1. */
export const unweightedRelations: ReadonlySet<RelationKind> = new Set([
  'ABOUT',
  'AUTHORED',
  'BROADER',
  'CITES',
  'WRITTEN_AT',
]);

export const emptySlice: Slice = { nodes: [], edges: [], omitted: [], truncated: false, missingIds: [] };
