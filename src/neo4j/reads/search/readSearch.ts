import { memoize } from '../../../graph/memoize.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import { searchTerms } from '../../../graph/searchWords.ts';
import type { SearchPage, SearchRequest } from '../../../graph/store.ts';
import type { Database } from '../../connection/database.ts';
import { searchIndex } from '../../connection/schemaStatements.ts';
import { labels, type NodeValues } from '../../cypher/nodeProjection.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { entityOf } from '../entityOf.ts';
import { cutPage, type PageRow } from '../pageRows.ts';
import { searchStatement } from './searchStatement.ts';

const statementOf = memoize(searchStatement, STATEMENT_CACHE);

/** Operators of Lucene's query syntax. Folding removes them from words; this makes sure that none gets through. */
const luceneOperators = /[+\-&|!(){}[\]^"~*?:\\/<>=]/g;

/** Requires each word to be the beginning of a word of the hit. */
const luceneQuery = (words: readonly string[]): string =>
  searchTerms(words)
    .map((word) => `+${word.replace(luceneOperators, '\\$&')}*`)
    .join(' ');

type HitRow = [kind: EntityKind, node: NodeValues, score: number];

/** A page of the entities that a text finds. Takes one statement. */
export const readSearch = async (
  database: Database,
  cap: number,
  request: SearchRequest,
): Promise<SearchPage> => {
  const { words, first, after, backward = false, count } = request;
  const kinds = request.kinds.length > 0 ? request.kinds : entityKinds;
  const hasPosition = after !== undefined;
  const statement = statementOf({ rows: first > 0 || hasPosition, after: hasPosition, backward, count });
  const [row] = await database.read<PageRow<HitRow>>(statement, {
    indexes: kinds.map((kind) => searchIndex(labels[kind])),
    query: luceneQuery(words),
    text: words.join(' '),
    limit: first + 1,
    after: after && [0 - after.score, 0 - after.rank, after.id],
  });
  return cutPage(row ?? {}, request, ([kind, node, score]: HitRow) => ({
    node: entityOf(kind, node, cap),
    score,
  }));
};
