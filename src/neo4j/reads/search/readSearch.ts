import { memoize } from '../../../graph/memoize.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entityKinds.ts';
import { isEverLoose, looseClauses, strictClauses } from '../../../graph/searchClauses.ts';
import type { SearchPage, SearchRequest } from '../../../graph/searchRequest.ts';
import type { Database } from '../../connection/database.ts';
import { searchIndex } from '../../connection/schemaStatements.ts';
import { luceneQuery } from '../../cypher/luceneQuery.ts';
import { labels, type NodeValues } from '../../cypher/nodeProjection.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { entityOf } from '../entityOf.ts';
import { cutPage, type PageRow } from '../pageRows.ts';
import { searchStatement } from './searchStatement.ts';

const statementOf = memoize(searchStatement, STATEMENT_CACHE);

type HitRow = [kind: EntityKind, node: NodeValues, score: number];

/**
 * A page of the hits of a search. Takes one statement. If few entities have all searched words, takes a second
 * statement that also finds similar words.
 */
export const readSearch = async (
  database: Database,
  cap: number,
  request: SearchRequest,
): Promise<SearchPage> => {
  const strict = await readRow(database, request, false);
  const row = strict.isFew && isEverLoose(request) ? await readRow(database, request, true) : strict;
  return cutPage(row, request, ([kind, node, score]: HitRow) => ({ node: entityOf(kind, node, cap), score }));
};

type SearchRow = PageRow<HitRow> & { isFew?: boolean };

const readRow = async (database: Database, request: SearchRequest, isLoose: boolean): Promise<SearchRow> => {
  const { words, first, after, backward = false, count } = request;
  const kinds = request.kinds.length > 0 ? request.kinds : entityKinds;
  const hasPosition = after !== undefined;
  const shape = { rows: first > 0 || hasPosition, after: hasPosition, backward, count, isLoose };
  const strict = luceneQuery(strictClauses(request));
  const [row] = await database.read<SearchRow>(statementOf(shape), {
    searches: kinds.map((kind) => ({
      index: searchIndex(labels[kind]),
      strict,
      ...(isLoose && { loose: luceneQuery(looseClauses(request, kind === 'AUTHOR')) }),
    })),
    text: words.join(' '),
    limit: first + 1,
    after: after && [0 - after.score, 0 - after.rank, after.id],
  });
  return row ?? {};
};
