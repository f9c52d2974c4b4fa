import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';

const ranks: Readonly<Record<string, (value: number) => number>> = {
  position: (value) => value,
  '-score': (value) => (Number.isNaN(value) ? Infinity : -value),
};

/**
 * For a relation whose rows are sorted by position or score, returns a function that converts this value to a number by
 * which the row is in ascending order. Undefined if the rows are in the list order of the neighbors.
 */
export const valueRankOf = (relation: RelationName): ((value: number) => number) | undefined =>
  ranks[relationRow(relation).orders[defaultOrder(relation)]?.[0] ?? ''];
