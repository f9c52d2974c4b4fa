import { LAST, type OrderKey } from '../../graph/model/orders.ts';

/**
 * How Cypher says a key's sort value (graph/orders.ts) of `node` and `edge`: ascending always. Keys of nodes are
 * stored as they are sorted, so that an index is in the order of the list.
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

/** The order's keys as expressions, most significant first. */
export const orderExpressions = (order: readonly OrderKey[]): string[] =>
  order.map((key) => expressions[key]);

/** Whether the values stand behind a position in lexicographic order; the position is a list parameter. */
export const isAfter = (values: readonly string[], position: string, index = 0): string => {
  const [value, ...rest] = values;
  const bound = `${position}[${index}]`;
  if (value === undefined) return 'false';
  if (rest.length === 0) return `${value} > ${bound}`;
  return `(${value} > ${bound} OR (${value} = ${bound} AND ${isAfter(rest, position, index + 1)}))`;
};

/**
 * The same as parts without OR, nearest first, each of which an index over all values can serve: every value has
 * a predicate, and only the last bounded one is a range.
 */
export const partsAfter = (values: readonly string[], position: string): string[] =>
  values.map((_, bounded) => rangePart(values, position, bounded, '>')).reverse();

/** And those at or before it. */
export const partsBefore = (values: readonly string[], position: string): string[] =>
  values
    .map((_, bounded) => rangePart(values, position, bounded, bounded === values.length - 1 ? '<=' : '<'))
    .reverse();

const rangePart = (values: readonly string[], position: string, bounded: number, operator: string): string =>
  values
    .map((value, index) => {
      if (index > bounded) return `${value} IS NOT NULL`;
      return `${value} ${index === bounded ? operator : '='} ${position}[${index}]`;
    })
    .join(' AND ');
