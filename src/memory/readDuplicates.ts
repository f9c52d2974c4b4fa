import { evidenceOf, type DuplicatesPage, type DuplicatesRequest } from '../graph/identity/duplicates.ts';
import type { Author } from '../graph/model/entities.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** A page of pairs of authors that may be one person, with their records and the evidence. */
export const readDuplicates = async (
  state: GraphState,
  author: number | undefined,
  request: DuplicatesRequest,
): Promise<DuplicatesPage> => {
  const { duplicates, columns } = state.queries;
  const after = request.after && columns.after(['-papers', 'id', 'id'], request.after, undefined);
  const page = await duplicates.page(state.records, request, author, after);
  const authors = await entitiesByNode(
    state,
    page.entries.flatMap(({ left, right }) => [left, right]),
  );
  const authorOf = (node: number): Author => authors.get(node) as Author;
  return {
    ...page,
    entries: page.entries.map(({ left, right, score, facts }) => ({
      node: { authors: [authorOf(left), authorOf(right)], score, evidence: evidenceOf(facts) },
    })),
  };
};
