/** SQL for the key of the entity that has this identifier, else of the entity with this id; null if there is none. */
export const keyByAnyId = (id: string): string =>
  `coalesce((SELECT entity FROM alias WHERE id = ${id}), (SELECT key FROM entity WHERE id = ${id}))`;
