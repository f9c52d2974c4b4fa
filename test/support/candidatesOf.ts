import {
  duplicatePosition,
  type DuplicateCandidate,
  type DuplicatesRequest,
} from '../../src/graph/identity/duplicates.ts';
import type { GraphStore } from '../../src/graph/store.ts';

/** All pairs of authors or papers that may be one, page by page, without the records of the entities. */
export const candidatesOf = async (
  store: GraphStore,
  request: Partial<DuplicatesRequest> = {},
): Promise<(Omit<DuplicateCandidate, 'entities'> & { ids: string[] })[]> => {
  const all: DuplicateCandidate[] = [];
  for (let hasNext = true; hasNext;) {
    const last = all.at(-1);
    const after = last && { after: duplicatePosition(last) };
    const page = await store.duplicates(undefined, {
      minScore: 0,
      first: 100,
      count: false,
      ...request,
      ...after,
    });
    all.push(...page.entries.map(({ node }) => node));
    hasNext = page.hasNext;
  }
  return all.map(({ entities, ...rest }) => ({ ids: entities.map(({ id }) => id), ...rest }));
};
