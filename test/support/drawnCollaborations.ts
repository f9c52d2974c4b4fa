import fc from 'fast-check';
import type { CollaborationFilter } from '../../src/graph/model/filters.ts';
import type { ImportRecord, PaperRecord, RecordAuthor, TopicRecord } from '../../src/import/importRecord.ts';
import { institutionId, topicId } from './byHand.ts';

/* Papers of 2–4 authors among a few people: graphs in which many paths tie and many people share collaborators. */

/** Their ids compare as bytes: neither case, nor length, nor numbers, nor accents order them as a reader would. */
const people = [
  'zoe',
  'Ana',
  'ana',
  '9',
  '10',
  'Émile',
  'Emile',
  'Li Na',
  'Li-Na',
  "O'Neil",
  'Øystein',
  'ab',
  'abc',
  'Zoe',
];

/** From broader to narrower where `taxonomy` says so. */
const topics = [
  'graphs',
  'trees',
  'Binary trees',
  'logic',
  'Łukasiewicz logic',
  'sets',
  'zeta',
  'Zorn',
  'rings',
];
const taxonomy: TopicRecord[] = [
  ['trees', 'graphs'],
  ['Binary trees', 'trees'],
  ['Łukasiewicz logic', 'logic'],
].map(([name = '', broader = '']) => ({
  record: 'topic',
  name,
  level: 'KEYWORD',
  broader: [{ name: broader, level: 'KEYWORD' }],
}));
const venues = ['Annals', 'Acta'];
const institutions = ['Institute', 'Uni Göttingen', 'Academy'];

export interface CollaborationSizes {
  people: { min: number; max: number };
  papers: { min: number; max: number };
  /** The most authors of a paper; 4 where nothing is said. */
  largestTeam?: number;
}

/** Dense enough that most pairs are a step or two apart. */
export const denseGraphs: CollaborationSizes = { people: { min: 8, max: 14 }, papers: { min: 8, max: 16 } };
/** Near the point where everyone is connected: long chains, several components. */
export const sparseGraphs: CollaborationSizes = {
  people: { min: 8, max: 14 },
  papers: { min: 8, max: 20 },
  largestTeam: 2,
};

/** Papers and a small taxonomy of topics. */
export const drawnCollaborations = (sizes: CollaborationSizes): fc.Arbitrary<ImportRecord[]> =>
  fc
    .integer(sizes.people)
    .chain((count) =>
      fc.array(drawnPaper(people.slice(0, count), sizes.largestTeam ?? 4), {
        minLength: sizes.papers.min,
        maxLength: sizes.papers.max,
      }),
    )
    .map((papers) => [
      ...taxonomy,
      ...papers.map((paper, index) => ({ ...paper, ids: { doi: `10.1000/c${index}` } })),
    ]);

const drawnPaper = (names: string[], largestTeam: number): fc.Arbitrary<PaperRecord> => {
  const authors = drawnTeam(names, largestTeam);
  const facts = {
    year: fc.integer({ min: 1999, max: 2003 }),
    venueName: fc.constantFrom(...venues),
    topics: fc
      .subarray(topics, { minLength: 1, maxLength: 3 })
      .map((drawn) => drawn.map((name) => ({ name, level: 'KEYWORD' }))),
  };
  const lists = {
    // More than are listed, too many to count at all, or unknown.
    authorCount: fc.constantFrom(4, 4, 4, 6, 6, 101),
    authorListIsComplete: fc.constantFrom(true, true, true, false),
  };
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ authors, ...facts }) },
    { weight: 2, arbitrary: fc.record({ authors, ...facts, ...lists }, { requiredKeys: ['authors'] }) },
  );
};

const drawnTeam = (names: string[], largest: number): fc.Arbitrary<RecordAuthor[]> =>
  fc
    .oneof(
      { weight: 12, arbitrary: fc.subarray(names, { minLength: 2, maxLength: largest }) },
      { weight: 1, arbitrary: fc.subarray(names, { minLength: 1, maxLength: 1 }) },
    )
    .chain((team) => fc.tuple(...team.map(drawnAuthor)));

const drawnAuthor = (name: string): fc.Arbitrary<RecordAuthor> =>
  fc
    .subarray(institutions, { maxLength: 2 })
    .map((drawn) => ({ name, affiliations: drawn.map((institution) => ({ name: institution })) }));

const years = fc.record(
  { from: fc.integer({ min: 1999, max: 2001 }), to: fc.integer({ min: 2001, max: 2003 }) },
  { requiredKeys: [] },
);
export const drawnTopicIds = fc.subarray(topics.map(topicId), { minLength: 1, maxLength: 4 });
export const drawnInstitutionIds = fc.subarray(institutions.map(institutionId), {
  minLength: 1,
  maxLength: 2,
});

const conditions = {
  years,
  venueNames: fc.subarray([...venues, 'nowhere'], { minLength: 1 }),
  topicIds: drawnTopicIds,
  institutionIds: drawnInstitutionIds,
  maxAuthorsPerPaper: fc.integer({ min: 2, max: 6 }),
  minPapers: fc.integer({ min: 1, max: 2 }),
};

/** Mostly one condition, which leaves enough of a graph to find paths in; else some of them at once. */
export const drawnCollaborationFilter: fc.Arbitrary<CollaborationFilter> = fc.oneof(
  { weight: 3, arbitrary: fc.record(conditions, { requiredKeys: [] }) },
  ...Object.entries(conditions).map(([name, condition]) => ({
    weight: 2,
    arbitrary: (condition as fc.Arbitrary<unknown>).map((value) => ({ [name]: value })),
  })),
);

/** A paper of two for each pair: with nothing else between them their strength is 1. */
export const jointPapers = (
  pairs: readonly (readonly [string, string])[],
  { edition = 1, ...facts }: Partial<PaperRecord> & { edition?: number } = {},
): PaperRecord[] =>
  pairs.map(([left, right]) => ({
    ...facts,
    // DOIs ignore case, which people's names do not.
    ids: { doi: `10.1000/${Buffer.from(`${left} ${right}`).toString('hex')}.${edition}` },
    authors: [{ name: left }, { name: right }],
  }));

/** Each with the next. */
export const chain = (names: readonly string[]): [string, string][] =>
  names.slice(1).map((name, index) => [names[index] ?? '', name]);

/** Each of the first with each of the second. */
export const completeBipartite = (left: readonly string[], right: readonly string[]): [string, string][] =>
  left.flatMap((one) => right.map((other): [string, string] => [one, other]));

/** `x0y0` … : each with the one to the right and the one below. */
export const grid = (width: number, height: number): [string, string][] => {
  const pairs: [string, string][] = [];
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      if (x + 1 < width) pairs.push([`x${x}y${y}`, `x${x + 1}y${y}`]);
      if (y + 1 < height) pairs.push([`x${x}y${y}`, `x${x}y${y + 1}`]);
    }
  }
  return pairs;
};
