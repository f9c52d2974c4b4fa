import type { GraphStore } from '../graph/store.ts';
import { Neo4jStore, type Neo4jStoreOptions } from './neo4jStore.ts';

export { IMPORT_SCRIPT, writeBulkFiles } from './bulk/writeBulkFiles.ts';
export type { StatementListener } from './connection/database.ts';
export type { Neo4jStoreOptions };

/**
 * Opens the graph in a Neo4j database with an address `bolt://…` or `neo4j://…`. The store also opens while the
 * database cannot be reached; reads then fail until it can be reached.
 */
export const openNeo4jStore = async (options: Neo4jStoreOptions): Promise<GraphStore> => {
  const store = new Neo4jStore(options);
  await store.prepare().catch((thrown: unknown) => {
    options.log?.('The database cannot be reached yet.', thrown);
  });
  return store;
};
