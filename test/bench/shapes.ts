import type { Contestant } from './contestants.ts';
import { sideTitles, type Sides } from './sides.ts';
import type { Starts } from './starts.ts';
import { printTable, times } from './table.ts';
import { median, quantile } from './timing.ts';

/** What of an author a query asks for: one of many choices of fields. */
interface Shape {
  author: string;
  paper: string;
  coauthor: string;
  /** What else of the author. */
  more: 'nothing' | 'collaborators' | 'topics';
}

/** A first run of this project is meant to take at most so many times its second. */
const MOST = 1.3;

/** So many others are asked before: a server that has been up for a while has compiled what reads and checks a query. */
const BEFORE = 60;

/** Everything that a shape can ask for. */
const ALL_FIELDS: Record<Shape['more'], Shape> = Object.fromEntries(
  (['nothing', 'collaborators', 'topics'] as const).map((more) => [
    more,
    { author: 'name paperCount', paper: 'title year venueName url', coauthor: 'name paperCount', more },
  ]),
) as Record<Shape['more'], Shape>;

const nested = { newest: 'sort: [{ newest: ASC }]', printed: 'sort: [{ edge: { position: ASC } }]' };

/** The same shape as each of those who speak GraphQL has to be asked. */
const texts: Record<Sides['contestants'][number]['name'], (shape: Shape) => string> = {
  ours: ({ author, paper, coauthor, more }) => {
    const also = {
      nothing: '',
      collaborators: 'collaborators(first: 5) { nodes { id name } }',
      topics: 'topics(first: 5) { nodes { id name } }',
    };
    return `query ($id: ID!) { author(id: $id) { id ${author} papers(first: 10) { nodes { id ${paper}
      authors(first: 10) { nodes { id ${coauthor} } } } } ${also[more]} } }`;
  },
  generated: ({ author, paper, coauthor, more }) => {
    const also = {
      nothing: '',
      collaborators: `collaboratorsConnection(first: 5, sort: [{ edge: { papers: DESC } }]) { edges { node { id name } } }`,
      topics: `topicsConnection(first: 5, sort: [{ edge: { papers: DESC } }]) { edges { node { id name } } }`,
    };
    return `query ($id: ID!) { authors(where: { id: { eq: $id } }) { id ${author} papers(limit: 10, ${nested.newest}) {
      id ${paper} authorsConnection(first: 10, ${nested.printed}) { edges { node { id ${coauthor} } } } } ${also[more]} } }`;
  },
  plain: ({ author, paper, coauthor, more }) => {
    const also = {
      nothing: '',
      collaborators: 'collaborators(first: 5) { author { id name } }',
      topics: 'topics(first: 5) { id name }',
    };
    return `query ($id: ID!) { author(id: $id) { id ${author} papers(first: 10) { id ${paper}
      authors(first: 10) { id ${coauthor} } } ${also[more]} } }`;
  },
};

/** Every part of the fields, for instance of two: none, one, the other, both. */
const parts = (fields: readonly string[]): string[] =>
  fields.reduce<string[]>((found, field) => [...found, ...found.map((part) => `${part} ${field}`)], ['']);

const allShapes = (): Shape[] =>
  parts(['name', 'paperCount']).flatMap((author) =>
    parts(['title', 'year', 'venueName', 'url']).flatMap((paper) =>
      parts(['name', 'paperCount']).flatMap((coauthor) =>
        (['nothing', 'collaborators', 'topics'] as const).map((more) => ({ author, paper, coauthor, more })),
      ),
    ),
  );

/**
 * Queries whose shape nobody has asked before, and the same ones a second time. Shapes are drawn by chance, so that a
 * database that is kept from run to run has not met them.
 */
export const measureNewShapes = async (sides: Sides, starts: Starts, count: number): Promise<void> => {
  console.log('Over HTTP: queries of new shapes …');
  const drawn = allShapes()
    .map((shape) => ({ shape, place: Math.random() }))
    .sort((a, b) => a.place - b.place);
  const shapes = drawn.slice(0, count);
  for (const { shape } of drawn.slice(count, count + BEFORE)) {
    for (const { name, contestant } of sides.contestants) {
      await contestant.probePort(
        JSON.stringify({ query: texts[name](shape), variables: { id: starts.authors[0] } }),
      );
    }
  }
  const first = new Map<Contestant, number[]>();
  const second = new Map<Contestant, number[]>();
  for (const [turn, { shape }] of shapes.entries()) {
    const variables = { id: starts.authors[turn % starts.authors.length] };
    for (let place = 0; place < sides.contestants.length; place += 1) {
      const { name, contestant } = sides.contestants[(turn + place) % sides.contestants.length]!;
      const known = JSON.stringify({ query: texts[name](ALL_FIELDS[shape.more]), variables });
      for (let time = 0; time < 2; time += 1) await contestant.probePort(known);
      const body = JSON.stringify({ query: texts[name](shape), variables });
      for (const samples of [first, second]) {
        const began = performance.now();
        await contestant.probePort(body);
        samples.set(contestant, [...(samples.get(contestant) ?? []), performance.now() - began]);
      }
    }
  }
  printTable(
    `A query of a new shape, ${shapes.length} of them: milliseconds of its first and its second run`,
    ['', 'first ÷ second', 'first, median', 'p99', 'second, median', 'p99', 'meant', ''],
    sides.contestants.map(({ name, contestant }) => {
      const [once, again] = [first.get(contestant) ?? [], second.get(contestant) ?? []];
      const ratio = median(once) / median(again);
      const aim = [`≤ ${MOST} ×`, ratio <= MOST ? 'reached' : 'missed'];
      return [
        sideTitles[name],
        times(ratio),
        ...[once, again].flatMap((samples) => [median(samples), quantile(samples, 0.99)]),
        ...(name === 'ours' ? aim : []),
      ];
    }),
  );
};
