import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { labels } from '../cypher/nodeProjection.ts';
import type { Statement } from '../cypher/statement.ts';
import type { BatchWriter } from './batchWriter.ts';
import { readAroundPapers } from './readAroundPapers.ts';
import { writePairs } from './writePairs.ts';
import { markAuthors, removeLinks } from './writeStatements.ts';

export const removeEntities = (kind: EntityKind): Statement => ({
  name: `removeEntities ${kind}`,
  purpose: `Removes ${labels[kind]} nodes, whose keys are already removed.`,
  text: `MATCH (node:${labels[kind]}) WHERE node.id IN $ids
DETACH DELETE node`,
});

/** Removes entities with all their relations; those that are not stored are ignored. */
export const removeNodes = async (
  writer: BatchWriter,
  ids: readonly EntityId[],
  collaborationCap: number,
): Promise<void> => {
  for (const kind of entityKinds) {
    const rows = ids.filter((id) => kindOf(id) === kind).map((id) => ({ id }));
    if (rows.length === 0) continue;
    const remove = () => writer.write(removeEntities(kind), { ids: rows.map(({ id }) => id) });
    if (kind === 'PAPER') await removePapers(writer, rows, remove, collaborationCap);
    else await remove();
  }
};

const removePapers = async (
  writer: BatchWriter,
  rows: readonly { id: EntityId }[],
  remove: () => Promise<unknown>,
  collaborationCap: number,
): Promise<void> => {
  const before = await readAroundPapers(writer, rows);
  await writer.writeRows(markAuthors, rows);
  await writer.writeRows(removeLinks, rows);
  await remove();
  await writePairs(writer, { before, after: [] }, collaborationCap);
};
