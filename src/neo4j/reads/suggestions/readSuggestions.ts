import type { Author } from '../../../graph/model/entities.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Suggestion, SuggestionPage, SuggestionsRequest } from '../../../graph/suggestions.ts';
import { toUnits } from '../../../graph/units.ts';
import type { Database } from '../../connection/database.ts';
import type { Statement } from '../../cypher/statement.ts';
import { entityOf } from '../entityOf.ts';
import { cutPage, type PageColumns } from '../pageRows.ts';
import type { NodeValues } from '../../cypher/projections.ts';
import { remembered } from '../../cypher/statementCache.ts';
import { suggestionsStatement, type SuggestionsShape } from './suggestionsStatement.ts';

/** Counts and sums of a candidate, of which scores that are fractions are made here, as in the other store. */
interface CandidateRow {
  node: NodeValues<'AUTHOR'>;
  common: number;
  union: number;
  adamicAdar: number;
  resourceAllocation: number;
  topics: { product: number; squares: number; otherSquares: number };
}

const fields = ['activeSinceYear', 'institutionIds', 'excludeInstitutionIds', 'topicIds'] as const;

/** Who each of the authors might write with: one statement. */
export const readSuggestions = async (
  database: Database,
  cap: number,
  authorIds: readonly EntityId[],
  request: SuggestionsRequest,
): Promise<Map<EntityId, SuggestionPage>> => {
  if (authorIds.length === 0) return new Map();
  const rows = await database.read<{ id: EntityId } & PageColumns<CandidateRow>>(statementFor(request), {
    ids: [...new Set(authorIds)],
    limit: request.first + 1,
    after: request.after,
    filter: request.filter ?? {},
  });
  return new Map(
    rows.map((row) => [row.id, cutPage(row, request, (each: CandidateRow) => suggestionOf(each, cap))]),
  );
};

const statementFor = ({ scoring, filter, first, after, count }: SuggestionsRequest): Statement => {
  const shape: SuggestionsShape = {
    scoring,
    rows: first > 0 || after !== undefined,
    after: after !== undefined,
    count,
    filter: fields.filter((field) => filter?.[field] !== undefined),
  };
  return remembered(['suggestions', shape], () => suggestionsStatement(shape));
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
