import fc from 'fast-check';
import type { ImportRecord, PaperRecord, RecordAuthor, TopicRecord } from '../../src/import/importRecord.ts';

/* Small graphs with everything that makes answers differ: ties, unknowns, accents, repeated and missing authors. */

/** Beyond the basic plane, folding to the same, sorting by bytes otherwise than by UTF-16: all on purpose. */
export const drawnNames = [
  'Ada Lovelace',
  'Paul Erdős',
  'Paul Erdos',
  'Øystein Ore',
  'Emmy Noether',
  '\u{1d49c}lan Turing',
  '\ufffdbroken Name',
  'ada lovelace',
];

export const drawnTopics = ['graph theory', 'Logic', 'data visualization', 'Łukasiewicz logic', 'zeta'];
const institutions = [
  { name: 'Uni Göttingen', countryCode: 'DE', institutionType: 'EDUCATION' },
  { name: 'uni gottingen', countryCode: 'FR' },
  { name: 'Institute', countryCode: 'DE', institutionType: 'FACILITY' },
];
export const drawnVenues = ['Annals', 'Acta'];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const author: fc.Arbitrary<RecordAuthor> = fc.record(
  {
    name: fc.constantFrom(...drawnNames),
    printedName: fc.constantFrom('P. Erdős', 'A. Lovelace'),
    corresponding: fc.boolean(),
    affiliations: fc.array(
      fc.oneof(fc.constantFrom(...institutions), fc.constant({ printed: 'Somewhere' })),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['name'] },
);

const year = fc.integer({ min: 1999, max: 2002 });

const paper = (doi: string, others: readonly string[]): fc.Arbitrary<PaperRecord> =>
  fc
    .record({
      title: maybe(fc.constantFrom('On graphs', 'On Graphs and Logic', 'Über Zahlen', "Erdős's problem")),
      abstract: maybe(fc.constantFrom('Short.', 'Another one.')),
      date: maybe(year.map((each) => `${each}-01-0${(each % 3) + 1}`)),
      year: maybe(year),
      paperType: maybe(fc.constantFrom('ARTICLE', 'BOOK')),
      venueName: maybe(fc.constantFrom(...drawnVenues)),
      codeUrl: maybe(fc.constant('https://example.org/code')),
      citationCount: maybe(fc.integer({ min: 0, max: 3 })),
      authorListIsComplete: maybe(fc.boolean()),
      // As many as make collaborators, and one too many.
      authorCount: maybe(fc.constantFrom(6, 7, 8, 9, 100, 101)),
      authors: fc.array(author, { maxLength: 5 }),
      topics: maybe(
        fc.array(
          fc.record(
            { name: fc.constantFrom(...drawnTopics), score: fc.constantFrom(0.25, 0.5) },
            { requiredKeys: ['name'] },
          ),
          { maxLength: 3 },
        ),
      ),
      references: maybe(fc.array(fc.constantFrom(...others.map((each) => `doi:${each}`)), { maxLength: 3 })),
    })
    .map((drawn) => ({ ...withoutUndefined(drawn), ids: { doi } }));

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

const topicRecord: fc.Arbitrary<TopicRecord> = fc
  .tuple(fc.constantFrom(...drawnTopics), fc.uniqueArray(fc.constantFrom(...drawnTopics), { maxLength: 2 }))
  .map(([name, broader]) => ({
    record: 'topic',
    name,
    level: 'KEYWORD',
    // Broader only upwards in the list: a taxonomy has no circles.
    broader: broader
      .filter((each) => drawnTopics.indexOf(each) < drawnTopics.indexOf(name))
      .map((each) => ({ name: each, level: 'KEYWORD' })),
  }));

const dois = Array.from({ length: 7 }, (_, index) => `10.1000/p${index}`);

/** Papers, each with a DOI of its own, and records of the topics they may be about. */
export const drawnRecords = (): fc.Arbitrary<ImportRecord[]> =>
  fc
    .tuple(
      fc.subarray(dois).chain((drawn) => fc.tuple(...drawn.map((doi) => paper(doi, dois)))),
      fc.uniqueArray(topicRecord, { maxLength: 3, selector: (topic) => topic.name }),
    )
    .map(([papers, topics]) => [...topics, ...papers]);

/** A paper of the same collection, perhaps one that is already there, perhaps not; or that its source removed it. */
export const drawnPaper = (): fc.Arbitrary<PaperRecord> =>
  fc
    .constantFrom(...dois)
    .chain((doi) =>
      fc.oneof(
        { weight: 4, arbitrary: paper(doi, dois) },
        { weight: 1, arbitrary: fc.constant({ ids: { doi }, isRemoved: true }) },
      ),
    );
