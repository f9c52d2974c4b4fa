import neo4j from 'neo4j-driver';

/**
 * Converts a value to the form that the driver has to send. The driver sends JavaScript numbers as floats, which LIMIT
 * rejects, so whole numbers are converted to Neo4j integers. Fields that are undefined are left out.
 */
const asParameter = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asParameter);
  const sent: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) if (field !== undefined) sent[name] = asParameter(field);
  return sent;
};

/** Converts all parameters of a statement. */
export const asParameters = (values: object): Record<string, unknown> =>
  asParameter(values) as Record<string, unknown>;
