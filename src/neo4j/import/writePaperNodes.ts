import { isDeepStrictEqual } from 'node:util';
import type { StoredPaper } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { RelationRow } from '../../graph/model/relationRow.ts';
import type { RelationKind } from '../../graph/model/relations.ts';
import type { BatchWriter } from './batchWriter.ts';
import { countedRelations, paperRelations } from './paperRelations.ts';
import { paperRow, type PaperRow, type Target } from './paperRow.ts';
import { readAroundPapers, type StoredPairs } from './readAroundPapers.ts';
import { writePairs } from './writePairs.ts';
import {
  markAuthors,
  removeLinks,
  removePaperEdges,
  writePaperEdges,
  writePapers,
} from './writeStatements.ts';

/**
 * If a batch has at most this many new papers, the derived relationships whose two ends are institutions or topics are
 * changed by these papers. If it has more, as in a first import, they are derived anew when the import finishes, which
 * is then faster.
 */
const FEW_PAPERS = 500;

interface PaperWriting {
  /** Whether the database has the paper already, so that it is replaced. */
  isStored: (id: EntityId) => boolean;
  /** The collaboration cap. */
  cap: number;
}

/**
 * Writes papers and their relationships to authors, institutions and topics. The links between papers are written after
 * all papers of the batch.
 */
export const writePaperNodes = async (
  writer: BatchWriter,
  papers: readonly StoredPaper[],
  { isStored, cap }: PaperWriting,
): Promise<void> => {
  const rows = papers.map(paperRow);
  const replaced = rows.filter(({ id }) => isStored(id));
  const hasFewNew = rows.length - replaced.length <= FEW_PAPERS;
  const isNear = ({ id }: PaperRow): boolean => hasFewNew || isStored(id);

  const before = await readAroundPapers(writer, replaced.map(onlyId));
  await writer.writeRows(removeLinks, replaced.map(onlyId));
  await writer.writeRows(
    writePapers,
    rows.map(({ id, properties }) => ({ id, properties })),
  );
  for (const relation of paperRelations) {
    const kept = await removeChanged(writer, relation, replaced);
    const missing = rows.map((row) => ({
      id: row.id,
      isNear: isNear(row),
      targets: targetsOf(row, relation).filter((target) => !kept.get(row.id)?.has(target.id)),
    }));
    await writer.writeRows(
      writePaperEdges(relation),
      missing.filter(({ targets }) => targets.length > 0),
    );
  }
  const after = rows.filter(isNear).map(paperPairs);
  await markChangedAuthors(writer, before, after);
  await writePairs(writer, { before, after }, cap);
};

const onlyId = ({ id }: { id: EntityId }): { id: EntityId } => ({ id });

/**
 * Deletes those relationships of stored papers along a relation that differ from the new ones. Returns the ids of the
 * nodes to which the others lead, by paper.
 */
const removeChanged = async (
  writer: BatchWriter,
  relation: RelationRow<RelationKind>,
  replaced: readonly PaperRow[],
): Promise<Map<EntityId, ReadonlySet<EntityId>>> => {
  const kept = await writer.writeRows<{ id: EntityId; kept: EntityId[] }>(
    removePaperEdges(relation),
    replaced.map((row) => ({
      id: row.id,
      targets: Object.fromEntries(
        targetsOf(row, relation).map(({ id, properties }) => [id, withoutNulls(properties)]),
      ),
    })),
  );
  return new Map(kept.map((row) => [row.id, new Set(row.kept)]));
};

const targetsOf = (row: PaperRow, { kind }: RelationRow<RelationKind>): readonly Target[] =>
  row.targets[kind] ?? [];

/** The properties as Neo4j stores them, which does not store properties that are null. */
const withoutNulls = (properties: object): object =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));

const paperPairs = (row: PaperRow): StoredPairs => ({
  id: row.id,
  year: row.year,
  teamSize: row.teamSize,
  targets: Object.fromEntries(
    countedRelations.map((relation) => [
      relation.kind,
      targetsOf(row, relation)
        .map(({ id }) => id)
        .sort(),
    ]),
  ),
});

/**
 * The authors of a paper whose year, number of authors or topics change become stale, even if their relationships to the
 * paper stay as they are.
 */
const markChangedAuthors = async (
  writer: BatchWriter,
  before: readonly StoredPairs[],
  after: readonly StoredPairs[],
): Promise<void> => {
  const earlier = new Map(before.map((paper) => [paper.id, paper]));
  const changed = after.filter((paper) => {
    const stored = earlier.get(paper.id);
    return stored !== undefined && !isDeepStrictEqual(stored, paper);
  });
  await writer.writeRows(markAuthors, changed.map(onlyId));
};
