/**
 * Returns the list, or null for an empty list and for a list of empty texts, because Neo4j's offline import cannot
 * write an empty list.
 */
export const listOrNull = (list: readonly string[]): readonly string[] | null =>
  list.every((text) => text === '') ? null : list;
