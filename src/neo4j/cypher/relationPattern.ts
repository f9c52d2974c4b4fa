import type { RelationRow } from '../../graph/model/relationRow.ts';

/**
 * A Cypher pattern for a relationship of a relation between two nodes, for example `(source)-[edge:AUTHORED]->(node)`.
 *
 * @param left the node at which the relation starts: a variable, a variable with labels, or '' for any node
 * @param right the node to which the relation leads, in the same form
 * @param variable the variable of the relationship
 */
export const relationPattern = (
  { kind, direction }: Pick<RelationRow, 'kind' | 'direction'>,
  left: string,
  right: string,
  variable = '',
): string =>
  `(${left})${direction === 'IN' ? '<' : ''}-[${variable}:${kind}]-${direction === 'OUT' ? '>' : ''}(${right})`;
