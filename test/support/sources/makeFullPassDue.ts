import { sourcesOf } from '../../../src/graph/sources/sourceState.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import { changeDocuments } from '../../../src/sources/changeDocuments.ts';

/** Makes the last pass over all works so old that the next run of the source `test` reads all works again. */
export const makeFullPassDue = (store: GraphStore): Promise<void> =>
  changeDocuments(store, (documents) => {
    const state = sourcesOf(documents).find(({ name }) => name === 'test')!;
    const progress = { ...(state.progress as object), lastFullPass: '2020-01-01T00:00:00.000Z' };
    return new Map([['source test', JSON.stringify({ ...state, progress })]]);
  });
