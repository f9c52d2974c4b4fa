/** A list as it is stored: one without anything is left out, because Neo4j's offline import cannot write it. */
export const listOrNull = (list: readonly string[]): readonly string[] | null =>
  list.every((text) => text === '') ? null : list;
