import type { StoredPaper } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { RelationRow } from '../../graph/model/relationRow.ts';
import type { RelationKind } from '../../graph/model/relations.ts';
import type { BatchWriter } from './batchWriter.ts';
import { paperRelations } from './paperRelations.ts';
import { paperRow, type PaperRow, type Target } from './paperRow.ts';
import {
  markAroundPapers,
  removeLinks,
  removePaperEdges,
  writePaperEdges,
  writePapers,
} from './writeStatements.ts';

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
  const replaced = papers.filter(({ id }) => isStored(id));
  if (replaced.length > 0) {
    const marked = replaced.map(({ id, year, teamSize }) => ({ id, year, teamSize }));
    await writer.write(markAroundPapers, { rows: marked, cap });
    await writer.writeRows(
      removeLinks,
      replaced.map(({ id }) => ({ id })),
    );
  }
  const rows = papers.map(paperRow);
  await writer.writeRows(
    writePapers,
    rows.map(({ id, properties }) => ({ id, properties })),
  );
  const replacedRows = rows.filter(({ id }) => isStored(id));
  for (const relation of paperRelations) await writeRelation(writer, relation, rows, replacedRows);
};

/**
 * Writes the relationships of papers along a relation. If a stored paper is replaced, its unchanged relationships are
 * kept.
 */
const writeRelation = async (
  writer: BatchWriter,
  relation: RelationRow<RelationKind>,
  rows: readonly PaperRow[],
  replaced: readonly PaperRow[],
): Promise<void> => {
  const targetsOf = (row: PaperRow): readonly Target[] => row.targets[relation.kind] ?? [];
  const unchanged = await writer.writeRows<{ id: EntityId; kept: EntityId[] }>(
    removePaperEdges(relation),
    replaced.map((row) => ({
      id: row.id,
      targets: Object.fromEntries(targetsOf(row).map(({ id, properties }) => [id, withoutNulls(properties)])),
    })),
  );
  const kept = new Map(unchanged.map((row) => [row.id, new Set(row.kept)]));
  const missing = rows.map((row) => ({
    id: row.id,
    targets: targetsOf(row).filter((target) => !kept.get(row.id)?.has(target.id)),
  }));
  await writer.writeRows(
    writePaperEdges(relation),
    missing.filter(({ targets }) => targets.length > 0),
  );
};

/** Removes properties that are null, because Neo4j does not store these. */
const withoutNulls = (properties: object): object =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));
