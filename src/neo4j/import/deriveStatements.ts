import type { EntityKind } from '../../graph/model/entities.ts';
import type { Statement } from '../cypher/statement.ts';
import { labels } from '../cypher/projections.ts';

/*
 * The statements that bring stale nodes up to date when an import finishes, each for a batch of nodes, `$ids`. Only
 * pairs of two stale nodes can be out of date. A pair is derived from one of its ends: from the author, else from the
 * institution, else from the smaller id.
 */

export const staleIds = (kind: EntityKind): Statement => ({
  name: `staleIds ${kind}`,
  purpose: `Reads the ids of the ${labels[kind]} nodes that are out of date.`,
  text: `MATCH (node:${labels[kind]}&Stale)
RETURN collect(node.id) AS ids`,
});

export const makeAllStale: Statement = {
  name: 'makeAllStale',
  purpose:
    'Marks all nodes as stale, because the collaboration cap changed. Older versions of Neo4j Browser need `:auto` before it.',
  text: `MATCH (node:Author|Institution|Topic)
CALL (node) { SET node:Stale } IN TRANSACTIONS OF 10000 ROWS`,
};

type Derived = Exclude<EntityKind, 'PAPER'>;

const ofPage = (kind: Derived, lines: string): string => `UNWIND $ids AS id
MATCH (node:${labels[kind]} {id: id})
${lines}`;

const itsPapers: Readonly<Record<Derived, string>> = {
  AUTHOR: '(node)-[:AUTHORED]->()',
  INSTITUTION: '(node)<-[:WRITTEN_AT]-()',
  TOPIC: '(node)<-[:ABOUT]-()',
};

export const removeWithoutPapers = (kind: Derived): Statement => ({
  name: `removeWithoutPapers ${kind}`,
  purpose: `Deletes ${labels[kind]} nodes without papers, and their keys.`,
  text: ofPage(
    kind,
    `WITH node WHERE NOT EXISTS { ${itsPapers[kind]} }${kind === 'TOPIC' ? ' AND NOT coalesce(node.isTaxonomy, false)' : ''}
CALL (node) {
  UNWIND node.keys AS each
  MATCH (key:Key {key: each}) WHERE key.owner = node.id
  DELETE key
}
DETACH DELETE node`,
  ),
});

export const printedNames: Statement = {
  name: 'printedNames',
  purpose: 'Reads how papers print the names of authors.',
  text: ofPage(
    'AUTHOR',
    `RETURN id, node.name AS name, node.alternativeNames AS alternativeNames,
  COLLECT { MATCH (node)-[authored:AUTHORED]->() RETURN authored{.printed, .curated, .alternatives} } AS printed`,
  ),
};

export const nameAuthors: Statement = {
  name: 'nameAuthors',
  purpose: 'Sets the names of authors.',
  text: `UNWIND $rows AS row
MATCH (author:Author {id: row.id})
SET author += row.names`,
};

const derived = (
  kind: Derived,
  type: string,
  papers: string,
  condition = 'true',
  strength = '',
): Statement => ({
  name: `derive ${type}`,
  purpose: `Replaces the ${type} relationships of ${labels[kind]} nodes to stale nodes, counted over the papers they share.`,
  text: ofPage(
    kind,
    `CALL (node) { MATCH (node)-[old:${type}]->(:Stale) DELETE old }
CALL (node) {
  MATCH ${papers} WHERE ${condition}
  WITH node, other, {papers: count(*), firstYear: min(paper.year), lastYear: max(paper.year)${strength}} AS facts
  CREATE (node)-[edge:${type}]->(other)
  SET edge = facts
}`,
  ),
});

/** Every derived relation, in the order of the schema's enum. */
export const derivations: readonly { kind: Derived; statement: Statement }[] = [
  {
    kind: 'INSTITUTION',
    statement: derived('INSTITUTION', 'ACTIVE_IN', '(node)<-[:WRITTEN_AT]-(paper)-[:ABOUT]->(other:Stale)'),
  },
  {
    kind: 'AUTHOR',
    statement: derived(
      'AUTHOR',
      'AFFILIATED_WITH',
      '(node)-[authored:AUTHORED]->(paper)-[:WRITTEN_AT]->(other:Stale)',
      'other.id IN authored.institutionIds',
    ),
  },
  {
    kind: 'AUTHOR',
    statement: derived(
      'AUTHOR',
      'CO_AUTHORED',
      '(node)-[:AUTHORED]->(paper)<-[:AUTHORED]-(other:Stale)',
      'node.id < other.id AND 2 <= paper.teamSize <= $cap',
      ', strength: sum(paper.strength)',
    ),
  },
  {
    kind: 'INSTITUTION',
    statement: derived(
      'INSTITUTION',
      'PARTNERS_WITH',
      '(node)<-[:WRITTEN_AT]-(paper)-[:WRITTEN_AT]->(other:Stale)',
      'node.id < other.id AND paper.teamSize <= $cap',
    ),
  },
  {
    kind: 'TOPIC',
    statement: derived(
      'TOPIC',
      'RELATED_TO',
      '(node)<-[:ABOUT]-(paper)-[:ABOUT]->(other:Stale)',
      'node.id < other.id',
    ),
  },
  {
    kind: 'AUTHOR',
    statement: derived('AUTHOR', 'WORKS_ON', '(node)-[:AUTHORED]->(paper)-[:ABOUT]->(other:Stale)'),
  },
];

export const settle = (kind: Derived): Statement => ({
  name: `settle ${kind}`,
  purpose: `Counts the papers of ${labels[kind]} nodes, whose relationships are derived by now, and removes the label Stale.`,
  text: ofPage(
    kind,
    `WITH node, COUNT { ${itsPapers[kind]} } AS papers${
      kind === 'AUTHOR' ? ', COUNT { (node)-[:CO_AUTHORED]-() } AS collaborators' : ''
    }
SET node.paperCount = papers, node.mostPapers = -papers${
      kind === 'AUTHOR'
        ? ',\n  node.collaboratorCount = collaborators, node.mostCollaborators = -collaborators'
        : ''
    }
REMOVE node:Stale`,
  ),
});
