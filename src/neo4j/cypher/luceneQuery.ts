import type { SearchClause, SearchTerm } from '../../graph/searchClauses.ts';

/** Operators of Lucene's query syntax. Folding removes them from words; this makes sure that none gets through. */
const luceneOperators = /[+\-&|!(){}[\]^"~*?:\\/<>=]/g;

/** What a full-text index finds: the nodes that have a word for every clause. */
export const luceneQuery = (clauses: readonly SearchClause[]): string =>
  clauses.map((clause) => `+(${clause.map(luceneTerm).join(' ')})`).join(' ');

const luceneTerm = (term: SearchTerm): string => {
  const text = term.text.replace(luceneOperators, '\\$&');
  if (term.match === 'BEGINNING') return `${text}*`;
  return term.match === 'WORD' ? text : `${text}~${term.errors}`;
};
