/** SQL for the row id of the entity with this identifier, else of the entity with this id; null if there is none. */
export const rowIdByAnyId = (id: string): string =>
  `coalesce((SELECT entity FROM alias WHERE id = ${id}), (SELECT rowid FROM entity WHERE id = ${id}))`;
