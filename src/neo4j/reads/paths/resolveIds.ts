import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { PathQuery } from '../../../graph/paths.ts';
import type { MemoryGraph } from '../../../memory/memoryGraph.ts';
import type { Database } from '../../connection/database.ts';
import { keyOwners } from './pathStatements.ts';

type QueryWithIds = PathQuery & { filter?: CollaborationFilter };

/** Replaces ids that the memory graph does not hold by the ids of the entities they are keys of. */
export const resolveIds = async <Query extends QueryWithIds>(
  database: Database,
  graph: MemoryGraph,
  queries: readonly Query[],
): Promise<Query[]> => {
  const keys = queries.flatMap(idsIn).filter((id) => graph.nodeOfId(id) === undefined);
  if (keys.length === 0) return [...queries];
  const rows = await database.read<{ key: EntityId; owner: EntityId }>(keyOwners, { keys });
  const owners = new Map(rows.map(({ key, owner }) => [key, owner]));
  return queries.map((query) => withIds(query, (id) => owners.get(id) ?? id));
};

const idsIn = ({ from, to, avoidIds, filter }: QueryWithIds): EntityId[] => [
  from,
  to,
  ...avoidIds,
  ...(filter?.topicIds ?? []),
  ...(filter?.institutionIds ?? []),
];

const withIds = <Query extends QueryWithIds>(query: Query, idOf: (id: EntityId) => EntityId): Query => {
  const { from, to, avoidIds, filter } = query;
  return {
    ...query,
    from: idOf(from),
    to: idOf(to),
    avoidIds: avoidIds.map(idOf),
    ...(filter && {
      filter: {
        ...filter,
        ...(filter.topicIds && { topicIds: filter.topicIds.map(idOf) }),
        ...(filter.institutionIds && { institutionIds: filter.institutionIds.map(idOf) }),
      },
    }),
  };
};
