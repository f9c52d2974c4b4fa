import type { EntityKind } from '../../../graph/model/entities.ts';
import type { Statement } from '../../cypher/statement.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';

export const keyOwners: Statement = {
  name: 'keyOwners',
  purpose: 'Finds the ids of the entities that keys belong to.',
  text: 'MATCH (key:Key) WHERE key.key IN $keys RETURN key.key AS key, key.owner AS owner',
};

const versionedEntitiesOf = (kind: EntityKind): Statement => ({
  name: `versioned entities ${kind}`,
  purpose: `Reads ${labels[kind]} nodes on paths, with the version of the graph they belong to.`,
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  COLLECT { MATCH (node:${labels[kind]}) WHERE node.id IN $ids RETURN ${nodeProjection(kind)} } AS nodes`,
});

/** The stored version, and the nodes with `$ids` of the kinds that paths lead through. */
export const versionedEntities = {
  AUTHOR: versionedEntitiesOf('AUTHOR'),
  TOPIC: versionedEntitiesOf('TOPIC'),
};
