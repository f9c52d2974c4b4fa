import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';

const ranks: Readonly<Record<string, (value: number) => number>> = {
  position: (value) => value,
  '-score': (value) => (Number.isNaN(value) ? Infinity : -value),
};

/**
 * The rank, ascending, that the value of an edge gives it in a row of the relation; undefined where rows are in the
 * list order of the neighbors instead.
 */
export const valueRankOf = (relation: RelationName): ((value: number) => number) | undefined =>
  ranks[relationRow(relation).orders[defaultOrder(relation)]?.[0] ?? ''];
