import neo4j from 'neo4j-driver';

/**
 * A value as the driver is to send it. JavaScript's numbers reach Cypher as floats, which LIMIT refuses and which
 * would be stored as floats; whole numbers are therefore sent as integers. What is undefined is left out.
 */
export const asParameter = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asParameter);
  const sent: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) if (each !== undefined) sent[name] = asParameter(each);
  return sent;
};

/** All parameters of a statement. */
export const asParameters = (values: object): Record<string, unknown> =>
  asParameter(values) as Record<string, unknown>;
