import neo4j from 'neo4j-driver';
import type { Statement } from './statement.ts';

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

/**
 * The form in which a statement is sent: its parameters are the fields of one map. Neo4j plans a statement again for each
 * order of magnitude of the length of a list, which takes up to 100 ms; it does not look at the lists inside of a map.
 */
export const asSent = (
  { text }: Statement,
  parameters: object,
): { text: string; parameters: Record<string, unknown> } => ({
  text: text.replaceAll(/\$(?=[a-zA-Z])/g, '$sent.'),
  parameters: { sent: asParameter(parameters) },
});
