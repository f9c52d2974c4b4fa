import type { Statement } from './database.ts';

/** At most one node of the label has a value; also how it is looked up. */
const unique = (label: string, property: string): Statement => {
  const name = `${label.toLowerCase()}_${property}`;
  return {
    name,
    text: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (node:${label}) REQUIRE node.${property} IS UNIQUE`,
  };
};

/** A list in an order: an index serves it only where it holds every key of the order. */
const ordered = (label: string, ...properties: string[]): Statement => {
  const name = `${label.toLowerCase()}_by_${properties.join('_')}`;
  const keys = properties.map((property) => `node.${property}`).join(', ');
  return { name, text: `CREATE INDEX ${name} IF NOT EXISTS FOR (node:${label}) ON (${keys})` };
};

/** The name of the full-text index of a label. */
export const searchIndex = (label: string): string => `${label.toLowerCase()}_spellings`;

/** Spellings are folded before they are stored, so the analyzer has only to part them at spaces. */
const searched = (label: string): Statement => ({
  name: searchIndex(label),
  text: `CREATE FULLTEXT INDEX ${searchIndex(label)} IF NOT EXISTS FOR (node:${label}) ON EACH [node.spellings]
OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
});

/** Every constraint and index of the graph, each under the name it has in the database. */
export const schemaStatements: readonly Statement[] = [
  ...['Author', 'Institution', 'Paper', 'Topic', 'Graph'].map((label) => unique(label, 'id')),
  unique('Key', 'key'),
  unique('Missing', 'key'),
  ...['newest', 'oldest', 'mostCited'].map((key) => ordered('Paper', key, 'id')),
  ordered('Paper', 'venueName'),
  ordered('Paper', 'teamSize'),
  ...['Author', 'Institution', 'Topic'].flatMap((label) => [
    ordered(label, 'folded', 'name', 'id'),
    ordered(label, 'mostPapers', 'id'),
  ]),
  ordered('Author', 'mostCollaborators', 'id'),
  ordered('Institution', 'countryCode'),
  ...['Author', 'Institution', 'Paper', 'Topic'].map(searched),
];

export const indexStates: Statement = {
  name: 'indexStates',
  text: `SHOW INDEXES YIELD name, state
RETURN name, state`,
};

/** Ends when every index is filled; waits for ten minutes at most. */
export const awaitIndexes: Statement = { name: 'awaitIndexes', text: 'CALL db.awaitIndexes(600)' };

/** The one node that says what state the whole is in. */
export const createGraph: Statement = {
  name: 'createGraph',
  text: `MERGE (graph:Graph {id: 'graph'})
ON CREATE SET graph.dataVersion = 0, graph.asOf = $now, graph.unfinished = false,
  graph.collaborationCap = $collaborationCap`,
};
