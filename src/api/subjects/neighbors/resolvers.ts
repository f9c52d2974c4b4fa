import type { NeighborEdgeResolvers } from '../../../__generated__/resolvers.ts';
import { relationRow } from '../../../graph/model/relations.ts';

export const NeighborEdge = {
  relation: ({ entry }) => relationRow(entry.relation).kind,
  direction: ({ entry }) => relationRow(entry.relation).direction,
  weight: ({ entry }) => entry.edge.weight,
} satisfies NeighborEdgeResolvers;
