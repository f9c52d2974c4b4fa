import type { EntityId } from '../../graph/model/ids.ts';
import type { BatchWriter } from './batchWriter.ts';
import type { PaperPairs } from './pairChanges.ts';
import { markAroundPapers } from './writeStatements.ts';

/** A paper as it was before it is replaced or removed. */
export interface StoredPairs extends PaperPairs {
  id: EntityId;
}

/** Marks the nodes around stored papers, and returns what the papers say about institutions and topics. */
export const readAroundPapers = async (
  writer: BatchWriter,
  rows: readonly { id: EntityId }[],
): Promise<StoredPairs[]> => {
  const papers = await writer.writeRows<
    { paper: Omit<StoredPairs, 'targets'> } & Pick<StoredPairs, 'targets'>
  >(markAroundPapers, rows);
  return papers.map(({ paper, targets }) => ({
    ...paper,
    targets: Object.fromEntries(Object.entries(targets).map(([kind, ids]) => [kind, [...ids].sort()])),
  }));
};
