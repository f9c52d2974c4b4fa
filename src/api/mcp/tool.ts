import type { z } from 'zod';

/** A tool of the MCP server: a GraphQL operation, and its answer as a text. */
export interface Tool {
  title: string;
  /** What the tool is good for, for the assistant that chooses among the tools. */
  description: string;
  /** The arguments, which are the variables of the operation. */
  input: Record<string, z.ZodType>;
  document: string;
  /** The answer in few words, with the ids of all entities. */
  text: (data: never) => string;
}

/** An entity as the tools select it. */
export interface NamedEntity {
  id: string;
  label: string;
  kind: string;
  paperCount: number;
  year?: number | null;
}

/** The fields of a NamedEntity in a document, valid for every type of entity. */
export const namedFields = 'id label kind paperCount ... on Entity { ... on Paper { year } }';

/** One line for an entity, with its id. */
export const entityLine = ({ id, label, kind, paperCount, year }: NamedEntity): string => {
  const fact = kind === 'PAPER' ? (year ?? 'year unknown') : `${paperCount} papers`;
  return `${label} (${kind.toLowerCase()}, ${fact}) [${id}]`;
};

/** A heading with one line for each item, or "none" after the heading. */
export const listText = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? `${heading}: none.` : [`${heading}:`, ...lines.map((line) => `- ${line}`)].join('\n');

export const NOT_STORED = 'No entity with this id is stored. Use the tool search to find ids.';
