import type { GraphChanges } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import {
  addReferences,
  addReferencesOfMissingPapers,
  citingPapers,
  resolveMissingPapers,
  writeReferences,
} from './citationStatements.ts';
import type { Write } from './writeBatch.ts';
import type { KeyChanges } from './keyChanges.ts';

interface References {
  id: EntityId;
  references: readonly EntityId[];
}

/** References of the batch's papers, and references to them that waited. */
export const writeReferencesOf = async (
  write: Write,
  { arriving }: KeyChanges,
  papers: GraphChanges['papers'],
): Promise<void> => {
  const waited = await write<References>(resolveMissingPapers, arriving);
  await write(
    writeReferences,
    papers.flatMap(({ id, references }) => (references.length > 0 ? { id, references } : [])),
  );
  await write(
    addReferences,
    waited.filter(({ references }) => references.length > 0),
  );
};

/** Citations that stand by themselves; tells how many were not known. */
export const writeCitations = async (write: Write, citations: GraphChanges['citations']): Promise<number> => {
  const cited = new Map<EntityId, Set<EntityId>>();
  for (const { from, to } of citations) cited.set(from, (cited.get(from) ?? new Set()).add(to));
  const froms = [...cited.keys()].map((from) => ({ from }));
  const found = await write<{ from: EntityId; id: EntityId | null }>(citingPapers, froms);
  const rows = found.map(({ from, id }) => ({ from, id, references: [...(cited.get(from) ?? [])] }));
  const added = [
    ...(await write<{ added: number }>(
      addReferences,
      rows.filter(({ id }) => id !== null),
    )),
    ...(await write<{ added: number }>(
      addReferencesOfMissingPapers,
      rows.filter(({ id }) => id === null),
    )),
  ];
  return added.reduce((sum, row) => sum + row.added, 0);
};
