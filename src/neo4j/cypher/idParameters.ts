import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { labels } from './nodeProjection.ts';

/**
 * A subquery that returns, as `entity`, the nodes to which ids belong. An id may be the own id of a node or, if no node
 * has this own id, one of its keys.
 *
 * @param ids a Cypher expression for the list of ids
 */
const matchByIds = (kind: EntityKind, ids: string): string => `CALL () {
    MATCH (entity:${labels[kind]}) WHERE entity.id IN ${ids}
    RETURN entity
    UNION
    MATCH (key:Key) WHERE key.key IN ${ids} AND NOT EXISTS { (:${labels[kind]} {id: key.key}) }
    MATCH (entity:${labels[kind]} {id: key.owner})
    RETURN entity
  }`;

/** A subquery that binds a list of the nodes that ids belong to; an empty list if there are no ids. */
export const collectNodesByIds = (kind: EntityKind, ids: string, variable: string): string => `CALL () {
  ${matchByIds(kind, ids)}
  RETURN collect(entity) AS ${variable}
}`;

/** A subquery that binds a list of the topics that ids belong to and of all narrower topics. */
export const collectTopicsByIds = (ids: string, variable: string): string => `CALL () {
  ${matchByIds('TOPIC', ids)}
  MATCH (entity)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS ${variable}
}`;
