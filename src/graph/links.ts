import type { Edge } from './model/edges.ts';
import type { EntityKind } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';
import type { EdgeDirection, RelationKind } from './model/relations.ts';

/** An edge among given nodes: from its subject, or, undirected, from the smaller id. */
export interface Link {
  source: EntityId;
  target: EntityId;
  relation: RelationKind;
  direction: EdgeDirection;
  edge: Edge;
}

/** How many different neighbours of a kind a node has along the relations asked for. */
export interface NeighborCount {
  id: EntityId;
  kind: EntityKind;
  count: number;
}

export interface LinksAnswer {
  links: Link[];
  counts: NeighborCount[];
}
