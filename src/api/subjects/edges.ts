import type {
  AuthorPaperEdgeResolvers,
  CollaboratorEdgeResolvers,
  NeighborEdgeResolvers,
  PaperAuthorEdgeResolvers,
  PaperTopicEdgeResolvers,
  SearchEdgeResolvers,
} from '../../__generated__/resolvers.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { relationRow } from '../../graph/model/relations.ts';
import { shown } from '../../graph/units.ts';
import type { ConnectionEdge } from '../loading/connection.ts';

/** What the shape of the relation promises to be there. @throws TypeError where a store did not keep it. */
export const known = <Value>(value: Value | null): Value => {
  if (value === null) throw new TypeError('The edge lacks what its relation promises.');
  return value;
};

type CountedEdge = ConnectionEdge<PageEntry>;

/** Edges that say how many papers give rise to them. */
export const countedEdge = { paperCount: ({ entry }: CountedEdge) => known(entry.edge.paperCount) };

/** … and over which years. */
export const datedEdge = {
  ...countedEdge,
  firstYear: ({ entry }: CountedEdge) => entry.edge.firstYear,
  lastYear: ({ entry }: CountedEdge) => entry.edge.lastYear,
};

export const AuthorPaperEdge = {
  authorship: ({ entry: { node, edge }, origin }) => ({
    author: origin.parent,
    paper: node,
    facts: known(edge.authorship),
  }),
} satisfies AuthorPaperEdgeResolvers;

export const PaperAuthorEdge = {
  authorship: ({ entry: { node, edge }, origin }) => ({
    author: node,
    paper: origin.parent,
    facts: known(edge.authorship),
  }),
} satisfies PaperAuthorEdgeResolvers;

export const PaperTopicEdge = {
  score: ({ entry: { edge } }) => (edge.score === null ? null : shown(edge.score)),
} satisfies PaperTopicEdgeResolvers;

export const CollaboratorEdge = {
  collaboration: ({ entry: { node, edge }, origin: { parent, filter } }) => ({
    from: parent.id,
    to: node.id,
    edge,
    filter,
  }),
} satisfies CollaboratorEdgeResolvers;

export const NeighborEdge = {
  relation: ({ entry }) => relationRow(entry.relation).kind,
  direction: ({ entry }) => relationRow(entry.relation).direction,
  weight: ({ entry }) => entry.edge.weight,
} satisfies NeighborEdgeResolvers;

export const SearchEdge = { score: ({ entry }) => entry.score } satisfies SearchEdgeResolvers;
