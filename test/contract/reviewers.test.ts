import fc from 'fast-check';
import type { SortValues } from '../../src/graph/model/orders.ts';
import {
  reviewerPosition,
  type ConflictRules,
  type Reviewer,
  type ReviewersPage,
  type ReviewersRequest,
} from '../../src/graph/reviewers.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { authorId, handGraph, topicId, type HandGraph } from '../support/byHand.ts';
import { drawnNames, drawnRecords, drawnTopics } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { reviewersByHand, type HandReviewer } from '../support/reviewersByHand.ts';
import { describeStores } from '../support/stores.ts';
import { acquaintance, passes } from '../support/suggestionsByHand.ts';
import { wholeList } from '../support/wholeList.ts';

type Question = Pick<ReviewersRequest, 'subject' | 'year' | 'excluding'>;

const pageOf = (
  store: GraphStore,
  question: Question,
  request: Partial<ReviewersRequest> = {},
): Promise<ReviewersPage> =>
  store.reviewers({ ...question, first: 100, count: true, excludedFirst: 100, ...request });

const asHand = ({ entries }: Pick<ReviewersPage, 'entries'>): HandReviewer[] =>
  entries.map(({ node, score, papers, topics, relatedPapers }) => ({
    ...{ id: node.id, score, papers, topics },
    relatedPapers: relatedPapers.map(({ paper, similarity }) => ({ id: paper.id, similarity })),
  }));

const years = fc.integer({ min: 0, max: 4 });
const rules: fc.Arbitrary<ConflictRules> = fc.record(
  {
    authorIds: fc.subarray(drawnNames.map(authorId), { maxLength: 2 }),
    coauthorsWithinYears: years,
    sameInstitutionWithinYears: years,
    advisorDistance: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['authorIds', 'coauthorsWithinYears', 'sameInstitutionWithinYears'] },
);

/** A question about each paper, some topics and some papers. */
const questionsAbout = (
  graph: HandGraph,
  topicIds: readonly string[],
  excluding: ConflictRules,
): Question[] => {
  const paperIds = graph.papers.map(({ id }) => id);
  const subjects = [
    ...paperIds.map((paperId) => ({ paperId })),
    { topicIds },
    { paperIds: paperIds.slice(0, 3) },
  ];
  return subjects.map((subject) => ({ subject, year: 2002, excluding }));
};

describeStores('reviewers in drawn graphs', ({ open, draws }) => {
  const topicIds = fc.subarray(drawnTopics.map(topicId), { minLength: 1 });

  it('agree with scoring and excluding by hand', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), topicIds, rules, async (records, topics, excluding) => {
        const store = await storeWith(open, records);
        const graph = handGraph(records);
        for (const question of questionsAbout(graph, topics, excluding)) {
          const { reviewers, excluded } = reviewersByHand(graph, question);
          const page = await pageOf(store, question);
          const listed = reviewers.map((each) => ({
            ...each,
            relatedPapers: each.relatedPapers.slice(0, 5),
          }));
          expect({ question, reviewers: asHand(page) }).toEqual({ question, reviewers: listed });
          expect(page.entries.map(({ relatedPaperCount }) => relatedPaperCount)).toEqual(
            reviewers.map(({ relatedPapers }) => relatedPapers.length),
          );
          const shown = page.excluded.map(({ author, reasons }) => ({ id: author.id, reasons }));
          expect({ question, excluded: shown }).toEqual({ question, excluded });
          expect(page).toMatchObject({
            ...{ total: reviewers.length, excludedCount: excluded.length, status: 'COMPLETE' },
          });
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('come page by page, filtered or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        topicIds,
        rules,
        fc.option(fc.record({ activeSinceYear: fc.integer({ min: 1999, max: 2002 }) }), { nil: undefined }),
        fc.integer({ min: 1, max: 3 }),
        async (records, topics, excluding, filter, first) => {
          const store = await storeWith(open, records);
          const graph = handGraph(records);
          const known = acquaintance(graph);
          const question = { subject: { topicIds: topics }, year: 2002, excluding };
          const byHand = reviewersByHand(graph, question).reviewers;
          const entries = await wholeList<Reviewer, SortValues>(
            first,
            (request) => pageOf(store, question, { ...request, ...(filter && { filter }) }),
            reviewerPosition,
          );
          const passing = byHand.filter(({ id }) => passes(known, id, filter ?? {}));
          expect(entries.map(({ node }) => node.id)).toEqual(passing.map(({ id }) => id));
        },
      ),
      { numRuns: Math.ceil(draws / 3) },
    );
  }, 300_000);
});
