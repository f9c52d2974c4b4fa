import { LAST, type OrderKey } from '../../graph/model/orders.ts';

/**
 * By key: a Cypher expression for the ascending sort value of `node` and `edge` (see graph/model/orders.ts). Nodes
 * store their sort values as properties, so that an index has the order of a list.
 */
const expressions: Readonly<Record<OrderKey, string>> = {
  '-day': 'node.newest',
  day: 'node.oldest',
  '-citationCount': 'node.mostCited',
  position: 'edge.position',
  '-score': `coalesce(-edge.score, ${LAST})`,
  '-paperCount': '-edge.papers',
  '-strength': '-edge.strength',
  '-lastYear': `coalesce(-edge.lastYear, ${LAST})`,
  folded: 'node.folded',
  name: 'node.name',
  id: 'node.id',
  '-papers': 'node.mostPapers',
  '-collaborators': 'node.mostCollaborators',
};

/** The keys of an order as Cypher expressions, the most significant key first. */
export const orderExpressions = (order: readonly OrderKey[]): string[] =>
  order.map((key) => expressions[key]);

/** Expressions for ORDER BY: ascending, or descending for a list that is read from its end. */
export const orderBy = (values: readonly string[], backward: boolean): string =>
  values.map((value) => (backward ? `${value} DESC` : value)).join(', ');

/**
 * The predicate that values come after a position in lexicographic order or, for a list that is read from its end,
 * before it. The position is a list parameter.
 */
export const isAfter = (
  values: readonly string[],
  position: string,
  backward: boolean,
  index = 0,
): string => {
  const [value, ...rest] = values;
  const bound = `${position}[${index}]`;
  const operator = backward ? '<' : '>';
  if (value === undefined) return 'false';
  if (rest.length === 0) return `${value} ${operator} ${bound}`;
  return `(${value} ${operator} ${bound} OR (${value} = ${bound} AND ${isAfter(rest, position, backward, index + 1)}))`;
};

/**
 * Splits the predicate of `isAfter` into alternatives without OR, the one for the rows nearest to the position first.
 * Neo4j can use an index over all values for each alternative, because an alternative has a condition for every value,
 * and only one of these is a range.
 */
export const partsAfter = (values: readonly string[], position: string, backward: boolean): string[] =>
  values.map((_, bounded) => rangePart(values, position, bounded, backward ? '<' : '>')).reverse();

/** Like `partsAfter`, but for the rows at and before the position (in the direction in which the list is read). */
export const partsNotAfter = (values: readonly string[], position: string, backward: boolean): string[] => {
  const operator = backward ? '>' : '<';
  return values
    .map((_, bounded) =>
      rangePart(values, position, bounded, bounded === values.length - 1 ? `${operator}=` : operator),
    )
    .reverse();
};

const rangePart = (values: readonly string[], position: string, bounded: number, operator: string): string =>
  values
    .map((value, index) => {
      if (index > bounded) return `${value} IS NOT NULL`;
      return `${value} ${index === bounded ? operator : '='} ${position}[${index}]`;
    })
    .join(' AND ');
