import type { Edge } from '../../src/graph/model/edges.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import type { HandEdge } from './relationsByHand.ts';
import { importRecords, type OpenStore } from './stores.ts';

/** A store that holds the records. */
export const storeWith = async (open: OpenStore, records: readonly ImportRecord[]): Promise<GraphStore> => {
  const store = await open();
  await importRecords(store, records);
  return store;
};

/** A store's edge in the form of those counted by hand. */
export const asHandEdge = (from: string, to: string, edge: Edge): HandEdge => ({
  from,
  to,
  weight: edge.weight,
  paperCount: edge.paperCount,
  firstYear: edge.firstYear,
  lastYear: edge.lastYear,
  strength: edge.strength,
  score: edge.score,
  position: edge.authorship?.position ?? null,
});
