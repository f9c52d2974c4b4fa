import { memoize } from '../../../graph/memoize.ts';
import type { Author } from '../../../graph/model/entities.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Suggestion, SuggestionPage, SuggestionsRequest } from '../../../graph/suggestions.ts';
import { toUnits } from '../../../graph/units.ts';
import type { Database } from '../../connection/database.ts';
import { STATEMENT_CACHE, type Statement } from '../../cypher/statement.ts';
import { entityOf } from '../entityOf.ts';
import { cutPage, type PageRow } from '../pageRows.ts';
import type { NodeValues } from '../../cypher/nodeProjection.ts';
import { suggestionsStatement, type SuggestionsShape } from './suggestionsStatement.ts';

/**
 * The counts and sums of a candidate. Scores that are fractions are computed from them in JavaScript, so that all
 * stores round in the same way.
 */
interface CandidateRow {
  node: NodeValues;
  common: number;
  union: number;
  adamicAdar: number;
  resourceAllocation: number;
  topics: { product: number; squares: number; otherSquares: number };
}

const filterFields = [
  'activeSinceYear',
  'institutionIds',
  'excludeInstitutionIds',
  'topicIds',
  'identification',
] as const;

const cachedStatement = memoize(suggestionsStatement, STATEMENT_CACHE);

/** A page of suggested coauthors for each of the authors. Takes one statement. */
export const readSuggestions = async (
  database: Database,
  cap: number,
  authorIds: readonly EntityId[],
  request: SuggestionsRequest,
): Promise<Map<EntityId, SuggestionPage>> => {
  if (authorIds.length === 0) return new Map();
  const rows = await database.read<{ id: EntityId } & PageRow<CandidateRow>>(statementOf(request), {
    ids: [...new Set(authorIds)],
    limit: request.first + 1,
    after: request.after,
    filter: request.filter ?? {},
  });
  return new Map(
    rows.map((row) => [
      row.id,
      cutPage(row, request, (candidate: CandidateRow) => suggestionOf(candidate, cap)),
    ]),
  );
};

const statementOf = ({
  scoring,
  filter,
  first,
  after,
  backward = false,
  count,
}: SuggestionsRequest): Statement => {
  const shape: SuggestionsShape = {
    scoring,
    rows: first > 0 || after !== undefined,
    after: after !== undefined,
    backward,
    count,
    filter: filterFields.filter((field) => filter?.[field] !== undefined),
  };
  return cachedStatement(shape);
};

const suggestionOf = (row: CandidateRow, cap: number): Suggestion => {
  const { product, squares, otherSquares } = row.topics;
  return {
    node: entityOf('AUTHOR', row.node, cap) as Author,
    scores: {
      adamicAdar: row.adamicAdar,
      commonCollaboratorCount: row.common,
      jaccard: toUnits(row.common / row.union),
      resourceAllocation: row.resourceAllocation,
      topicSimilarity: product === 0 ? 0 : toUnits(product / Math.sqrt(squares * otherSquares)),
    },
  };
};
