import type { ImportBatch } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import type { BatchWriter } from './batchWriter.ts';
import { addReferences, addReferencesOfMissingPapers, citingPapers } from './citationStatements.ts';
import type { KeyChanges } from './keyChanges.ts';
import { linkRow } from './linkProperties.ts';
import { resolveMissingPapers, writeLinks } from './linkStatements.ts';

/**
 * Writes the links of the papers of a batch. Also connects links of earlier papers that have been waiting for a paper
 * of this batch.
 */
export const writePaperLinks = async (
  writer: BatchWriter,
  { newPaperKeys }: KeyChanges,
  papers: ImportBatch['papers'],
): Promise<void> => {
  const resolved = await writer.writeRows<{ id: EntityId; references: readonly EntityId[] }>(
    resolveMissingPapers,
    newPaperKeys,
  );
  for (const relation of linkRelations) {
    const rows = papers.map(({ id, targets }) => linkRow(relation, id, targets[relation]));
    await writer.writeRows(writeLinks(relation), rows.filter(hasKeys));
  }
  const ofMissingPapers = resolved.map(({ id, references }) => ({ id, keys: references }));
  await writer.writeRows(addReferences, ofMissingPapers.filter(hasKeys));
};

const hasKeys = ({ keys }: { keys: readonly EntityId[] }): boolean => keys.length > 0;

/**
 * Writes citations that are imported without a record of the citing paper. Returns how many of them are new, and which
 * stored papers are their citing papers.
 */
export const writeCitations = async (
  writer: BatchWriter,
  citations: ImportBatch['citations'],
): Promise<{ newCitations: number; citing: EntityId[] }> => {
  const references = new Map<EntityId, Set<EntityId>>();
  for (const { from, to } of citations) references.set(from, (references.get(from) ?? new Set()).add(to));
  const keys = Array.from(references.keys(), (from) => ({ from }));
  const citing = await writer.writeRows<{ from: EntityId; id: EntityId | null }>(citingPapers, keys);
  const rows = citing.map(({ from, id }) => ({ from, id, keys: [...(references.get(from) ?? [])] }));
  const stored = rows.filter(({ id }) => id !== null);
  const missing = rows.filter(({ id }) => id === null);
  const counts = [
    ...(await writer.writeRows<{ added: number }>(addReferences, stored)),
    ...(await writer.writeRows<{ added: number }>(addReferencesOfMissingPapers, missing)),
  ];
  return {
    newCitations: counts.reduce((sum, { added }) => sum + added, 0),
    citing: stored.flatMap(({ id }) => id ?? []),
  };
};
