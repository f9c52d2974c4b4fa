import fc from 'fast-check';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { handGraph } from '../support/byHand.ts';
import { correctedByHand } from '../support/correctionsByHand.ts';
import { doStep, drawnSteps, undoAll, type Step } from '../support/drawnCorrections.ts';
import { drawnIdentities } from '../support/drawnIdentities.ts';
import { drawnPaper, drawnRecords } from '../support/drawnRecords.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphByHand, visibleGraphOf } from '../support/visibleGraph.ts';

const relisted = (): fc.Arbitrary<ImportRecord[]> => fc.array(drawnPaper(), { minLength: 1, maxLength: 3 });

/** What DIFFERENT prevented is merged when it is undone, which may give identifiers to others than a merge before. */
const isDifferent = (step: Step): boolean => step.do === 'correct' && step.intention.kind === 'DIFFERENT';

const papersOnly = (records: readonly ImportRecord[]): ImportRecord[] =>
  records.filter(({ record }) => record === undefined);

const recordsOf = (first: readonly ImportRecord[], done: readonly Step[]): ImportRecord[] => [
  ...first,
  ...done.flatMap((step) => (step.do === 'import' ? step.records : [])),
];

describeStores('corrections', ({ open, draws }) => {
  it('agree with applying them by hand, in any order with imports and undos', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords().map(papersOnly), drawnSteps(relisted()), async (records, drawn) => {
        const store = await open();
        await importRecords(store, records);
        for (const [index, step] of drawn.entries()) {
          await doStep(store, step);
          const base = handGraph(recordsOf(records, drawn.slice(0, index + 1)));
          const expected = correctedByHand(base, await store.corrections());
          expect(await visibleGraphOf(store)).toEqual(visibleGraphByHand(expected));
        }
      }),
      { numRuns: draws / 2 },
    );
  });

  it('leave the graph as it would be without them once all are undone', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords().map(papersOnly), drawnSteps(relisted()), async (records, drawn) => {
        const store = await open();
        await importRecords(store, records);
        for (const step of drawn) await doStep(store, step);
        await undoAll(store);
        const never = visibleGraphByHand(handGraph(recordsOf(records, drawn)));
        expect(await visibleGraphOf(store)).toEqual(never);
        expect((await store.corrections()).every(({ effective }) => !effective)).toBe(true);
      }),
      { numRuns: draws / 2 },
    );
  });

  it('leave the graph as it would be without them where records merge what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(drawnSteps(drawnIdentities()), async (drawn) => {
        const never = await open();
        for (const step of drawn) if (step.do === 'import') await doStep(never, step);
        const expected = await visibleGraphOf(never);
        const store = await open();
        for (const step of drawn) if (!isDifferent(step)) await doStep(store, step);
        await undoAll(store);
        expect(await visibleGraphOf(store)).toEqual(expected);
      }),
      { numRuns: draws / 2 },
    );
  });
});
