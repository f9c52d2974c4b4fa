import type { DuplicatesPage, DuplicatesRequest } from '../../graph/identity/duplicates.ts';
import { evidenceOf } from '../../graph/identity/pairEvidence.ts';
import type { Author } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of pairs of authors that may be one person, with their records and the evidence. */
export const readDuplicates = async (
  context: ReadContext,
  authorId: EntityId | undefined,
  request: DuplicatesRequest,
  different: readonly (readonly [EntityId, EntityId])[],
): Promise<DuplicatesPage> => {
  const { duplicates, columns } = context.queries;
  const author = authorId === undefined ? undefined : context.nodeOf(authorId);
  if (author === undefined && authorId !== undefined) {
    return { entries: [], hasNext: false, hasPrevious: false, total: 0 };
  }
  const after = request.after && columns.after(['-papers', 'id', 'id'], request.after, undefined);
  const page = await duplicates.page(context.records, request, {
    author,
    after,
    signal: context.signal,
    different: different.flatMap((pair) => {
      const [one, other] = pair.map(context.nodeOf);
      return one === undefined || other === undefined ? [] : [[one, other] as const];
    }),
  });
  const authors = await entitiesByNode(
    context,
    page.entries.flatMap(({ left, right }) => [left, right]),
  );
  const authorOf = (node: number): Author => authors.get(node) as Author;
  return {
    ...page,
    entries: page.entries.map(({ left, right, score, facts }) => ({
      node: {
        authors: [authorOf(left), authorOf(right)],
        score,
        status: request.status ?? 'OPEN',
        evidence: evidenceOf(facts),
      },
    })),
  };
};
