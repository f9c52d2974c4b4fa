import type { RelationRow } from '../../graph/model/relationRow.ts';

/**
 * A relationship of a relation between two nodes, for example `(source)-[edge:AUTHORED]->(node)`.
 *
 * @param left the node of the relation's first kind: a variable, a variable with labels, or '' for any node
 * @param right the node of its second kind
 * @param variable of the relationship
 */
export const relationPattern = (
  { kind, direction }: Pick<RelationRow, 'kind' | 'direction'>,
  left: string,
  right: string,
  variable = '',
): string =>
  `(${left})${direction === 'IN' ? '<' : ''}-[${variable}:${kind}]-${direction === 'OUT' ? '>' : ''}(${right})`;
