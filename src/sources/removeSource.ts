import { badInput } from '../graph/errors.ts';
import { sourceDocumentName } from '../graph/sources/sourceState.ts';
import type { GraphStore } from '../graph/store.ts';
import { changeDocuments } from './changeDocuments.ts';
import { listedWorksNames } from './openAlex/listedWorks.ts';

/**
 * Removes a source from the store. The records that were read from it stay. @throws GraphError BAD_USER_INPUT if it is
 * not stored, STORE_UNAVAILABLE
 */
export const removeSource = (store: GraphStore, name: string): Promise<void> =>
  changeDocuments(store, (documents) => {
    if (!documents.has(sourceDocumentName(name))) {
      throw badInput('name', `No source with the name ${name} is stored.`);
    }
    const names = [sourceDocumentName(name), ...listedWorksNames(name, documents.keys())];
    return new Map(names.map((each) => [each, null]));
  });
