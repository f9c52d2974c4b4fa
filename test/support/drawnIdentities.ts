import fc from 'fast-check';
import type { ImportRecord, PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { orcid, otherOrcid } from './identified.ts';

/* Records whose identifiers show stored entities to be one, so that imports merge authors and papers. */

const people: RecordAuthor[] = [
  { name: 'Ada Lovelace', ids: { openalex: 'A5' } },
  { name: 'A. Lovelace', ids: { orcid } },
  { name: 'Ada Lovelace', ids: { openalex: 'A5', orcid } },
  { name: 'Ada King', ids: { s2: '7', orcid: otherOrcid } },
  { name: 'Ada King', ids: { s2: '7' } },
  { name: 'Ada King', ids: { orcid: otherOrcid } },
  { name: 'Bea Bell' },
  { name: 'Carl Cole', ids: { dblp: 'c/Carl' } },
];

const papers: NonNullable<PaperRecord['ids']>[] = [
  { doi: '10.1000/a' },
  { arxiv: '1801.00001' },
  { doi: '10.1000/a', arxiv: '1801.00001' },
  { doi: '10.1000/b' },
  { doi: '10.1000/c', acl: 'P18-1001' },
];

const paper = (): fc.Arbitrary<ImportRecord> =>
  fc.record({
    ids: fc.constantFrom(...papers),
    title: fc.constantFrom('One', 'Two'),
    year: fc.constantFrom(2000, 2001),
    authors: fc.subarray(people, { minLength: 1, maxLength: 3 }),
    topics: fc.subarray([{ name: 'logic' }, { name: 'graphs' }]),
    references: fc.subarray(['doi:10.1000/b', 'arxiv:1801.00001', 'acl:P18-1001']),
  });

const citation = (): fc.Arbitrary<ImportRecord> =>
  fc
    .tuple(
      fc.constantFrom('doi:10.1000/a', 'doi:10.1000/b'),
      fc.constantFrom('acl:P18-1001', 'arxiv:1801.00001'),
    )
    .map(([from, to]) => ({ record: 'citation', from, to }));

const redirect = (): fc.Arbitrary<ImportRecord> =>
  fc.constantFrom(
    { record: 'redirect', kind: 'author', from: 's2:7', to: 'openalex:A5' } as const,
    { record: 'redirect', from: 'doi:10.1000/b', to: 'acl:P18-1001' } as const,
  );

export const drawnIdentities = (): fc.Arbitrary<ImportRecord[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: paper() },
      { weight: 1, arbitrary: citation() },
      { weight: 1, arbitrary: redirect() },
    ),
    { minLength: 1, maxLength: 3 },
  );
