import type { z } from 'zod';

/** A tool of the MCP server. It executes a GraphQL operation and converts the answer to a text. */
export interface Tool {
  title: string;
  /** Says what the tool is useful for. The AI assistant reads it to choose a tool. */
  description: string;
  /** The arguments of the tool, which become the variables of the operation. */
  input: Record<string, z.ZodType>;
  document: string;
  /** Converts the answer to a short text with the ids of all entities. */
  text: (data: never) => string;
}

/** The fields of an entity that most tools select. */
export interface NamedEntity {
  id: string;
  label: string;
  kind: string;
  paperCount: number;
  year?: number | null;
}

/** The selection of the fields of a NamedEntity in a GraphQL document. It is valid for every type of entity. */
export const namedFields = 'id label kind paperCount ... on Entity { ... on Paper { year } }';

/** Describes an entity in one line, with its id. */
export const entityLine = ({ id, label, kind, paperCount, year }: NamedEntity): string => {
  const fact = kind === 'PAPER' ? (year ?? 'year unknown') : `${paperCount} papers`;
  return `${label} (${kind.toLowerCase()}, ${fact}) [${id}]`;
};

/** A heading followed by one line for each item. If there are no items, "none" stands after the heading. */
export const listText = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? `${heading}: none.` : [`${heading}:`, ...lines.map((line) => `- ${line}`)].join('\n');

export const NOT_STORED = 'No entity with this id is stored. Use the tool search to find ids.';
