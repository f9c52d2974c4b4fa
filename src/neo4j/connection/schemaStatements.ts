import { entityKinds } from '../../graph/model/entityKinds.ts';
import { lists, type ListRow } from '../../graph/model/lists.ts';
import type { OrderKey } from '../../graph/model/orders.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { orderExpressions } from '../cypher/orders.ts';
import type { Statement } from '../cypher/statement.ts';

const uniqueConstraint = (label: string, property: string): Statement => {
  const name = `${label.toLowerCase()}_${property}`;
  return {
    name,
    purpose: `Makes ${label}.${property} unique, and nodes quick to find by it.`,
    text: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (node:${label}) REQUIRE node.${property} IS UNIQUE`,
  };
};

/** @param keys the properties to index, as expressions of `node` */
const rangeIndex = (label: string, keys: readonly string[], purpose: string): Statement => {
  const properties = keys.map((key) => key.slice('node.'.length));
  const name = `${label.toLowerCase()}_by_${properties.join('_')}`;
  return {
    name,
    purpose,
    text: `CREATE INDEX ${name} IF NOT EXISTS FOR (node:${label}) ON (${keys.join(', ')})`,
  };
};

/** Neo4j can read a list in order from an index only if the index contains all keys of this order. */
const orderIndex = (label: string, orderName: string, order: readonly OrderKey[]): Statement =>
  rangeIndex(label, orderExpressions(order), `Serves pages of all ${label} nodes in the order ${orderName}.`);

const lookupIndex = (label: string, property: string): Statement =>
  rangeIndex(label, [`node.${property}`], `Makes ${label} nodes quick to find by ${property}.`);

const authorshipClaimIndex: Statement = {
  name: 'authored_by_claims',
  purpose: 'Finds the few authorships whose records claim an identifier.',
  text: 'CREATE INDEX authored_by_claims IF NOT EXISTS FOR ()-[edge:AUTHORED]-() ON (edge.claims)',
};

/** The name of the full-text index of a label. */
export const searchIndex = (label: string): string => `${label.toLowerCase()}_words`;

/** Spellings are stored in folded form (see foldText.ts), so the analyzer only has to split them at spaces. */
const fullTextIndex = (label: string): Statement => ({
  name: searchIndex(label),
  purpose: `Finds ${label} nodes by words of their folded names or titles.`,
  text: `CREATE FULLTEXT INDEX ${searchIndex(label)} IF NOT EXISTS FOR (node:${label}) ON EACH [node.spellings, node.innerWords]
OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
});

const listRows: readonly ListRow[] = Object.values(lists);

/** Every constraint and index of the graph. Each statement has the name that the constraint or index gets. */
export const schemaStatements: readonly Statement[] = [
  ...entityKinds.map((kind) => uniqueConstraint(labels[kind], 'id')),
  uniqueConstraint('Graph', 'id'),
  uniqueConstraint('Key', 'key'),
  uniqueConstraint('Missing', 'key'),
  uniqueConstraint('Document', 'name'),
  uniqueConstraint('Kept', 'key'),
  ...listRows.flatMap(({ kind, orders }) =>
    Object.entries(orders).map(([name, order]) => orderIndex(labels[kind], name, order)),
  ),
  lookupIndex('Kept', 'type'),
  lookupIndex('Paper', 'venueName'),
  lookupIndex('Paper', 'teamSize'),
  lookupIndex('Institution', 'countryCode'),
  lookupIndex('Paper', 'claims'),
  authorshipClaimIndex,
  ...entityKinds.map((kind) => fullTextIndex(labels[kind])),
];

export const ping: Statement = {
  name: 'ping',
  purpose: 'Checks whether the database answers.',
  text: 'RETURN 1',
};

export const indexStates: Statement = {
  name: 'indexStates',
  purpose: 'Reads which indexes exist, and whether they are filled.',
  text: `SHOW INDEXES YIELD name, state
RETURN name, state`,
};

export const awaitIndexes: Statement = {
  name: 'awaitIndexes',
  purpose: 'Waits until every index is filled, for 600 seconds at most.',
  text: 'CALL db.awaitIndexes(600)',
};

export const createGraph: Statement = {
  name: 'createGraph',
  purpose:
    'Creates the one Graph node, which holds the version and the state of the stored graph as a whole.',
  text: `MERGE (graph:Graph {id: 'graph'})
ON CREATE SET graph.dataVersion = 0, graph.asOf = $now, graph.unfinished = false,
  graph.collaborationCap = $collaborationCap, graph.citationsAreCounted = true`,
};

export const markCitationsCounted: Statement = {
  name: 'markCitationsCounted',
  purpose: 'Records on the Graph node that all papers have the number of stored papers that cite them.',
  text: `MATCH (graph:Graph {id: 'graph'})
SET graph.citationsAreCounted = true`,
};

export const graphState: Statement = {
  name: 'graphState',
  purpose:
    'Reads whether an import is unfinished, which collaboration cap the stored relationships follow, and whether citations are counted.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN graph.unfinished AS unfinished, graph.collaborationCap AS collaborationCap,
  coalesce(graph.citationsAreCounted, false) AS citationsAreCounted`,
};
