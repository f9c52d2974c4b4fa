import type { EntityId } from '../../src/graph/model/ids.ts';
import { relations } from '../../src/graph/model/relations.ts';
import { usualParts } from '../../src/graph/relatedPapers.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { Call } from './discovery.ts';
import type { Starts } from './starts.ts';
import { shuffled } from './timing.ts';

/** Lists whose candidates are all scored, each for two kinds of papers. */
export const rankingCalls = async (store: GraphStore, starts: Starts): Promise<Call<EntityId>[]> => {
  const papers = await chosenPapers(store, starts);
  const excluding = { authorIds: [], coauthorsWithinYears: 4, sameInstitutionWithinYears: 4 };
  const page = { first: 10, count: false, excludedFirst: 0 };
  const reviewers = Object.entries(papers).map(([which, ids]): Call<EntityId> => ({
    title: `10 reviewers, ${which}`,
    starts: ids,
    ask: (asked, paperId) => asked.reviewers({ subject: { paperId }, year: 2026, excluding, ...page }),
    medianAtMost: 10,
    p99AtMost: 60,
  }));
  const related = Object.entries(papers).map(([which, ids]): Call<EntityId> => ({
    title: `10 related papers, ${which}`,
    starts: ids,
    ask: (asked, paper) => asked.relatedPapers([paper], { by: usualParts, first: 10, count: false }),
    medianAtMost: 2,
    p99AtMost: 20,
  }));
  return [...related, ...reviewers];
};

/** Papers of authors may have neither topics nor citations; papers about the largest topics have both. */
const chosenPapers = async (
  store: GraphStore,
  { authors, topics }: Starts,
): Promise<Record<string, EntityId[]>> => ({
  'newest paper of each author': await newestPapers(store, 'authorPapers', authors, 1),
  '20 newest papers of each large topic': await newestPapers(store, 'topicPapers', topics, 20),
});

const newestPapers = async (
  store: GraphStore,
  relation: 'authorPapers' | 'topicPapers',
  ids: readonly EntityId[],
  first: number,
): Promise<EntityId[]> => {
  const page = { first, order: relations[relation].orders.NEWEST, count: false };
  const pages = await store.neighbors(ids, [{ relation, page }]);
  const papers = [...pages.values()].flatMap(([each]) => each?.entries.map(({ node }) => node.id) ?? []);
  return shuffled([...new Set(papers)]);
};
