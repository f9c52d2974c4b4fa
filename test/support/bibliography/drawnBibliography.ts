import type { PaperRecord, RecordAuthor, TopicRecord } from '../../../src/import/importRecord.ts';
import { DrawnReferences } from './drawnReferences.ts';
import { DrawnTeams } from './drawnTeams.ts';
import { nameOf, titleOf } from './drawnWords.ts';
import { RandomNumbers } from './randomNumbers.ts';

/*
 * Draws a bibliography with the shape of a real one: fields of different sizes, careers, teams that write together again,
 * papers that cite others of their field, and names that several people have. The same in each run.
 */

const FIRST_YEAR = 1975;
const LAST_YEAR = 2024;
/** Each year has this many times the papers of the year before. */
const GROWTH = 1.06;
const TOPICS_PER_FIELD = 8;
const VENUES_PER_FIELD = 4;
const PEOPLE_PER_INSTITUTION = 250;
const FAMILY_NAMES = 30_000;
const GIVEN_NAMES = 3_000;

/** Topics first, then papers in the order of their years. */
export function* drawnBibliography(paperCount: number): Generator<PaperRecord | TopicRecord> {
  const random = new RandomNumbers(20_240_501);
  const fieldCount = 40 + Math.round(paperCount / 5_000);
  yield* drawnTopics(fieldCount);
  const teams = new DrawnTeams(random, fieldCount);
  const references = new DrawnReferences(random, fieldCount);
  for (let number = 0; number < paperCount; number += 1) {
    const field = random.zipf(fieldCount, 5);
    const team = teams.next(field);
    yield {
      ...paperOf(number, field, random),
      year: yearOf((number + 0.5) / paperCount),
      authors: team.map((author) => authorOf(author, teams.authorCount)),
      references: references.next(field).map((cited) => `openalex:${paperId(cited)}`),
    };
  }
}

const paperId = (number: number): string => `W${1_000_000_000 + number}`;
const topicId = (number: number): string => `T${10_000 + number}`;

function* drawnTopics(fieldCount: number): Generator<TopicRecord> {
  for (let number = 0; number < fieldCount * TOPICS_PER_FIELD; number += 1) {
    const first = number - (number % TOPICS_PER_FIELD);
    yield {
      record: 'topic',
      name: titleOf([number + 100, (number * 31) % 5_000]),
      ids: { openalex: topicId(number) },
      level: 'TOPIC',
      ...(number !== first && { broader: [{ ids: { openalex: topicId(first) }, level: 'TOPIC' }] }),
    };
  }
}

const paperOf = (number: number, field: number, random: RandomNumbers): PaperRecord => {
  const narrower = (): number => random.zipf(TOPICS_PER_FIELD, 1);
  const topics = new Set([0, narrower(), narrower()]);
  const words = Array.from({ length: 5 + random.below(6) }, () =>
    random.next() < 0.4 ? field * 100 + random.zipf(100, 5) : random.zipf(40_000, 5),
  );
  return {
    ids: { openalex: paperId(number), ...(number % 3 > 0 && { doi: `10.5555/drawn.${number}` }) },
    title: titleOf(words),
    paperType: 'ARTICLE',
    venueName: `Journal of ${titleOf([field * VENUES_PER_FIELD + random.zipf(VENUES_PER_FIELD, 1)])}`,
    citationCount: Math.min(20_000, Math.floor(3 * (random.next() ** -0.8 - 1))),
    topics: Array.from(topics, (topic) => ({
      name: titleOf([field]),
      ids: { openalex: topicId(field * TOPICS_PER_FIELD + topic) },
      level: 'TOPIC',
      score: Math.round(100 * (0.3 + 0.7 * random.next())) / 100,
    })),
  };
};

/** The year up to which this part of all papers has appeared. */
const yearOf = (part: number): number => {
  const years = LAST_YEAR - FIRST_YEAR + 1;
  return FIRST_YEAR + Math.floor(Math.log(1 + part * (GROWTH ** years - 1)) / Math.log(GROWTH));
};

/** @param authorCount how many authors there are so far: institutions grow with them */
const authorOf = (number: number, authorCount: number): RecordAuthor => {
  const own = new RandomNumbers(number);
  const name = nameOf(own.zipf(GIVEN_NAMES, 10), own.zipf(FAMILY_NAMES, 20));
  const institution = own.zipf(1 + Math.floor(authorCount / PEOPLE_PER_INSTITUTION), 5);
  return {
    name,
    ids: { openalex: `A${5_000_000_000 + number}` },
    ...(number % 4 > 0 && {
      affiliations: [
        {
          name: `University of ${titleOf([institution])}`,
          ids: { openalex: `I${100_000 + institution}` },
          countryCode: ['US', 'CN', 'DE', 'GB', 'JP', 'FR', 'IN', 'BR'][institution % 8]!,
        },
      ],
    }),
  };
};
