import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { labels } from '../cypher/nodeProjection.ts';
import type { Statement } from '../cypher/statement.ts';
import type { BatchWriter } from './batchWriter.ts';
import { markAroundPapers, removeLinks } from './writeStatements.ts';

export const removeEntities = (kind: EntityKind): Statement => ({
  name: `removeEntities ${kind}`,
  purpose: `Removes ${labels[kind]} nodes, whose keys are already removed.`,
  text: `MATCH (node:${labels[kind]}) WHERE node.id IN $ids
DETACH DELETE node`,
});

/** Removes entities with all their relations; those that are not stored are ignored. */
export const removeNodes = async (writer: BatchWriter, ids: readonly EntityId[]): Promise<void> => {
  for (const kind of entityKinds) {
    const ofKind = ids.filter((id) => kindOf(id) === kind);
    if (ofKind.length === 0) continue;
    if (kind === 'PAPER') {
      const rows = ofKind.map((id) => ({ id, year: null, teamSize: null }));
      await writer.write(markAroundPapers, { rows, cap: 0 });
      await writer.writeRows(removeLinks, rows);
    }
    await writer.write(removeEntities(kind), { ids: ofKind });
  }
};
