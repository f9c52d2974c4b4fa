import type { EntityKind } from '../../../graph/model/entities.ts';
import type { Statement } from '../../connection/database.ts';
import { labels, nodeProjection } from '../../cypher/projections.ts';

/** The entity that each of `$keys` belongs to. */
export const keyOwners: Statement = {
  name: 'keyOwners',
  text: 'MATCH (key:Key) WHERE key.key IN $keys RETURN key.key AS key, key.owner AS owner',
};

const versionedEntitiesOf = (kind: EntityKind): Statement => ({
  name: `versioned entities ${kind}`,
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  COLLECT { MATCH (node:${labels[kind]}) WHERE node.id IN $ids RETURN ${nodeProjection(kind)} } AS nodes`,
});

/** The stored version, and the nodes with `$ids` of the kinds that paths lead through. */
export const versionedEntities = {
  AUTHOR: versionedEntitiesOf('AUTHOR'),
  TOPIC: versionedEntitiesOf('TOPIC'),
};
