import { entityKinds } from '../../graph/model/entities.ts';
import { labels } from '../cypher/nodeProjection.ts';
import type { Statement } from '../cypher/statement.ts';

export const knownEntities: Statement = {
  name: 'knownEntities',
  purpose:
    'Finds the entity that each id or key belongs to. Each kind has a parameter of its own, so that its index is used.',
  text: entityKinds
    .flatMap((kind) => [
      `MATCH (node:${labels[kind]}) WHERE node.id IN $${kind}
RETURN node.id AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint`,
      `MATCH (key:Key) WHERE key.key IN $${kind}
MATCH (node:${labels[kind]} {id: key.owner})
RETURN key.key AS key, node.id AS id, node.keys AS keys, node.fingerprint AS fingerprint`,
    ])
    .join('\nUNION ALL\n'),
};

export const authorNames: Statement = {
  name: 'authorNames',
  purpose: 'Reads the names of an author on each paper.',
  text: `MATCH (:Author {id: $id})-[authored:AUTHORED]->(paper)
RETURN paper.id AS paperId, authored{.printed, .curated, .alternatives} AS name`,
};

export const sharedPaper: Statement = {
  name: 'sharedPaper',
  purpose: 'Tells whether a stored paper lists both authors.',
  text: `RETURN EXISTS {
  MATCH (:Author {id: $left})-[:AUTHORED]->(paper)<-[:AUTHORED]-(:Author {id: $right})
} AS shared`,
};
