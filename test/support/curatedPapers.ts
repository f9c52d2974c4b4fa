import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { paper } from './identified.ts';
import { importRecords, type OpenStore } from './stores.ts';

export const ada = 'author:drawn-name:Ada%20Lovelace';
export const augusta = 'author:drawn-name:Augusta%20King';
export const bea = 'author:drawn-name:Bea%20Bell';

export const drafted = (draft: Omit<CorrectionDraft, 'by'>): CorrectionDraft => ({ by: 'Cora', ...draft });
export const same = (...entityIds: string[]) => drafted({ kind: 'SAME', entityIds });
export const different = (...entityIds: string[]) => drafted({ kind: 'DIFFERENT', entityIds });

/** A store with the papers x, by Ada and Bea, and y, by Augusta and Bea. */
export const withTwoPapers = async (open: OpenStore): Promise<GraphStore> => {
  const store = await open();
  await importRecords(store, [
    paper('x', [{ name: 'Ada Lovelace' }, { name: 'Bea Bell' }]),
    paper('y', [{ name: 'Augusta King' }, { name: 'Bea Bell' }]),
  ]);
  return store;
};
