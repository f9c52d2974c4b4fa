import type { EntityId } from '../../graph/model/ids.ts';
import type { Pair } from '../../graph/pair.ts';
import type { BatchWriter } from './batchWriter.ts';
import { pairChanges, pairRelations, type PairRelation, type PaperPairs } from './pairChanges.ts';
import { changePairs, findYears, type NodePairs } from './pairStatements.ts';

/** Papers before and after a change. A new paper is only in `after`, and a removed paper is only in `before`. */
interface PapersChange {
  before: readonly PaperPairs[];
  after: readonly PaperPairs[];
}

/** A pair whose years are unknown, and whether `from` has at most as many papers as `to`. */
interface PairWithoutYears extends Pair {
  isFromSmaller: boolean;
}

/** Changes the derived relationships whose two ends are institutions or topics, by what the papers change. */
export const writePairs = async (
  writer: BatchWriter,
  { before, after }: PapersChange,
  cap: number,
): Promise<void> => {
  for (const relation of pairRelations) {
    const rows = pairChanges(relation, before, after, cap);
    const pairs = await writer.writeRows<PairWithoutYears>(changePairs(relation), rows);
    await writeYears(writer, relation, pairs, cap);
  }
};

/** Finds the years of each pair in the papers of that end which has fewer papers. */
const writeYears = async (
  writer: BatchWriter,
  relation: PairRelation,
  pairs: readonly PairWithoutYears[],
  cap: number,
): Promise<void> => {
  for (const end of ['from', 'to'] as const) {
    const rows = byNode(
      end,
      pairs.filter(({ isFromSmaller }) => isFromSmaller === (end === 'from')),
    );
    if (rows.length > 0) await writer.write(findYears(relation, end), { rows, cap });
  }
};

const byNode = (end: 'from' | 'to', pairs: readonly Pair[]): NodePairs[] => {
  const others = new Map<EntityId, EntityId[]>();
  for (const pair of pairs) {
    const list = others.get(pair[end]) ?? [];
    others.set(pair[end], list);
    list.push(end === 'from' ? pair.to : pair.from);
  }
  return Array.from(others, ([id, list]) => ({ id, others: list }));
};
