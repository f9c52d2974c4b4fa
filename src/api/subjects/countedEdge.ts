import type { Edge } from '../../graph/model/edges.ts';

/** @throws TypeError if a store left out a field that every edge of the relation has. */
export const requiredField = <Field extends keyof Edge>(
  edge: Edge,
  field: Field,
): NonNullable<Edge[Field]> => {
  const value = edge[field];
  if (value === null) throw new TypeError(`The store returned an edge without the field ${field}.`);
  return value;
};

interface EdgeParent {
  entry: { edge: Edge };
}

/** The resolvers for an edge of a derived relation: the number of papers from which the edge is computed. */
export const countedEdge = { paperCount: ({ entry }: EdgeParent) => requiredField(entry.edge, 'paperCount') };

/**
 * The resolvers of countedEdge, and those for the first and the last year of the papers from which the edge is
 * computed.
 */
export const datedEdge = {
  ...countedEdge,
  firstYear: ({ entry }: EdgeParent) => entry.edge.firstYear,
  lastYear: ({ entry }: EdgeParent) => entry.edge.lastYear,
};
