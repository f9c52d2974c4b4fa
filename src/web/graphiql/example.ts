/** A query that GraphiQL or the explorer shows, with its variables as JSON. */
export interface Example {
  query: string;
  variables?: string;
}

/** Writes a text as a string literal of GraphQL. */
export const quoted = (value: string): string => JSON.stringify(value);

export const variablesText = (variables: object): string => JSON.stringify(variables, null, 2);
