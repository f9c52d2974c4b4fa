/** A parameter's value as a Cypher literal. Fields that are undefined are not sent, so they are left out. */
export const cypherLiteral = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${keyLiteral(name)}: ${cypherLiteral(field)}`).join(', ')}}`;
};

/** Ids as keys of a map contain colons, which Cypher reads only between backticks. */
const keyLiteral = (name: string): string => (/^\w+$/.test(name) ? name : `\`${name}\``);

const quoted = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;
