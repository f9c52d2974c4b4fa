import neo4j from 'neo4j-driver';
import type { Neo4jForTests } from './available.ts';

/**
 * Everything that a database holds, as sorted lines of JSON. Left out is what depends on the time and the number of
 * imports, and missing papers that nothing refers to any more.
 */
export const storedGraph = async ({
  uri,
  username,
  password,
  database,
}: Neo4jForTests): Promise<string[]> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  const rowsOf = async (text: string): Promise<Record<string, unknown>[]> => {
    const { records } = await driver.executeQuery(text, {}, { database });
    return records.map((record) => record.toObject());
  };
  try {
    const nodes = await rowsOf(`MATCH (node) WHERE NOT node:Change
      AND NOT (node:Missing AND node.references IS NULL AND NOT EXISTS { (node)--() })
      RETURN labels(node) AS labels, properties(node) AS properties`);
    const relationships = await rowsOf(`MATCH (source)-[relationship]->(target)
      RETURN type(relationship) AS type, coalesce(source.id, source.key) AS source,
        coalesce(target.id, target.key) AS target, properties(relationship) AS properties`);
    return [...nodes, ...relationships].map(lineOf).sort();
  } finally {
    await driver.close();
  }
};

const ofTime = ['asOf', 'dataVersion', 'importAsked'];

const lineOf = ({ properties, ...rest }: Record<string, unknown>): string => {
  const own = Object.entries(properties as object).filter(([name]) => !ofTime.includes(name));
  return JSON.stringify([...Object.values(rest), ...own.sort(([a], [b]) => (a < b ? -1 : 1))]);
};
