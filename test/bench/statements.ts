/*
 * The fastest known statement for each traversal, sent by the driver alone. The Neo4j store is measured against them,
 * although they return only a part of what it returns.
 */

const authorProjection = (variable: string): string =>
  `${variable}{.id, .keys, .paperCount, .name, .alternativeNames}`;
const edgeProjection = 'edge{.papers, .firstYear, .lastYear, .strength}';

export const collaborators = `MATCH (author:Author {id: $id})
MATCH (author)-[edge:CO_AUTHORED]-(node)
WITH node, edge ORDER BY edge.papers DESC, edge.strength DESC, node.id LIMIT 25
RETURN ${authorProjection('node')} AS node, ${edgeProjection} AS edge`;

export const suggestions = `MATCH (author:Author {id: $id})
MATCH (author)-[:CO_AUTHORED]-(common)-[:CO_AUTHORED]-(node)
WHERE node <> author AND NOT EXISTS { (author)-[:CO_AUTHORED]-(node) }
WITH node, sum(1.0 / log(common.collaboratorCount)) AS score
ORDER BY score DESC, node.id LIMIT 10
RETURN ${authorProjection('node')} AS node, score`;

const returnPath = `RETURN [node IN nodes(path) | ${authorProjection('node')}] AS nodes,
  [edge IN relationships(path) | ${edgeProjection}] AS edges`;

export const shortestPath = `MATCH (from:Author {id: $from})
MATCH (to:Author {id: $to})
MATCH path = shortestPath((from)-[:CO_AUTHORED*..8]-(to))
${returnPath}`;

export const threePaths = `MATCH (from:Author {id: $from})
MATCH (to:Author {id: $to})
MATCH path = SHORTEST 3 (from)-[:CO_AUTHORED]-{1,8}(to)
${returnPath}`;

/** Two relationships make one step between topics. */
export const topicPath = `MATCH (from:Topic {id: $from})
MATCH (to:Topic {id: $to})
MATCH path = shortestPath((from)-[:ABOUT*..16]-(to))
RETURN [node IN nodes(path) | node{.id, .name, .title}] AS nodes`;

export const slice = `MATCH (center:Author {id: $id})
CALL (center) {
  MATCH (center)-[edge:CO_AUTHORED]-(node)
  WITH node, edge ORDER BY edge.papers DESC, edge.strength DESC, node.id LIMIT 10
  RETURN collect(node) AS authors
}
CALL (center) {
  MATCH (center)-[:AUTHORED]->(node)
  WITH node ORDER BY node.newest, node.id LIMIT 10
  RETURN collect(node) AS papers
}
CALL (center) {
  MATCH (center)-[edge:WORKS_ON]->(node)
  WITH node, edge ORDER BY edge.papers DESC, node.id LIMIT 10
  RETURN collect(node) AS topics
}
CALL (center) {
  MATCH (center)-[edge:AFFILIATED_WITH]->(node)
  WITH node, edge ORDER BY edge.papers DESC, node.id LIMIT 10
  RETURN collect(node) AS institutions
}
WITH [center] + authors + papers + topics + institutions AS all
CALL (all) {
  UNWIND all AS source
  MATCH (source)-[edge]->(target) WHERE target IN all
  RETURN collect({source: source.id, target: target.id, type: type(edge), papers: edge.papers}) AS edges
}
RETURN [node IN all | node{.id, .keys, .paperCount, .name, .title, .year}] AS nodes, edges`;
