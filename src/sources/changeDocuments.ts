import type { DocumentChanges } from '../graph/importSession.ts';
import type { GraphStore } from '../graph/store.ts';

/**
 * Changes the documents that are stored beside the graph, in an import of its own.
 *
 * @param changesOf returns the changes of the stored documents. It runs after the import has begun, so that no other
 *   program changes the documents meanwhile.
 * @throws GraphError STORE_UNAVAILABLE, also if another import is running; the error of `changesOf`
 */
export const changeDocuments = async (
  store: GraphStore,
  changesOf: (documents: ReadonlyMap<string, string>) => DocumentChanges,
): Promise<void> => {
  const session = await store.beginImport();
  try {
    await session.checkpoint(changesOf(await store.documents()));
    await session.finish();
  } catch (error) {
    await session.abandon();
    throw error;
  }
};
