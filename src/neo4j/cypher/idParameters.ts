import type { EntityKind } from '../../graph/model/entities.ts';
import { labels } from './projections.ts';

/** The nodes that ids name, as `asked`: by their own ids, else by keys of theirs. `ids` is an expression. */
export const nodesByIds = (kind: EntityKind, ids: string): string => `CALL () {
    MATCH (asked:${labels[kind]}) WHERE asked.id IN ${ids}
    RETURN asked
    UNION
    MATCH (key:Key) WHERE key.key IN ${ids} AND NOT EXISTS { (:${labels[kind]} {id: key.key}) }
    MATCH (asked:${labels[kind]} {id: key.owner})
    RETURN asked
  }`;

/** A list of the nodes that ids name; empty where there are no ids. */
export const collectNodesByIds = (kind: EntityKind, ids: string, variable: string): string => `CALL () {
  ${nodesByIds(kind, ids)}
  RETURN collect(asked) AS ${variable}
}`;

/** The same of topics, with all that are narrower. */
export const collectTopicsByIds = (ids: string, variable: string): string => `CALL () {
  ${nodesByIds('TOPIC', ids)}
  MATCH (asked)<-[:BROADER*0..]-(topic)
  RETURN collect(DISTINCT topic) AS ${variable}
}`;
