import fc from 'fast-check';
import {
  eventKinds,
  eventPosition,
  type AuthorEventPage,
  type AuthorEventsRequest,
  type EventKind,
} from '../../src/graph/authorEvents.ts';
import { bytes, handGraph, type HandGraph } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

interface HandEvent {
  kind: EventKind;
  day: number;
  entity: string;
  paper: string | null;
}

const MILLISECONDS_A_DAY = 86_400_000;
const januaryOf = (year: number): number => Date.UTC(year, 0, 1) / MILLISECONDS_A_DAY;

/** For every entity that the author's papers lead to, the first of these papers. */
const eventsByHand = (graph: HandGraph, author: string): HandEvent[] => {
  const own = graph.papers
    .filter(({ authors, day }) => day !== null && authors.some(({ id }) => id === author))
    .sort((a, b) => a.day! - b.day! || bytes(a.id, b.id));
  const firstWith = (kind: EventKind, entitiesOf: (paper: (typeof own)[number]) => string[]): HandEvent[] =>
    [...new Set(own.flatMap(entitiesOf))].map((entity) => {
      const paper = own.find((each) => entitiesOf(each).includes(entity))!;
      return { kind, day: paper.day! / MILLISECONDS_A_DAY, entity, paper: paper.id };
    });
  const affiliations = own.flatMap(({ authors, year }) =>
    authors
      .filter(({ id }) => id === author)
      .flatMap(({ institutions }) => institutions.map((id) => ({ id, year: year! }))),
  );
  return [
    ...firstWith('FIRST_PAPER', ({ id }) => (id === own[0]?.id ? [id] : [])),
    ...firstWith('NEW_COLLABORATOR', ({ n, authors }) =>
      n < 2 || n > 100 ? [] : authors.map(({ id }) => id).filter((id) => id !== author),
    ),
    ...firstWith('NEW_TOPIC', ({ topics }) => [...topics.keys()]),
    ...[...new Set(affiliations.map(({ id }) => id))].map((id) => {
      const year = Math.min(...affiliations.filter((each) => each.id === id).map((each) => each.year));
      return { kind: 'NEW_INSTITUTION' as const, day: januaryOf(year), entity: id, paper: null };
    }),
  ].sort(
    (a, b) =>
      b.day - a.day || eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind) || bytes(a.entity, b.entity),
  );
};

const asHand = ({ entries }: AuthorEventPage): HandEvent[] =>
  entries.map(({ node: event }) => ({
    kind: event.kind,
    day: 0 - Number(eventPosition(event)[0]),
    entity: event.entity.id,
    paper: event.paper?.id ?? null,
  }));

describeStores('the events of authors in drawn graphs', ({ open, draws }) => {
  it('agree with the first papers by hand, whatever is asked for, and come page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        fc.subarray([...eventKinds], { minLength: 1 }),
        fc.option(fc.integer({ min: 1999, max: 2003 }).map(januaryOf), { nil: undefined }),
        async (records, kinds, since) => {
          const store = await storeWith(open, records);
          const graph = handGraph(records);
          const authors = [...graph.authors.keys()];
          const request: AuthorEventsRequest = {
            ...{ kinds, first: 100, count: true },
            ...(since !== undefined && { since }),
          };
          const pages = await store.authorEvents(authors, request);
          for (const author of authors) {
            const byHand = eventsByHand(graph, author).filter(
              ({ kind, day }) => kinds.includes(kind) && day >= (since ?? -Infinity),
            );
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
});
