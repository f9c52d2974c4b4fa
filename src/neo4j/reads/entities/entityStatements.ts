import { entityKinds, type EntityKind } from '../../../graph/model/entityKinds.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import type { Statement } from '../../cypher/statement.ts';

/** Cypher that finds entities by their own ids, or by their keys. */
const lookups = {
  id: (kind: EntityKind) => `MATCH (node:${labels[kind]}) WHERE node.id IN $ids
RETURN node.id AS key`,
  key: (kind: EntityKind) => `MATCH (key:Key) WHERE key.key IN $ids
MATCH (node:${labels[kind]} {id: key.owner})
RETURN key.key AS key`,
};

/**
 * The ids of all kinds are in one list. With a list for each kind, Neo4j would make a new plan for each combination of
 * empty and non-empty lists.
 */
const entities = (lookup: keyof typeof lookups, kinds: readonly EntityKind[]): string =>
  kinds
    .map((kind) => `${lookups[lookup](kind)}, '${kind}' AS kind, ${nodeProjection(kind)} AS node`)
    .join('\nUNION ALL\n');

const entitiesOfOneKind = Object.fromEntries(
  entityKinds.map((kind) => [
    kind,
    {
      name: `entities ${kind}`,
      purpose: `Reads ${labels[kind]} nodes by their ids.`,
      text: entities('id', [kind]),
    },
  ]),
) as Record<EntityKind, Statement>;

const entitiesOfAnyKind: Statement = {
  name: 'entities',
  purpose: 'Reads entities of several kinds by their ids.',
  text: entities('id', entityKinds),
};

/** Reads entities by their ids. `kinds` are the kinds of these ids. */
export const entitiesById = (kinds: ReadonlySet<EntityKind>): Statement => {
  const [kind] = kinds;
  return kinds.size === 1 && kind ? entitiesOfOneKind[kind] : entitiesOfAnyKind;
};

export const entitiesByKey: Statement = {
  name: 'entities by key',
  purpose: 'Reads entities by keys: identifiers, or ids of entities that were merged into them.',
  text: entities('key', entityKinds),
};

export const abstracts: Statement = {
  name: 'abstracts',
  purpose: 'Reads the abstracts of papers that have one.',
  text: `MATCH (paper:Paper) WHERE paper.id IN $ids AND paper.abstract IS NOT NULL
RETURN paper.id AS id, paper.abstract AS abstract`,
};

export const latexTexts: Statement = {
  name: 'latexTexts',
  purpose: 'Reads the titles and abstracts as LaTeX of papers that have them.',
  text: `MATCH (paper:Paper)
WHERE paper.id IN $ids AND (paper.titleLatex IS NOT NULL OR paper.abstractLatex IS NOT NULL)
RETURN paper.id AS id, paper.titleLatex AS titleLatex, paper.abstractLatex AS abstractLatex`,
};

export const measuredAuthors: Statement = {
  name: 'metrics',
  purpose: 'Reads what the metrics of authors are computed from.',
  text: `MATCH (graph:Graph {id: 'graph'})
MATCH (author:Author) WHERE author.id IN $ids
RETURN author.id AS id, author.collaboratorCount AS collaboratorCount, graph.asOf AS asOf,
  COLLECT {
    MATCH (author)-[:AUTHORED]->(paper)
    RETURN {year: paper.year, citations: {
      reported: paper.citationCount, stored: coalesce(paper.storedCitations, 0)
    }}
  } AS papers`,
};

export const statistics: Statement = {
  name: 'statistics',
  purpose: 'Counts nodes and relationships. Neo4j stores all of these counts except the last one.',
  text: `MATCH (graph:Graph {id: 'graph'})
CALL () { MATCH (node:Author) RETURN count(node) AS authorCount }
CALL () { MATCH (node:Paper) RETURN count(node) AS paperCount }
CALL () { MATCH (node:Topic) RETURN count(node) AS topicCount }
CALL () { MATCH (node:Institution) RETURN count(node) AS institutionCount }
CALL () { MATCH ()-[edge:AUTHORED]->() RETURN count(edge) AS authorshipCount }
CALL () { MATCH ()-[edge:CO_AUTHORED]->() RETURN count(edge) AS collaborationCount }
CALL () { MATCH ()-[edge:CITES]->() RETURN count(edge) AS citationLinkCount }
CALL () {
  MATCH (node:Paper) WHERE node.teamSize > $cap
  RETURN count(node) AS papersTooLargeForCollaboration
}
RETURN authorCount, paperCount, topicCount, institutionCount, authorshipCount, collaborationCount,
  citationLinkCount, papersTooLargeForCollaboration, graph.asOf AS asOf`,
};
