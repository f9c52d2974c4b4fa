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
