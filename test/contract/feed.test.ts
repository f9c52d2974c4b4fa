import fc from 'fast-check';
import { feedPosition, type FeedOrder, type FeedPage, type FeedRequest } from '../../src/graph/feed.ts';
import { idsByKind, handGraph, paperId, type HandGraph } from '../support/byHand.ts';
import { isOfEntity } from '../support/breakdownByHand.ts';
import { bytes } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

interface HandEntry {
  id: string;
  citationsInPeriod: number;
  matchedIds: readonly string[];
}

type Question = Pick<FeedRequest, 'days' | 'entityIds' | 'paperIds' | 'orderBy'>;

const MILLISECONDS_A_DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(date) / MILLISECONDS_A_DAY;

/** A feed in the slow and obvious way, from the definition. */
const feedByHand = (graph: HandGraph, { days, entityIds, paperIds, orderBy }: Question): HandEntry[] => {
  const { from = -Infinity, to } = days;
  const dayNumber = (day: number | null): number => (day === null ? NaN : day / MILLISECONDS_A_DAY);
  const isInPeriod = (day: number | null): boolean => dayNumber(day) >= from && dayNumber(day) <= to;
  return graph.papers
    .filter(({ id }) => !paperIds || paperIds.includes(id))
    .map((paper) => ({
      id: paper.id,
      day: paper.day,
      citationsInPeriod: graph.papers.filter(
        ({ references, day }) => references.includes(paper.id) && isInPeriod(day),
      ).length,
      matchedIds: (entityIds ?? []).filter((id) => isOfEntity(graph, paper, id)),
    }))
    .filter(({ matchedIds }) => !entityIds || matchedIds.length > 0)
    .filter(({ day, citationsInPeriod }) => (orderBy === 'NEWEST' ? isInPeriod(day) : citationsInPeriod > 0))
    .sort(
      (a, b) =>
        (orderBy === 'NEWEST' ? b.day! - a.day! : b.citationsInPeriod - a.citationsInPeriod) ||
        bytes(a.id, b.id),
    )
    .map(({ id, citationsInPeriod, matchedIds }) => ({ id, citationsInPeriod, matchedIds }));
};

const asHand = ({ entries }: FeedPage): HandEntry[] =>
  entries.map(({ node, ...rest }) => ({ id: node.id, ...rest }));

const drawnDay = fc
  .tuple(fc.integer({ min: 1999, max: 2003 }), fc.integer({ min: 1, max: 3 }))
  .map(([year, day]) => dayOf(`${year}-01-0${day}`));

const drawnQuestion = (graph: HandGraph): fc.Arbitrary<Question> =>
  fc.record(
    {
      days: fc
        .tuple(fc.option(drawnDay), drawnDay)
        .map(([from, to]) => ({ to, ...(from !== null && { from }) })),
      orderBy: fc.constantFrom<FeedOrder>('NEWEST', 'RISING'),
      entityIds: fc.uniqueArray(
        fc.constantFrom(...Object.values(idsByKind(graph)).flat(), 'author:drawn-name:nobody'),
        { minLength: 1, maxLength: 3 },
      ),
      paperIds: fc.subarray([...graph.papers.map(({ id }) => id), paperId('10.1000/none')]),
    },
    { requiredKeys: ['days', 'orderBy'] },
  );

/** Questions depend on the graph, of which one serves for several: opening a store takes longer than a question. */
const drawnSeeds = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

describeStores('feeds of drawn graphs', ({ name, open, draws }) => {
  /** Pages are asked for after every entry, or, where an answer takes longer, after every fourth. */
  const stride = name === 'embedded' ? 1 : 4;

  it('agree with filtering and counting by hand, and come page by page from both ends', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), drawnSeeds, async (records, seeds) => {
        const graph = handGraph(records);
        if (graph.papers.length === 0) return;
        const store = await storeWith(open, records);
        const stored = Object.values(idsByKind(graph)).flat();
        for (const seed of seeds) {
          const [question] = fc.sample(drawnQuestion(graph), { seed, numRuns: 1 }) as [Question];
          const byHand = feedByHand(graph, question);
          const page = await store.feed({ ...question, first: 100 });
          expect({ question, entries: asHand(page) }).toEqual({ question, entries: byHand });
          expect(page).toMatchObject({
            ...{ total: byHand.length, hasNext: false, hasPrevious: false },
            missingIds: (question.entityIds ?? []).filter((id) => !stored.includes(id)),
          });
          for (const [index, entry] of page.entries.entries()) {
            if (index % stride > 0) continue;
            const after = feedPosition(question.orderBy, entry);
            const next = await store.feed({ ...question, first: 2, after });
            expect(asHand(next)).toEqual(byHand.slice(index + 1, index + 3));
            const previous = await store.feed({ ...question, first: 2, after, backward: true });
            expect(asHand(previous)).toEqual(byHand.slice(Math.max(0, index - 2), index));
          }
        }
      }),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);
});
