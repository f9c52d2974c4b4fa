import fc from 'fast-check';
import type { SortValues } from '../../src/graph/model/orders.ts';
import {
  suggestionPosition,
  suggestionScorings,
  type Suggestion,
  type SuggestionFilter,
} from '../../src/graph/suggestions.ts';
import { asHand, pageOf, type Asked } from '../support/askedSuggestions.ts';
import { authorId, bytes, handGraph } from '../support/byHand.ts';
import {
  denseGraphs,
  drawnCollaborations,
  drawnInstitutionIds,
  drawnTopicIds,
  sparseGraphs,
} from '../support/drawnCollaborations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';
import { acquaintance, suggestionsByHand, type HandSuggestion } from '../support/suggestionsByHand.ts';

/** A list read page by page. */
const everyPage = async (
  store: GraphStore,
  author: string,
  asked: Asked & { first: number },
): Promise<HandSuggestion[]> => {
  const entries = await wholeList<Suggestion, SortValues>(
    asked.first,
    (request) => pageOf(store, author, { ...asked, ...request }),
    (suggestion) => suggestionPosition(asked.scoring, suggestion),
  );
  return asHand({ entries });
};

const drawnFilter: fc.Arbitrary<SuggestionFilter> = fc.record(
  {
    activeSinceYear: fc.integer({ min: 1999, max: 2004 }),
    institutionIds: drawnInstitutionIds,
    excludeInstitutionIds: drawnInstitutionIds.map((ids) => ids.slice(0, 1)),
    topicIds: drawnTopicIds,
  },
  { requiredKeys: [] },
);

describeStores('suggested collaborators in drawn graphs', ({ open, draws }) => {
  it.each([
    ['dense', denseGraphs],
    ['sparse', { ...sparseGraphs, largestTeam: 3 }],
  ])(
    'of every author agree with sets, in every scoring (%s)',
    async (_, sizes) => {
      await fc.assert(
        fc.asyncProperty(drawnCollaborations(sizes), async (records) => {
          const store = await storeWith(open, records);
          const known = acquaintance(handGraph(records));
          const authors = [...known.collaborators.keys()];
          for (const scoring of suggestionScorings) {
            const pages = await store.suggestions(authors, { scoring, first: 100, count: true });
            for (const author of authors) {
              const byHand = suggestionsByHand(known, author, scoring);
              const { total, hasNext, hasPrevious, entries } = pages.get(author) ?? { entries: [] };
              expect(entries.map(({ node, scores }) => ({ id: node.id, scores }))).toEqual(byHand);
              expect({ total, hasNext, hasPrevious }).toEqual({
                total: byHand.length,
                hasNext: false,
                hasPrevious: false,
              });
            }
          }
        }),
        { numRuns: Math.ceil(draws / 3) },
      );
    },
    300_000,
  );

  it('agree with filtering by hand: who is suggested is restricted, the scores stay', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnCollaborations(denseGraphs),
        fc.array(fc.tuple(fc.constantFrom(...suggestionScorings), drawnFilter), {
          minLength: 6,
          maxLength: 6,
        }),
        async (records, asked) => {
          const store = await storeWith(open, records);
          const known = acquaintance(handGraph(records));
          const authors = [...known.collaborators.keys()];
          for (const [scoring, filter] of asked) {
            const pages = await store.suggestions(authors, { scoring, filter, first: 100, count: true });
            for (const author of authors) {
              const byHand = suggestionsByHand(known, author, scoring, filter);
              const page = pages.get(author);
              expect({ filter, suggested: page && asHand(page) }).toEqual({ filter, suggested: byHand });
              expect(page?.total).toBe(byHand.length);
            }
          }
        },
      ),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);

  it('come page by page in pages of every size, filtered or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnCollaborations({ ...denseGraphs, people: { min: 12, max: 14 } }),
        fc.constantFrom(...suggestionScorings),
        fc.option(drawnFilter, { nil: undefined }),
        async (records, scoring, filter) => {
          const store = await storeWith(open, records);
          const known = acquaintance(handGraph(records));
          const asked = { scoring, ...(filter && { filter }) };
          const lists = [...known.collaborators.keys()].map((author) => ({
            author,
            byHand: suggestionsByHand(known, author, scoring, filter),
          }));
          const [longest] = lists.sort((a, b) => b.byHand.length - a.byHand.length);
          for (let first = 1; longest && first <= longest.byHand.length + 1; first += 1)
            expect(await everyPage(store, longest.author, { ...asked, first })).toEqual(longest.byHand);
        },
      ),
      { numRuns: Math.ceil(draws / 3) },
    );
  }, 300_000);

  it('continue after any position, also one that is in no list of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnCollaborations(denseGraphs),
        fc.constantFrom(...suggestionScorings),
        async (records, scoring) => {
          const store = await storeWith(open, records);
          const known = acquaintance(handGraph(records));
          const authors = [...known.collaborators.keys()];
          const pages = await store.suggestions(authors, { scoring, first: 100, count: false });
          const entries = [...pages.values()].flatMap((page) => page.entries);
          const positions = entries.map((entry) => suggestionPosition(scoring, entry));
          for (const after of [...positions.slice(0, 6), [0, 0, authorId('nobody')]]) {
            const request = { scoring, first: 3, after, count: true };
            const continued = await store.suggestions(authors, request);
            const back = await store.suggestions(authors, { ...request, backward: true });
            for (const author of authors) {
              const all = pages.get(author)?.entries ?? [];
              const following = all.filter((each) => isAfter(suggestionPosition(scoring, each), after));
              expect(continued.get(author)).toEqual({
                entries: following.slice(0, 3),
                hasNext: following.length > 3,
                hasPrevious: following.length < all.length,
                total: all.length,
              });
              const preceding = all.filter((each) => isAfter(after, suggestionPosition(scoring, each)));
              expect(back.get(author)).toEqual({
                entries: preceding.slice(-3),
                hasNext: preceding.length < all.length,
                hasPrevious: preceding.length > 3,
                total: all.length,
              });
            }
          }
        },
      ),
      { numRuns: Math.ceil(draws / 4) },
    );
  }, 300_000);
});

const isAfter = ([score = 0, common = 0, id = '']: SortValues, [s = 0, c = 0, i = '']: SortValues): boolean =>
  (Number(score) - Number(s) || Number(common) - Number(c) || bytes(String(id), String(i))) > 0;
