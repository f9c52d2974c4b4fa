import { badInput } from '../graph/errors.ts';
import { sourceDocumentName } from '../graph/sources/sourceState.ts';
import type { GraphStore } from '../graph/store.ts';

/** Forgets a source; its records stay. @throws GraphError BAD_USER_INPUT if it is not stored, STORE_UNAVAILABLE */
export const removeSource = async (store: GraphStore, name: string): Promise<void> => {
  const session = await store.beginImport();
  try {
    if (!(await store.documents()).has(sourceDocumentName(name))) {
      throw badInput('name', `No source with the name ${name} is stored.`);
    }
    await session.checkpoint(new Map([[sourceDocumentName(name), null]]));
    await session.finish();
  } catch (error) {
    await session.abandon();
    throw error;
  }
};
