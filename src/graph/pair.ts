import type { EntityId } from './model/ids.ts';

/** Two entities of one kind. */
export interface Pair {
  from: EntityId;
  to: EntityId;
}

/** The key of a pair in a map. The order of the two ids matters. */
export const pairKey = (pair: Pair): string => `${pair.from} ${pair.to}`;

/** Splits the key of a pair. The space in it separates the two ids, because ids contain no spaces. */
export const pairOfKey = (key: string): Pair => {
  const [from = '', to = ''] = key.split(' ');
  return { from, to };
};
