/** A list as it is stored. Null if all texts are empty, because Neo4j's offline import cannot write an empty list. */
export const listOrNull = (list: readonly string[]): readonly string[] | null =>
  list.every((text) => text === '') ? null : list;
