import { eventKinds, type EventKind } from '../../src/graph/authorEvents.ts';
import { bytes, type HandGraph, type HandPaper } from './byHand.ts';

/* What happened in an author's work, in the slow and obvious way. */

export interface HandEvent {
  kind: EventKind;
  day: number;
  entity: string;
  paper: string | null;
  distance: number | null;
  previousDistance: number | null;
}

const noDistance = { distance: null, previousDistance: null };

const MILLISECONDS_A_DAY = 86_400_000;
export const januaryOf = (year: number): number => Date.UTC(year, 0, 1) / MILLISECONDS_A_DAY;

/**
 * For every entity that the author's papers lead to, the first of these papers; and the days on which the distance to the
 * others became shorter.
 */
export const eventsByHand = (graph: HandGraph, author: string, others: readonly string[]): HandEvent[] => {
  const own = graph.papers
    .filter(({ authors, day }) => day !== null && authors.some(({ id }) => id === author))
    .sort((a, b) => a.day! - b.day! || bytes(a.id, b.id));
  const firstWith = (kind: EventKind, entitiesOf: (paper: (typeof own)[number]) => string[]): HandEvent[] =>
    [...new Set(own.flatMap(entitiesOf))].map((entity) => {
      const paper = own.find((each) => entitiesOf(each).includes(entity))!;
      return { kind, day: paper.day! / MILLISECONDS_A_DAY, entity, paper: paper.id, ...noDistance };
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
      return {
        kind: 'NEW_INSTITUTION' as const,
        day: januaryOf(year),
        entity: id,
        paper: null,
        ...noDistance,
      };
    }),
    ...others.flatMap((other) => distancesByHand(graph, author, other)),
  ].sort(
    (a, b) =>
      b.day - a.day || eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind) || bytes(a.entity, b.entity),
  );
};

/** The steps from an author to the others, in the graph of the papers up to a day; breadth first. */
const stepsFrom = (papers: readonly HandPaper[], start: string): Map<string, number> => {
  const steps = new Map([[start, 0]]);
  for (const [author, count] of steps)
    // grows while it is read
    for (const { authors } of papers)
      if (authors.some(({ id }) => id === author))
        for (const { id } of authors) if (!steps.has(id)) steps.set(id, count + 1);
  return steps;
};

/** Looks at the graph of each day on which there was a joint paper. */
const distancesByHand = (graph: HandGraph, author: string, other: string): HandEvent[] => {
  const joint = graph.papers.filter(({ n, day }) => n >= 2 && n <= 100 && day !== null);
  const days = [...new Set(joint.map(({ day }) => day!))].sort((a, b) => a - b);
  const events: HandEvent[] = [];
  let previousDistance = author === other ? 0 : null;
  for (const day of days) {
    const papers = joint.filter((paper) => paper.day! <= day);
    const fromAuthor = stepsFrom(papers, author);
    const distance = fromAuthor.get(other) ?? null;
    if (distance === null || (previousDistance !== null && distance >= previousDistance)) continue;
    const fromOther = stepsFrom(papers, other);
    const wroteBefore = (one: string, another: string): boolean =>
      papers.some(
        (paper) =>
          paper.day! < day && [one, another].every((id) => paper.authors.some((each) => each.id === id)),
      );
    const paper = papers
      .filter((each) => each.day === day)
      .filter(({ authors }) =>
        authors.some(({ id: one }) =>
          authors.some(
            ({ id: another }) =>
              fromAuthor.get(one)! + 1 + fromOther.get(another)! === distance && !wroteBefore(one, another),
          ),
        ),
      )
      .map(({ id }) => id)
      .sort(bytes)[0]!;
    events.push({
      kind: 'DISTANCE_SHORTENED',
      day: day / MILLISECONDS_A_DAY,
      entity: other,
      paper,
      distance,
      previousDistance,
    });
    previousDistance = distance;
  }
  return events;
};
