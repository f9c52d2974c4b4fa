import fc from 'fast-check';
import {
  eventKinds,
  eventPosition,
  type AuthorEventPage,
  type AuthorEventsRequest,
} from '../../src/graph/authorEvents.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { authorId, handGraph } from '../support/byHand.ts';
import { drawnNames, drawnRecords } from '../support/drawnRecords.ts';
import { eventsByHand, januaryOf, type HandEvent } from '../support/eventsByHand.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

const asHand = ({ entries }: AuthorEventPage): HandEvent[] =>
  entries.map(({ node: event }) => ({
    kind: event.kind,
    day: 0 - Number(eventPosition(event)[0]),
    entity: event.entity.id,
    paper: event.paper?.id ?? null,
    distance: event.distance,
    previousDistance: event.previousDistance,
  }));

/** The names of authors whom few papers connect, so that there are long paths. */
const chainNames = Array.from({ length: 14 }, (_, index) => `Author ${String(index).padStart(2, '0')}`);

const chainRecords: fc.Arbitrary<PaperRecord[]> = fc
  .array(
    fc.record({
      names: fc.uniqueArray(fc.constantFrom(...chainNames), { minLength: 2, maxLength: 3 }),
      year: fc.option(fc.integer({ min: 2000, max: 2012 }), { nil: undefined, freq: 10 }),
    }),
    { minLength: 10, maxLength: 30 },
  )
  .map((papers) =>
    papers.map(({ names, year }, index) => ({
      ids: { doi: `10.1000/${index}` },
      title: `Paper ${index}`,
      ...(year !== undefined && { year }),
      authors: names.map((name) => ({ name })),
    })),
  );

describeStores('the events of authors in drawn graphs', ({ open, draws }) => {
  it('agree with the first papers by hand, whatever is asked for, and come page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        fc.subarray([...eventKinds], { minLength: 1 }),
        fc.option(fc.integer({ min: 1999, max: 2003 }).map(januaryOf), { nil: undefined }),
        fc.subarray(drawnNames.map(authorId)),
        async (records, kinds, since, distanceTo) => {
          const store = await storeWith(open, records);
          const graph = handGraph(records);
          const authors = [...graph.authors.keys()];
          const request: AuthorEventsRequest = {
            ...{ kinds, distanceTo, first: 100, count: true },
            ...(since !== undefined && { since }),
          };
          const pages = await store.authorEvents(authors, request);
          for (const author of authors) {
            const byHand = eventsByHand(
              graph,
              author,
              distanceTo.filter((id) => graph.authors.has(id) && id !== author),
            ).filter(({ kind, day }) => kinds.includes(kind) && day >= (since ?? -Infinity));
            const page = pages.get(author)!;
            expect({ author, events: asHand(page) }).toEqual({ author, events: byHand });
            expect(page.total).toBe(byHand.length);
          }
          const [author = ''] = authors;
          const all = pages.get(author);
          for (const [index, { node }] of all?.entries.entries() ?? []) {
            const after = { ...request, first: 2, after: eventPosition(node) };
            const next = (await store.authorEvents([author], after)).get(author)!;
            expect(asHand(next)).toEqual(asHand(all!).slice(index + 1, index + 3));
            const previous = (await store.authorEvents([author], { ...after, backward: true })).get(author)!;
            expect(asHand(previous)).toEqual(asHand(all!).slice(Math.max(0, index - 2), index));
          }
        },
      ),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);

  it('find every day on which a distance became shorter, and the paper, also where it was long', async () => {
    await fc.assert(
      fc.asyncProperty(chainRecords, async (records) => {
        const store = await storeWith(open, records);
        const graph = handGraph(records);
        const [author = '', ...others] = graph.authors.keys();
        const distanceTo = others.slice(0, 10);
        const request = { kinds: ['DISTANCE_SHORTENED'] as const, distanceTo, first: 100, count: false };
        const page = (await store.authorEvents([author], request)).get(author)!;
        const byHand = eventsByHand(graph, author, distanceTo).filter(
          ({ kind }) => kind === 'DISTANCE_SHORTENED',
        );
        expect(asHand(page)).toEqual(byHand);
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
