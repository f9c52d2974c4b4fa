import type { EntityId } from '../../graph/model/ids.ts';
import type { BatchWriter } from './batchWriter.ts';
import { pairChanges, pairRelations, type PaperPairs } from './pairChanges.ts';
import { changePairs, findYears } from './pairStatements.ts';

/** Papers before and after a change. A new paper is only in `after`, and a removed paper is only in `before`. */
interface PapersChange {
  before: readonly PaperPairs[];
  after: readonly PaperPairs[];
}

/** Changes the derived relationships between institutions and topics by what the papers change. */
export const writePairs = async (
  writer: BatchWriter,
  { before, after }: PapersChange,
  cap: number,
): Promise<void> => {
  for (const relation of pairRelations) {
    const changes = pairChanges(relation, before, after, cap);
    if (changes.length === 0) continue;
    const withoutYears = await writer.write<{ from: EntityId; to: EntityId[] }>(changePairs(relation), {
      rows: changes,
      cap,
    });
    if (withoutYears.length > 0) await writer.write(findYears(relation), { rows: withoutYears, cap });
  }
};
