import type { EntityKind } from '../../graph/model/entities.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { LAST } from '../../graph/model/orders.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import type { Statement } from '../connection/database.ts';
import { labels } from '../cypher/projections.ts';

/*
 * What an image of the stored topology is read with: pages of nodes in the order of their ids, each page one row
 * of lists, which costs a fifth of a row a node. Nodes are told by the database's own numbers for as long as one
 * image is read. No list holds null: `collect` would leave it out.
 */

const stateColumns = `graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  graph.collaborationCap AS collaborationCap, graph.importAsked AS importAsked,
  graph.importOwner IS NOT NULL AS isImporting`;

export const topologyState: Statement = {
  name: 'topologyState',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns}`,
};

/** Takes the lock that every batch of an import takes first: nothing is written until this transaction ends. */
export const lockedTopologyState: Statement = {
  name: 'lockedTopologyState',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
RETURN ${stateColumns}`,
};

const ofPapers = [
  `collect(coalesce(node.oldest, ${LAST})) AS days`,
  `collect(coalesce(node.year, ${UNKNOWN_YEAR})) AS years`,
  `collect(coalesce(node.citationCount, ${UNKNOWN})) AS citations`,
  `collect(node.teamSize) AS teamSizes`,
  `collect(coalesce(node.authorCount, ${UNKNOWN})) AS authorCounts`,
  `collect(node.codeUrl IS NOT NULL) AS hasCode`,
];
const ofNamed = [`collect(coalesce(node.folded, '')) AS folded`, `collect(coalesce(node.name, '')) AS names`];

/** What is read of the nodes of a kind, beside their ids. */
const columnsOf = (kind: EntityKind): readonly string[] => [
  ...(kindRow(kind).isNamed ? ofNamed : ofPapers),
  ...kindRow(kind).words.map((field) => `collect(coalesce(node.${field}, '')) AS ${field}`),
];

/** `$size` nodes of the kind that follow the id `$after`. */
export const topologyNodes = (kind: EntityKind): Statement => ({
  name: `topologyNodes ${kind}`,
  text: `MATCH (node:${labels[kind]}) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN ${['collect(id(node)) AS numbers', 'collect(node.id) AS ids', ...columnsOf(kind)].join(',\n  ')}`,
});

/** Edges of the papers behind `$after` up to `$last`. */
const ofPaperPage = (name: string, pattern: string, value = '0'): Statement => ({
  name,
  text: `MATCH (paper:Paper) WHERE $after < paper.id <= $last
MATCH ${pattern}
RETURN collect(id(paper)) AS sources, collect(id(target)) AS targets, collect(${value}) AS values`,
});

export const topologyAuthorships = ofPaperPage(
  'topologyAuthorships',
  '(paper)<-[edge:AUTHORED]-(target)',
  'edge.position',
);
/** −1 where there is no score. */
export const topologyTopics = ofPaperPage(
  'topologyTopics',
  '(paper)-[edge:ABOUT]->(target)',
  'coalesce(edge.score, -1)',
);
export const topologyCitations = ofPaperPage('topologyCitations', '(paper)-[:CITES]->(target)');
/** `values` are the institutions' numbers. */
export const topologyAffiliations = ofPaperPage(
  'topologyAffiliations',
  `(paper)-[:WRITTEN_AT]->(institution)
MATCH (paper)<-[edge:AUTHORED]-(target) WHERE institution.id IN edge.institutionIds`,
  'id(institution)',
);

export const topologyBroader: Statement = {
  name: 'topologyBroader',
  text: `MATCH (topic:Topic)-[:BROADER]->(target)
RETURN collect(id(topic)) AS sources, collect(id(target)) AS targets, collect(0) AS values`,
};
