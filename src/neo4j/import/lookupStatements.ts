import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow, kinds } from '../../graph/model/kinds.ts';
import { relationRow } from '../../graph/model/relations.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { relationPattern } from '../cypher/relationPattern.ts';
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

/**
 * The fields that import records give for each kind. Authors have none, because their names are computed from their
 * papers.
 */
const statedFields: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  INSTITUTION: ['name', ...Object.keys(kinds.INSTITUTION.fields)],
  TOPIC: ['name', ...Object.keys(kinds.TOPIC.fields), 'isTaxonomy', 'fingerprint'],
};

export const entityFacts: Statement = {
  name: 'entityFacts',
  purpose: 'Reads what records state of institutions and topics.',
  text: entityKinds
    .flatMap((kind) => {
      const fields = statedFields[kind];
      if (!fields) return [];
      return `MATCH (node:${labels[kind]}) WHERE node.id IN $${kind}
RETURN node.id AS id, node{${fields.map((field) => `.${field}`).join(', ')}} AS facts`;
    })
    .join('\nUNION ALL\n'),
};

export const papersOfEntities: Statement = {
  name: 'papersOfEntities',
  purpose: 'Finds the papers by authors, about topics and from institutions.',
  text: entityKinds
    .flatMap((kind) => {
      const { papersAlong } = kindRow(kind);
      if (papersAlong === null) return [];
      return `MATCH (node:${labels[kind]}) WHERE node.id IN $${kind}
MATCH ${relationPattern(relationRow(papersAlong), 'node', 'paper')}
RETURN paper.id AS id`;
    })
    .join('\nUNION\n'),
};

export const authorNames: Statement = {
  name: 'authorNames',
  purpose: 'Reads the names of an author on each paper.',
  text: `MATCH (:Author {id: $id})-[authored:AUTHORED]->(paper)
RETURN paper.id AS paperId, authored{.printed, .curated, alternatives: coalesce(authored.alternatives, [])} AS name`,
};

export const sharedPaper: Statement = {
  name: 'sharedPaper',
  purpose: 'Tells whether a stored paper lists both authors.',
  text: `RETURN EXISTS {
  MATCH (:Author {id: $left})-[:AUTHORED]->(paper)<-[:AUTHORED]-(:Author {id: $right})
} AS shared`,
};
