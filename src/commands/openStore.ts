import type { GraphStore } from '../graph/store.ts';
import type { Settings } from '../settings.ts';

/** The settings that say which store to open and how. */
export type StoreSettings = Pick<Settings, 'neo4j' | 'directory' | 'collaborationCap'> &
  Partial<Pick<Settings, 'memoryGraphLimitMb' | 'maxStalenessMs'>>;

/**
 * Opens the store that the settings choose: Neo4j if its address is set, else the embedded store. Only the modules of
 * that store are loaded.
 *
 * @param log receives messages about what the store does in the background
 * @throws GraphError STORE_UNAVAILABLE if the store cannot be opened.
 */
export const openStore = async (
  { neo4j, directory, collaborationCap, memoryGraphLimitMb, maxStalenessMs }: StoreSettings,
  log?: (message: string, cause?: unknown) => void,
): Promise<GraphStore> => {
  const common = { collaborationCap, ...(log && { log }) };
  if (neo4j) {
    const { openNeo4jStore } = await import('../neo4j/index.ts');
    return openNeo4jStore({
      ...neo4j,
      ...common,
      directory,
      ...(memoryGraphLimitMb !== undefined && { memoryGraphLimitMb }),
      ...(maxStalenessMs !== undefined && { maxStalenessMs }),
    });
  }
  const { openEmbeddedStore } = await import('../embedded/index.ts');
  return openEmbeddedStore({ directory, ...common });
};
