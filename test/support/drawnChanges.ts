import fc from 'fast-check';
import { GraphError } from '../../src/graph/errors.ts';
import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord, PaperRecord } from '../../src/import/importRecord.ts';
import { authorId, institutionId, paperId, topicId } from './byHand.ts';
import { drawnNames, drawnRecords } from './drawnRecords.ts';
import { importRecords } from './stores.ts';

/* Everything that changes a stored graph: new and changed papers, merged entities, removed links, corrections. */

const some = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const dois = ['10.1000/p0', '10.1000/p1', '10.1000/p2', '10.1000/q0', '10.1000/q1'];
const people = [
  { openalex: 'A1', orcid: '0000-0002-1825-0097' },
  { openalex: 'A2', orcid: '0000-0001-5109-3700' },
];

/** A paper whose authors have identifiers, by which authors are found to be one. */
const identifiedPaper: fc.Arbitrary<PaperRecord> = fc
  .record({
    doi: fc.constantFrom(...dois),
    year: some(fc.integer({ min: 1999, max: 2002 })),
    authors: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...drawnNames),
        // records with both identifiers show that those with one of them mean the same author
        ids: fc.subarray(['openalex', 'orcid'] as const),
        person: fc.constantFrom(0, 1),
        ror: some(fc.constantFrom('03vek6s52', '042nb2s44')),
      }),
      { maxLength: 3, selector: ({ person, ids, name }) => (ids.length > 0 ? person : name) },
    ),
    references: fc.subarray(dois, { maxLength: 2 }),
    isRetracted: fc.boolean(),
    isRemoved: fc.constantFrom(false, false, false, true),
  })
  .map(({ doi, year, authors, references, ...flags }) => ({
    ids: { doi },
    title: `Paper ${doi}`,
    ...(year !== undefined && { year }),
    authors: authors.map(({ name, ids, person, ror }) => ({
      name,
      ids: Object.fromEntries(ids.map((scheme) => [scheme, people[person]?.[scheme]])),
      ...(ror && { affiliations: [{ name: `Institution ${ror}`, ids: { ror } }] }),
    })),
    references: references.map((each) => `doi:${each}`),
    ...flags,
  }));

const redirect: fc.Arbitrary<ImportRecord> = fc.oneof(
  fc
    .constantFrom(['A1', 'A2'], ['A2', 'A1'], ['A3', 'A1'])
    .map(
      ([from, to]) =>
        ({ record: 'redirect', kind: 'author', from: `openalex:${from}`, to: `openalex:${to}` }) as const,
    ),
  fc
    .constantFrom(['p0', 'p1'], ['q0', 'p2'])
    .map(
      ([from, to]) =>
        ({
          record: 'redirect',
          kind: 'paper',
          from: `doi:10.1000/${from}`,
          to: `doi:10.1000/${to}`,
        }) as const,
    ),
  fc.constant({
    record: 'redirect',
    kind: 'institution',
    from: 'ror:03vek6s52',
    to: 'ror:042nb2s44',
  } as const),
);

const citation: fc.Arbitrary<ImportRecord> = fc
  .tuple(fc.constantFrom(...dois), fc.constantFrom(...dois))
  .map(([from, to]) => ({ record: 'citation', from: `doi:${from}`, to: `doi:${to}` }));

/** A correction, which the store may refuse. */
const correction: fc.Arbitrary<CorrectionDraft> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('SAME', 'DIFFERENT'),
      fc.uniqueArray(fc.constantFrom(...drawnNames), { minLength: 2, maxLength: 2 }),
    )
    .map(([kind, names]) => ({ kind, entityIds: names.map(authorId), by: 'Cora' }) as const),
  fc
    .tuple(fc.constantFrom(...drawnNames), fc.subarray(dois, { minLength: 1 }))
    .map(
      ([name, papers]) =>
        ({ kind: 'SPLIT', entityIds: [authorId(name)], paperIds: papers.map(paperId), by: 'Cora' }) as const,
    ),
  fc
    .constantFrom(
      authorId('Ada Lovelace'),
      institutionId('Institute'),
      topicId('Logic'),
      paperId('10.1000/p0'),
    )
    .chain((id) =>
      fc.constantFrom(
        { kind: 'HIDE', entityIds: [id], by: 'Cora' } as const,
        { kind: 'RENAME', entityIds: [id], name: 'Zoe Newname', by: 'Cora' } as const,
      ),
    ),
);

/** Some papers that their source removes and brings back in one import. */
const returning = drawnRecords().map((records) =>
  records.flatMap((record) =>
    record.record === undefined ? [record, { ids: record.ids ?? {}, isRemoved: true }, record] : [record],
  ),
);

const importedRecords: fc.Arbitrary<ImportRecord[]> = fc.oneof(
  drawnRecords(),
  returning,
  fc.array(identifiedPaper, { minLength: 1, maxLength: 3 }),
  fc.array(fc.oneof(redirect, citation), { minLength: 1, maxLength: 2 }),
);

type Step = (store: GraphStore) => Promise<unknown>;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: importedRecords.map(
      (records): Step =>
        (store) =>
          importRecords(store, records),
    ),
  },
  {
    weight: 2,
    arbitrary: correction.map(
      (draft): Step =>
        (store) =>
          store.correct(draft).catch((error: unknown) => expect(error).toBeInstanceOf(GraphError)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(async (store) => {
      const latest = (await store.corrections()).filter(({ undoneAt }) => undoneAt === undefined).at(-1);
      if (latest) await store.undoCorrection(latest.id, 'Ulla');
    }),
  },
);

/** Changes of the stored graph, in groups between which the graph in memory is updated. */
export const groupsOfChanges = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});
