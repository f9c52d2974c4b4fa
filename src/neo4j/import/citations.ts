import type { GraphChanges } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { BatchWriter } from './batchWriter.ts';
import {
  addReferences,
  addReferencesOfMissingPapers,
  citingPapers,
  resolveMissingPapers,
  writeReferences,
} from './citationStatements.ts';
import type { KeyChanges } from './keyChanges.ts';

interface References {
  id: EntityId;
  references: readonly EntityId[];
}

/** Writes the references of the batch's papers, and resolves older references to these papers. */
export const writePaperReferences = async (
  writer: BatchWriter,
  { newPaperKeys }: KeyChanges,
  papers: GraphChanges['papers'],
): Promise<void> => {
  const ofMissingPapers = await writer.writeRows<References>(resolveMissingPapers, newPaperKeys);
  await writer.writeRows(
    writeReferences,
    papers.flatMap(({ id, references }) => (references.length > 0 ? { id, references } : [])),
  );
  await writer.writeRows(
    addReferences,
    ofMissingPapers.filter(({ references }) => references.length > 0),
  );
};

/** Writes citations that come without a paper record. Returns how many of them are new. */
export const writeCitations = async (
  writer: BatchWriter,
  citations: GraphChanges['citations'],
): Promise<number> => {
  const references = new Map<EntityId, Set<EntityId>>();
  for (const { from, to } of citations) references.set(from, (references.get(from) ?? new Set()).add(to));
  const keys = Array.from(references.keys(), (from) => ({ from }));
  const citing = await writer.writeRows<{ from: EntityId; id: EntityId | null }>(citingPapers, keys);
  const rows = citing.map(({ from, id }) => ({ from, id, references: [...(references.get(from) ?? [])] }));
  const stored = rows.filter(({ id }) => id !== null);
  const missing = rows.filter(({ id }) => id === null);
  const counts = [
    ...(await writer.writeRows<{ added: number }>(addReferences, stored)),
    ...(await writer.writeRows<{ added: number }>(addReferencesOfMissingPapers, missing)),
  ];
  return counts.reduce((sum, { added }) => sum + added, 0);
};
