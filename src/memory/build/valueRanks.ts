import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';

const ranks: Readonly<Record<string, (value: number) => number>> = {
  position: (value) => value,
  '-score': (value) => (Number.isNaN(value) ? Infinity : -value),
};

/**
 * Returns a function that converts the value of an edge to its rank in a row, which is sorted by ascending rank.
 * Undefined if the rows of the relation are in the list order of the neighbors instead.
 */
export const valueRankOf = (relation: RelationName): ((value: number) => number) | undefined =>
  ranks[relationRow(relation).orders[defaultOrder(relation)]?.[0] ?? ''];
