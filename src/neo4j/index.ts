import type { GraphStore } from '../graph/store.ts';
import { Neo4jStore, type Neo4jStoreOptions } from './neo4jStore.ts';

export type { StatementListener } from './connection/database.ts';
export type { Neo4jStoreOptions };

/**
 * Opens the graph in a Neo4j database, by `bolt://` or `neo4j://`. Where the database is not there yet, the store
 * says so in the log and to whoever asks, and works as soon as it comes.
 */
export const openNeo4jStore = async (options: Neo4jStoreOptions): Promise<GraphStore> => {
  const store = new Neo4jStore(options);
  await store.prepare().catch((thrown: unknown) => {
    options.log?.('The database cannot be reached yet.', thrown);
  });
  return store;
};
