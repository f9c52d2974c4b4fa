import { entityKinds } from '../../graph/model/entities.ts';
import { labels } from '../cypher/projections.ts';
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

export const storedPapers: Statement = {
  name: 'storedPapers',
  purpose: 'Reads papers with everything that their records said.',
  text: `MATCH (paper:Paper) WHERE paper.id IN $ids
RETURN paper{.id, .keys, .source, .fingerprint, .title, .abstract, .date, .year, .paperType, .venueName, .url,
    .codeUrl, .citationCount, .isRetracted, .authorCount, .authorListIsComplete, .teamSize} AS paper,
  COLLECT {
    MATCH (author)-[authored:AUTHORED]->(paper)
    WITH authored, author ORDER BY authored.position, author.id
    RETURN authored{.*, authorId: author.id}
  } AS authorships,
  COLLECT {
    MATCH (paper)-[about:ABOUT]->(topic)
    WITH about, topic ORDER BY about.position, topic.id
    RETURN about{.score, topicId: topic.id}
  } AS topics,
  COLLECT { MATCH (paper)-[cites:CITES]->() UNWIND cites.keys AS key RETURN key }
    + COLLECT { MATCH (paper)-[:REFERS_TO]->(missing:Missing) RETURN missing.key } AS references`,
};

export const sharedPaper: Statement = {
  name: 'sharedPaper',
  purpose: 'Tells whether a stored paper lists both authors.',
  text: `RETURN EXISTS {
  MATCH (:Author {id: $left})-[:AUTHORED]->(paper)<-[:AUTHORED]-(:Author {id: $right})
} AS shared`,
};
