import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { perKind } from '../../../graph/model/kinds.ts';
import type { Statement } from '../../cypher/statement.ts';
import { edgeProjection } from '../../cypher/edgeProjection.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import { searchIndex } from '../../connection/schemaStatements.ts';
import { stateColumns } from '../../memoryFeed/storedVersion.ts';

/** Reads the state of the stored graph and the entities with `$ids`, in any order. */
export const recordsOfKind: Readonly<Record<EntityKind, Statement>> = perKind((kind) => ({
  name: `records ${kind}`,
  purpose: 'Reads the entities of nodes of the graph in memory, with the version of the stored graph.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns},
  COLLECT { MATCH (node:${labels[kind]}) WHERE node.id IN $ids RETURN ${nodeProjection(kind)} } AS records`,
}));

/**
 * Reads the state of the stored graph and the authorships of `$places`: pairs of the id of a paper and the id of an
 * author. Each row begins with the index of its place.
 */
export const authorshipRecords: Statement = {
  name: 'records of authorships',
  purpose: 'Reads authorships by paper and author, with the version of the stored graph.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns},
  COLLECT {
    UNWIND range(0, size($places) - 1) AS index
    MATCH (:Paper {id: $places[index][0]})<-[edge:AUTHORED]-(:Author {id: $places[index][1]})
    RETURN [index, ${edgeProjection('authorship')}]
  } AS records`,
};

/** Reads the state of the stored graph and a page of authors with their names and identifiers, in the order of ids. */
export const authorNamings: Statement = {
  name: 'records of author names',
  purpose:
    'Reads the names and keys of $size authors after the id $after, with the version of the stored graph.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns},
  COLLECT {
    MATCH (node:Author) WHERE node.id > $after
    WITH node ORDER BY node.id LIMIT $size
    RETURN [node.id, node.name, node.alternativeNames, node.keys]
  } AS records`,
};

/**
 * Returns, for each key in `claims`, the entity that has this key: the owner that its Key node states or, because an
 * entity's own id has no Key node, the entity whose own id it is.
 */
const claimOwner = (label: string): string => `UNWIND claims AS claimed
    OPTIONAL MATCH (key:Key {key: claimed})
    OPTIONAL MATCH (own:${label} {id: claimed}) WHERE claimed IN own.keys
    RETURN {id: node.id, key: claimed, owner: coalesce(key.owner, own.id)}`;

/** Reads the state of the stored graph and all claims: for each the entity, the key and the owner of the key. */
export const claims: Statement = {
  name: 'records of claims',
  purpose:
    'Reads the identifiers that records state but that other entities have, with the version of the stored graph.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns},
  COLLECT {
    MATCH (node:Author)-[authored:AUTHORED]->(:Paper) WHERE authored.claims IS NOT NULL
    WITH node, authored.claims AS claims
    ${claimOwner('Author')}
  } + COLLECT {
    MATCH (node:Paper) WHERE node.claims IS NOT NULL
    WITH node, node.claims AS claims
    ${claimOwner('Paper')}
  } AS records`,
};

/** Reads the state of the stored graph and a page of papers with their titles, in the order of ids. */
export const paperTitles: Statement = {
  name: 'records of paper titles',
  purpose: 'Reads the titles of $size papers after the id $after, with the version of the stored graph.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns},
  COLLECT {
    MATCH (node:Paper) WHERE node.id > $after
    WITH node ORDER BY node.id LIMIT $size
    RETURN coalesce(node.title, '')
  } AS records`,
};

/** Reads the state of the stored graph and the ids of the papers whose titles `$query` finds. */
export const titledPapers: Statement = {
  name: 'records of titled papers',
  purpose: 'Reads the ids of the papers whose titles match a query, with the version of the stored graph.',
  text: `MATCH (graph:Graph {id: 'graph'})
CALL () {
  CALL db.index.fulltext.queryNodes('${searchIndex(labels.PAPER)}', $query) YIELD node
  RETURN collect(node.id) AS records
}
RETURN ${stateColumns}, records`,
};

/** Finds the entity that has each of the keys in `$keys`. */
export const keyOwners: Statement = {
  name: 'keyOwners',
  purpose: 'Finds the ids of the entities that keys belong to.',
  text: 'MATCH (key:Key) WHERE key.key IN $keys RETURN key.key AS key, key.owner AS owner',
};
