import fc from 'fast-check';
import type { Correction } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord, PaperRecord } from '../../src/import/importRecord.ts';
import { doStep, drawnIntention, type Intention } from '../support/drawnCorrections.ts';
import { drawnIdentities } from '../support/drawnIdentities.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphOf } from '../support/visibleGraph.ts';

/** Something to do, in an order that is kept: what comes later in a chain replaces what is before it. */
type Chain = readonly (Correction | ImportRecord[])[];

const isPaper = (record: ImportRecord): record is PaperRecord => record.record === undefined;

/** Does the parts of all chains, each in its order, one chain after the other or drawn from any of them. */
const doChains = async (
  store: GraphStore,
  chains: readonly Chain[],
  random: fc.Stream<number>,
): Promise<void> => {
  const rest = chains.map((chain) => [...chain]).filter((chain) => chain.length > 0);
  while (rest.length > 0) {
    const index = (random.next().value as number) % rest.length;
    const item = rest[index]!.shift()!;
    if (rest[index]!.length === 0) rest.splice(index, 1);
    if (Array.isArray(item)) await importRecords(store, item);
    else await store.addCorrections([item]);
  }
};

/** A correction before it was undone, and after. */
const chainOf = (correction: Correction): Chain => {
  const { undoneAt, undoneBy: _, ...made } = correction;
  return undoneAt === undefined ? [correction] : [made, correction];
};

/** A paper, which its source may have removed for a time or for good. */
const paperChain = (record: PaperRecord, fate: number): Chain => {
  const removal: PaperRecord = { ids: record.ids ?? {}, isRemoved: true };
  const chains = [[record], [record], [record], [record, removal, record], [record, removal]];
  return (chains[fate % chains.length] ?? []).map((each) => [each]);
};

const makeAll = async (
  store: GraphStore,
  intentions: readonly Intention[],
  undone: readonly number[],
): Promise<void> => {
  for (const intention of intentions) await doStep(store, { do: 'correct', intention });
  for (const index of undone) await doStep(store, { do: 'undo', index });
};

describeStores('the order of imports, corrections and undos', ({ open, draws }) => {
  it('does not matter where records do not merge what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords().map((records) => records.filter(isPaper)),
        fc.array(drawnIntention(), { maxLength: 7 }),
        fc.array(fc.nat(20), { maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        async (records, intentions, undone, random) => {
          const papers = records.map((record) => paperChain(record, random.next().value as number));
          const first = await open();
          await importRecords(first, records);
          await makeAll(first, intentions, undone);
          await importRecords(first, papers.flat(2) as ImportRecord[]);
          const corrections = await first.corrections();
          const expected = await visibleGraphOf(first);
          const second = await open();
          await doChains(second, [...corrections.map(chainOf), ...papers], random);
          expect(await visibleGraphOf(second)).toEqual(expected);
          expect(await second.corrections()).toEqual(corrections);
        },
      ),
      { numRuns: draws / 3 },
    );
  }, 300_000);

  it('of corrections does not matter where records merge what is stored, except for DIFFERENT', async () => {
    const intention = drawnIntention(['SAME', 'SAME', 'SPLIT', 'SPLIT', 'RENAME', 'HIDE']);
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnIdentities(), { minLength: 1, maxLength: 5 }),
        fc.array(intention, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(20), { maxLength: 2 }),
        fc.infiniteStream(fc.nat()),
        async (imports, intentions, undone, random) => {
          const first = await open();
          for (const records of imports) await importRecords(first, records);
          await makeAll(first, intentions, undone);
          const corrections = await first.corrections();
          const expected = await visibleGraphOf(first);
          const second = await open();
          await doChains(second, [...corrections.map(chainOf), imports], random);
          expect(await visibleGraphOf(second)).toEqual(expected);
          expect(await second.corrections()).toEqual(corrections);
        },
      ),
      { numRuns: draws / 3 },
    );
  }, 300_000);
});
