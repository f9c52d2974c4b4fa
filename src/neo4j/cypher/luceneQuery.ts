import type { SearchClause, SearchTerm } from '../../graph/searchClauses.ts';

/**
 * Operators of the query syntax of Lucene. Folding already removes them from words. They are removed here again, to be
 * safe.
 */
const luceneOperators = /[+\-&|!(){}[\]^"~*?:\\/<>=]/g;

/** The query by which a full-text index finds the nodes that match every clause. */
export const luceneQuery = (clauses: readonly SearchClause[]): string =>
  clauses.map((clause) => `+(${clause.map(luceneTerm).join(' ')})`).join(' ');

const luceneTerm = (term: SearchTerm): string => {
  const text = term.text.replace(luceneOperators, '\\$&');
  if (term.match === 'BEGINNING') return `${text}*`;
  return term.match === 'WORD' ? text : `${text}~${term.errors}`;
};
