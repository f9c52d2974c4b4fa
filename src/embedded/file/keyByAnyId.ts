/** SQL for the key of the entity that an identifier belongs to, else of the entity whose id it is; null if there is none. */
export const keyByAnyId = (id: string): string =>
  `coalesce((SELECT entity FROM alias WHERE id = ${id}), (SELECT key FROM entity WHERE id = ${id}))`;
