import type { Edge } from './model/edges.ts';
import type { EntityKind } from './model/entityKinds.ts';
import type { EntityId } from './model/ids.ts';
import { compareTexts } from './model/compareTexts.ts';
import { type EdgeDirection } from './model/relationRow.ts';
import { relationKinds, type RelationKind } from './model/relations.ts';

/**
 * An edge between two of the given nodes, in the direction of its relation. An undirected edge starts at the node with
 * the smaller id.
 */
export interface Link {
  source: EntityId;
  target: EntityId;
  relation: RelationKind;
  direction: EdgeDirection;
  edge: Edge;
}

/** The number of different neighbors of one kind that a node has along the requested relations. */
export interface NeighborCount {
  id: EntityId;
  kind: EntityKind;
  count: number;
}

export interface LinksAnswer {
  links: Link[];
  counts: NeighborCount[];
}

/** Orders links by relation in the order of the enum, then by source, then by target. */
export const compareLinks = (left: Link, right: Link): number =>
  relationKinds.indexOf(left.relation) - relationKinds.indexOf(right.relation) ||
  compareTexts(left.source, right.source) ||
  compareTexts(left.target, right.target);
