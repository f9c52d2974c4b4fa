import { distinguishingKeys } from '../../../graph/model/identifiers.ts';
import { kindOf, type EntityId } from '../../../graph/model/ids.ts';
import type { AuthorNaming, EntityRecords } from '../../entityRecords.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';

/**
 * The names and distinguishing keys of the authors among the entities in `ids`; undefined for an author who is not in the
 * graph any longer.
 */
export const changedNamings = async (
  graph: MemoryGraph,
  ids: ReadonlySet<EntityId>,
  records: EntityRecords,
): Promise<Map<EntityId, AuthorNaming | undefined>> => {
  const authors = [...ids].filter((id) => kindOf(id) === 'AUTHOR');
  const namings = new Map<EntityId, AuthorNaming | undefined>(authors.map((id) => [id, undefined]));
  const nodes = authors.map((id) => graph.nodeOfId(id)).filter((node) => node !== undefined);
  for (const entity of await records.entities(nodes)) {
    if (entity.kind !== 'AUTHOR') continue;
    const { id, name, alternativeNames, keys } = entity;
    namings.set(id, { name, alternativeNames, distinguishingKeys: distinguishingKeys(keys) });
  }
  return namings;
};
