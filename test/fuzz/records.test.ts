import fc from 'fast-check';
import { lists } from '../../src/graph/model/lists.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { validateRecord } from '../../src/import/validateRecord.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { arbitraryText, internalDetails } from './arbitraryText.ts';

/** Records with valid and invalid fields; about one of nine is valid. */
const anyRecord = (): fc.Arbitrary<unknown> => {
  const odd = <T>(likely: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: likely }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
  const name = odd(arbitraryText);
  const ids = odd(
    fc.dictionary(
      fc.constantFrom('doi', 'arxiv', 'openalex', 'acl', 'dblp', 's2', 'orcid', 'ror', '__proto__'),
      fc.oneof(
        arbitraryText,
        fc.constantFrom('10.1000/x', '1', 'W1', 'A1', 'I1', 'T1', '0000-0002-1825-0097', 'e/X', '03vek6s52'),
      ),
    ),
  );
  const optional = { requiredKeys: [] };
  const affiliation = fc.record(
    { printed: name, name, ids, countryCode: odd(fc.constantFrom('DE', 'x')), city: name },
    optional,
  );
  const author = fc.record(
    {
      name,
      printedName: name,
      ids,
      alternativeNames: odd(fc.array(name, { maxLength: 2 })),
      affiliations: odd(fc.array(odd(affiliation), { maxLength: 2 })),
    },
    { requiredKeys: ['name'] },
  );
  const topic = fc.record(
    {
      name,
      ids,
      level: odd(fc.constantFrom('TOPIC', 'FIELD')),
      score: odd(fc.double({ min: 0, max: 1, noNaN: true })),
    },
    { requiredKeys: ['name'] },
  );
  const paper = fc.record(
    {
      title: name,
      ids,
      abstract: name,
      year: odd(fc.integer({ min: -4000, max: 4000 })),
      date: odd(fc.constantFrom('2020-02-29', '0000-01-01', '2021-02-29')),
      venueName: name,
      url: name,
      citationCount: odd(fc.integer()),
      authorCount: odd(fc.integer({ min: 0, max: 9 })),
      authors: odd(fc.array(odd(author), { maxLength: 3 })),
      topics: odd(fc.array(odd(topic), { maxLength: 2 })),
      references: odd(fc.array(fc.oneof(arbitraryText, fc.constant('doi:10.1000/x')), { maxLength: 2 })),
    },
    { requiredKeys: ['title'] },
  );
  const topicRecord = fc.record(
    { record: fc.constant('topic'), name, ids, broader: odd(fc.array(odd(topic), { maxLength: 2 })) },
    { requiredKeys: ['record', 'name'] },
  );
  const citationRecord = fc.record({
    record: fc.constant('citation'),
    from: fc.oneof(arbitraryText, fc.constant('doi:10.1000/x')),
    to: fc.oneof(arbitraryText, fc.constant('s2:1')),
  });
  return fc.oneof({ weight: 6, arbitrary: paper }, topicRecord, citationRecord, fc.jsonValue());
};

describeStores('random records', ({ name, open }) => {
  const rounds = name === 'embedded' ? 25 : 3;

  it('are stored or rejected with a reason, and a second import changes nothing', async () => {
    let readCount = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord(), { minLength: 30, maxLength: 60 }), async (drawn) => {
        const valid = drawn.flatMap((value): ImportRecord[] => {
          const result = validateRecord(value);
          if ('reason' in result) expect(result.reason).not.toMatch(internalDetails);
          return 'record' in result ? [result.record] : [];
        });
        const store = await open();
        const simple: ImportRecord = {
          title: 'Simple',
          ids: { s2: '999999' },
          authors: [{ name: 'Ada Simple' }],
        };
        const { read, skipped, dropped } = await importRecords(store, [...valid, simple]);
        expect(read + skipped.total).toBe(valid.length + 1);
        for (const { reason } of [...skipped.first, ...dropped.first])
          expect(reason).not.toMatch(/Error\b|undefined/);
        readCount += read;
        expect((await store.entities(['paper:s2:999999'])).size).toBe(1);
        for (const { kind, orders } of Object.values(lists)) {
          const page = { first: 100, order: Object.values(orders)[0]!, count: true };
          const { entries } = await store.list(kind, page);
          const entities = await store.entities(entries.map(({ node }) => node.id));
          for (const { node } of entries) expect(entities.get(node.id)).toEqual(node);
        }
        const again = await importRecords(store, [simple]);
        expect(again).toMatchObject({ new: 0, changed: 0 });
      }),
      { numRuns: rounds, endOnFailure: true },
    );
    expect(readCount).toBeGreaterThan(rounds);
  });
});
