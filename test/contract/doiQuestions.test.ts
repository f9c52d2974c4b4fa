import fc from 'fast-check';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { idsOfQuestions, questionsOf } from '../support/questionsOf.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const by = 'Cora';

describeStores('questions about one DOI of papers with different titles', ({ open, draws }) => {
  const entry = (acl: string, doi: string | undefined, title = `Title of ${acl}`): PaperRecord => ({
    ids: { acl, ...(doi !== undefined && { doi }) },
    title,
    authors: [{ name: `Author of ${acl}` }],
  });
  const acls = ['P18-1001', 'P18-1002', 'P18-1003', 'P18-1004'];

  it('are candidates until the record with the larger id does not state the DOI any more', async () => {
    const store = await open();
    await importRecords(store, [entry('P18-1002', '10.1000/x'), entry('P18-1001', '10.1000/x')]);
    expect(await questionsOf(store, 'PAPER')).toEqual([
      ['paper:acl:P18-1001 paper:doi:10.1000/x', 'one DOI, different titles'],
    ]);
    expect(await questionsOf(store)).toEqual([]);
    // the second id is a DOI that belongs to the first paper now
    const entityIds = ['paper:acl:P18-1001', 'paper:doi:10.1000/x'];
    for (const kind of ['DIFFERENT', 'SAME'] as const) {
      const { correction } = await store.correct({ kind, entityIds, by });
      expect(correction).toMatchObject({ entityIds: acls.slice(0, 2).map((acl) => `paper:acl:${acl}`) });
      expect(await questionsOf(store, 'PAPER')).toEqual([]);
      expect(await questionsOf(store, 'PAPER', 'DIFFERENT')).toHaveLength(kind === 'SAME' ? 0 : 1);
      await store.undoCorrection(correction.id, by);
      expect(await questionsOf(store, 'PAPER')).toHaveLength(1);
    }
    await importRecords(store, [entry('P18-1002', undefined)]);
    expect(await questionsOf(store, 'PAPER')).toEqual([]);
  });

  it('say so if the titles are the same', async () => {
    const store = await open();
    await importRecords(store, [
      entry('P18-1001', '10.1000/x', 'One'),
      entry('P18-1002', '10.1000/x', 'ONE'),
    ]);
    expect((await questionsOf(store, 'PAPER')).map(([, text]) => text)).toEqual(['one DOI']);
  });

  it('depend on the records and corrections, not on their order', async () => {
    const drawn = fc
      .array(fc.constantFrom('10.1000/x', '10.1000/y', undefined), { minLength: 4, maxLength: 4 })
      .map((dois) => acls.map((acl, index) => entry(acl, dois[index])));
    const decision = fc.option(
      fc.record({
        kind: fc.constantFrom('SAME' as const, 'DIFFERENT' as const),
        pair: fc.shuffledSubarray(
          acls.map((acl) => `paper:acl:${acl}`),
          { minLength: 2, maxLength: 2 },
        ),
      }),
    );
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    /** All pairs of papers whose records state the same DOI, except one that is declared different. */
    const byHand = async (
      store: GraphStore,
      records: readonly PaperRecord[],
      different: readonly string[] = [],
    ): Promise<string[]> => {
      const idOf = async (id: string): Promise<string> => (await store.entities([id])).get(id)?.id ?? '';
      const apart = await Promise.all(different.map(idOf));
      const pairs = new Set<string>();
      for (const one of records)
        for (const other of records) {
          if (one.ids?.doi === undefined || one.ids.doi !== other.ids?.doi) continue;
          const pair = [await idOf(`paper:acl:${one.ids.acl}`), await idOf(`paper:acl:${other.ids.acl}`)];
          const isDifferent = pair.every((id) => apart.includes(id));
          if (pair[0]! < pair[1]! && !isDifferent) pairs.add(pair.join(' '));
        }
      return [...pairs].sort();
    };
    await fc.assert(
      fc.asyncProperty(drawn, order, fc.nat(4), decision, async (records, shuffled, cut, decided) => {
        const store = await open();
        const ordered = shuffled.map((index) => records[index]!);
        await importRecords(store, ordered.slice(0, cut));
        await importRecords(store, ordered.slice(cut));
        if (decided) await store.correct({ kind: decided.kind, entityIds: decided.pair, by });
        const different = decided?.kind === 'DIFFERENT' ? decided.pair : [];
        expect(await idsOfQuestions(store, 'PAPER')).toEqual(await byHand(store, records, different));
        const again = ordered.map((record) => ({ ...record, year: 2001 }));
        await importRecords(store, again);
        expect(await idsOfQuestions(store, 'PAPER')).toEqual(await byHand(store, records, different));
        for (const { id } of await store.corrections()) await store.undoCorrection(id, by);
        expect(await idsOfQuestions(store, 'PAPER')).toEqual(await byHand(store, records));
      }),
      { numRuns: draws / 2 },
    );
  }, 300_000);
});
