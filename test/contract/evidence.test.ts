import fc from 'fast-check';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { authorsOf, entityOf, orcid, otherOrcid, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

/** Which papers have a common author, for each pair of places in their lists. */
const partition = async (store: GraphStore, papers: readonly PaperRecord[]): Promise<string[]> => {
  const places = new Map<string, string[]>();
  for (const { ids } of papers) {
    for (const [index, author] of (await authorsOf(store, `paper:doi:${ids?.doi}`)).entries()) {
      places.set(author, [...(places.get(author) ?? []), `${ids?.doi} ${index}`]);
    }
  }
  return Array.from(places.values(), (each) => each.sort().join(', ')).sort();
};

describeStores('evidence before records are joined', ({ open, draws }) => {
  it('leaves an ORCID to the person who had it first if the names do not fit, and says so', async () => {
    const store = await open();
    const report = await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace', ids: { orcid } }]),
      paper('y', [{ name: 'Charles Babbage', ids: { orcid } }, { name: 'Bea' }]),
      paper('z', [{ name: 'Mary Somerville', ids: { openalex: 'A7', orcid } }]),
    ]);
    expect(report.dropped.kinds).toEqual({ incompatibleName: 2 });
    expect((await entityOf(store, `author:orcid:${orcid}`))?.paperCount).toBe(1);
    expect(await authorsOf(store, 'paper:doi:10.1000/y')).toEqual([
      'author:drawn-name:Charles%20Babbage',
      'author:drawn-name:Bea',
    ]);
    expect(await authorsOf(store, 'paper:doi:10.1000/z')).toEqual(['author:openalex:A7']);
  });

  it('lets a catalogue id join what names do not', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada Byron', ids: { openalex: 'A7', orcid } }]),
      paper('y', [{ name: 'Countess of Lovelace', ids: { openalex: 'A7', orcid } }]),
    ]);
    expect((await entityOf(store, `author:orcid:${orcid}`))?.paperCount).toBe(2);
  });

  it('never joins papers by a name of only initials, except by an identifier', async () => {
    const store = await open();
    const records = [
      paper('x', [{ name: 'J. Smith' }, { name: 'Bea' }]),
      paper('y', [{ name: 'J. Smith' }, { name: 'Bea' }]),
      paper('z', [{ name: 'J. Smith', ids: { orcid } }]),
      paper('w', [{ name: 'John Smith', ids: { orcid } }]),
    ];
    await importRecords(store, records);
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([
      'author:drawn-name:J.%20Smith%20(paper:doi:10.1000/x)',
      'author:drawn-name:Bea',
    ]);
    expect((await entityOf(store, 'author:drawn-name:Bea'))?.paperCount).toBe(2);
    expect((await entityOf(store, `author:orcid:${orcid}`))?.paperCount).toBe(2);
    const { authorCount } = await store.statistics();
    await importRecords(store, [{ ...records[0]!, year: 1999 }]);
    expect((await store.statistics()).authorCount).toBe(authorCount);
  });

  it('keeps two people of one name on one paper', async () => {
    const store = await open();
    const twins = paper('x', [{ name: 'Wei Li' }, { name: 'Wei Li' }, { name: 'Wei Li' }]);
    await importRecords(store, [twins, paper('y', [{ name: 'Wei Li' }])]);
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toHaveLength(3);
    expect(await store.statistics()).toMatchObject({ authorCount: 3, collaborationCount: 3 });
    expect((await entityOf(store, 'author:drawn-name:Wei%20Li'))?.paperCount).toBe(2);
  });

  it('gives the same people in any order of the records, in one import or in several', async () => {
    const people = [
      { name: 'Ada Lovelace', ids: { orcid } },
      { name: 'A. Lovelace', ids: { orcid } },
      { name: 'Ada Lovelace' },
      { name: 'A. Lovelace' },
      { name: 'Ada Lovelace', ids: { openalex: 'A1' } },
      { name: 'Ada K. Lovelace', ids: { openalex: 'A1', orcid } },
      { name: 'Charles Babbage', ids: { orcid: otherOrcid } },
      { name: 'C. Babbage', ids: { s2: '7', orcid: otherOrcid } },
    ];
    const records = fc.array(fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 2 }), {
      minLength: 2,
      maxLength: 6,
    });
    // two authors of a paper are never joined, so only one of them may have an identifier of the person
    const apart = records.map((lists) =>
      lists.map((list, index) =>
        paper(
          String(index),
          list.filter(
            (each, place) =>
              place === 0 || each.name.endsWith('Babbage') !== list[0]!.name.endsWith('Babbage'),
          ),
        ),
      ),
    );
    const shuffled = apart.chain((papers) =>
      fc.tuple(
        fc.constant(papers),
        fc.shuffledSubarray(papers, { minLength: papers.length, maxLength: papers.length }),
        fc.boolean(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([papers, order, isStepwise]) => {
        const first = await open();
        await importRecords(first, papers);
        const expected = await partition(first, papers);
        const second = await open();
        for (const batch of isStepwise ? order.map((each) => [each]) : [order]) {
          await importRecords(second, batch);
        }
        expect(await partition(second, papers)).toEqual(expected);
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
