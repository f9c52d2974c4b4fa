import { badInput } from '../graph/errors.ts';
import { sourceDocumentName } from '../graph/sources/sourceState.ts';
import type { GraphStore } from '../graph/store.ts';
import { listedWorksNames } from './openAlex/listedWorks.ts';

/**
 * Removes a source from the store. The records that were read from it stay. @throws GraphError BAD_USER_INPUT if it is
 * not stored, STORE_UNAVAILABLE
 */
export const removeSource = async (store: GraphStore, name: string): Promise<void> => {
  const session = await store.beginImport();
  try {
    const documents = await store.documents();
    if (!documents.has(sourceDocumentName(name))) {
      throw badInput('name', `No source with the name ${name} is stored.`);
    }
    const names = [sourceDocumentName(name), ...listedWorksNames(name, documents.keys())];
    await session.checkpoint(new Map(names.map((each) => [each, null])));
    await session.finish();
  } catch (error) {
    await session.abandon();
    throw error;
  }
};
