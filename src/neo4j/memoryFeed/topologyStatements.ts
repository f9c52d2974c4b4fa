import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import type { EdgeShape, RelationRow } from '../../graph/model/relationRow.ts';
import { LAST } from '../../graph/model/orders.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import type { Statement } from '../cypher/statement.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { stateColumns } from './storedVersion.ts';

/*
 * The statements that read what the memory graph is built from. They return a page of nodes or edges as one row with
 * lists, which is five times as fast as a row for each node or edge. The ends of edges are the database's internal
 * numbers of nodes. Every value has a replacement for null, because `collect` leaves nulls out and the lists must have
 * equal lengths.
 */

const topologyColumns = `${stateColumns}, graph.collaborationCap AS collaborationCap,
  graph.importAsked AS importAsked,
  graph.importOwner IS NOT NULL AS isImporting`;

export const graphSize: Statement = {
  name: 'graphSize',
  purpose:
    'Counts nodes and relationships, to decide whether the graph may be held in memory. Neo4j stores both counts.',
  text: `MATCH (node) WITH count(node) AS nodes
MATCH ()-[relationship]->() RETURN nodes, count(relationship) AS relationships`,
};

export const topologyState: Statement = {
  name: 'topologyState',
  purpose: 'Reads the version of the graph, and whether an import is under way.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${topologyColumns}`,
};

export const lockedTopologyState: Statement = {
  name: 'lockedTopologyState',
  purpose:
    'Reads the same as topologyState and locks the Graph node: imports wait until this transaction ends.',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.importAsked = timestamp()
RETURN ${topologyColumns}`,
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

/** The columns of a node that the memory graph needs in addition to the id, by kind. */
export const columnsOf = (kind: EntityKind): readonly string[] => [
  ...(kindRow(kind).isNamed ? ofNamed : ofPapers),
  ...kindRow(kind).words.map((field) => `collect(coalesce(node.${field}, '')) AS ${field}`),
];

export const topologyNodes = (kind: EntityKind): Statement => ({
  name: `topologyNodes ${kind}`,
  purpose: `Reads $size ${labels[kind]} nodes after the id $after into columns.`,
  text: `MATCH (node:${labels[kind]}) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN ${['collect(id(node)) AS numbers', 'collect(node.id) AS ids', ...columnsOf(kind)].join(',\n  ')}`,
});

/** The value of an edge in the memory graph, by shape: a number, or -1 if the edge has none. */
const edgeValues: Readonly<Partial<Record<EdgeShape, string>>> = {
  authorship: 'edge.position',
  scored: 'coalesce(edge.score, -1)',
};

export const edgeValue = ({ edge }: RelationRow): string => edgeValues[edge] ?? '0';

/**
 * The end of a relation by which its edges are read: one statement reads the edges of a page of nodes at this end. It
 * is the paper if exactly one end is a paper, otherwise the source.
 */
const pagedEnd = ({ from, to }: RelationRow): 'source' | 'target' =>
  from !== 'PAPER' && to === 'PAPER' ? 'target' : 'source';

/** The kind of the nodes by whose pages the edges of a stored relation are read. */
export const pagedKind = (row: RelationRow): EntityKind => (pagedEnd(row) === 'source' ? row.from : row.to);

/** @param row a stored relation, in the direction of its relationships */
export const topologyEdges = (row: RelationRow): Statement => {
  const end = pagedEnd(row);
  const label = labels[pagedKind(row)];
  return {
    name: `topologyEdges ${row.kind}`,
    purpose: `Reads the ${row.kind} relationships of the ${label} nodes after the id $after up to $last into columns.`,
    text: `MATCH (${end}:${label}) WHERE $after < ${end}.id <= $last
MATCH (source)-[edge:${row.kind}]->(target)
RETURN collect(id(source)) AS sources, collect(id(target)) AS targets,
  collect(${edgeValue(row)}) AS values`,
  };
};

export const topologyAffiliations: Statement = {
  name: 'topologyAffiliations',
  purpose: `Reads the authors of the Paper nodes after the id $after up to $last with their institutions, as \`values\`.`,
  text: `MATCH (paper:Paper) WHERE $after < paper.id <= $last
MATCH (paper)-[:WRITTEN_AT]->(institution)
MATCH (paper)<-[edge:AUTHORED]-(target) WHERE institution.id IN edge.institutionIds
RETURN collect(id(paper)) AS sources, collect(id(target)) AS targets, collect(id(institution)) AS values`,
};
