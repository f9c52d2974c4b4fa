import fc from 'fast-check';
import type { Correction, CorrectionDraft, CorrectionKind } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { authorId, handGraph, institutionId, paperId, topicId } from '../support/byHand.ts';
import { correctedByHand } from '../support/correctionsByHand.ts';
import { drawnNames, drawnPaper, drawnRecords, drawnTopics } from '../support/drawnRecords.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphByHand, visibleGraphOf } from '../support/visibleGraph.ts';

type Step =
  | { do: 'import'; records: ImportRecord[] }
  | { do: 'correct'; draft: CorrectionDraft }
  | { do: 'undo'; index: number };

const dois = Array.from({ length: 7 }, (_, index) => paperId(`10.1000/p${index}`));
const idsOfKinds = {
  author: drawnNames.map(authorId),
  institution: ['Uni Göttingen', 'uni gottingen', 'Institute'].map(institutionId),
  paper: dois,
  topic: drawnTopics.map(topicId),
};

const draft = (): fc.Arbitrary<CorrectionDraft> =>
  fc
    .tuple(
      fc.constantFrom<CorrectionKind>('SAME', 'SAME', 'DIFFERENT', 'SPLIT', 'SPLIT', 'RENAME', 'HIDE'),
      fc.constantFrom<keyof typeof idsOfKinds>('author', 'author', 'author', 'institution', 'paper', 'topic'),
    )
    .chain(([kind, of]) => {
      const ids = kind === 'SPLIT' ? idsOfKinds.author : idsOfKinds[of];
      const count = kind === 'SAME' || kind === 'DIFFERENT' ? 2 : 1;
      return fc.record({
        kind: fc.constant(kind),
        by: fc.constant('Cora'),
        entityIds: fc.uniqueArray(fc.constantFrom(...ids), { minLength: count, maxLength: count }),
        paperIds: kind === 'SPLIT' ? fc.subarray(dois, { minLength: 1, maxLength: 3 }) : fc.constant([]),
        ...(kind === 'RENAME' && { name: fc.constantFrom('Zoe Newname', 'Yan Other') }),
        ...(kind === 'SPLIT' && {
          into: fc.option(fc.constantFrom(...idsOfKinds.author), { nil: undefined }),
        }),
      });
    });

const steps = (): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: draft().map((each): Step => ({ do: 'correct', draft: each })) },
      { weight: 1, arbitrary: fc.nat(20).map((index): Step => ({ do: 'undo', index })) },
      {
        weight: 1,
        arbitrary: fc
          .array(drawnPaper(), { minLength: 1, maxLength: 3 })
          .map((records): Step => ({ do: 'import', records })),
      },
    ),
    { minLength: 1, maxLength: 12 },
  );

/** Does a step; a draft that the store refuses changes nothing. */
const doStep = async (store: GraphStore, step: Step): Promise<void> => {
  if (step.do === 'import') await importRecords(store, step.records);
  else if (step.do === 'correct') await unlessRefused(store.correct(step.draft));
  else {
    const made = [...(await store.corrections())].reverse().filter(({ undoneAt }) => undoneAt === undefined);
    const correction = made[step.index % Math.max(made.length, 1)];
    if (correction) await store.undoCorrection(correction.id, 'Ulla');
  }
};

const unlessRefused = async (correction: Promise<unknown>): Promise<void> => {
  await correction.catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code !== 'BAD_USER_INPUT' && code !== 'NOT_FOUND') throw error;
  });
};

const papersOnly = (records: readonly ImportRecord[]): ImportRecord[] =>
  records.filter(({ record }) => record === undefined);

const recordsOf = (first: readonly ImportRecord[], done: readonly Step[]): ImportRecord[] => [
  ...first,
  ...done.flatMap((step) => (step.do === 'import' ? step.records : [])),
];

describeStores('corrections', ({ open, draws }) => {
  it('agree with applying them by hand, in any order with imports and undos', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords().map(papersOnly), steps(), async (records, drawn) => {
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
      fc.asyncProperty(drawnRecords().map(papersOnly), steps(), async (records, drawn) => {
        const store = await open();
        await importRecords(store, records);
        for (const step of drawn) await doStep(store, step);
        for (const { id, undoneAt } of await store.corrections())
          if (undoneAt === undefined) await store.undoCorrection(id, 'Ulla');
        const never = visibleGraphByHand(handGraph(recordsOf(records, drawn)));
        expect(await visibleGraphOf(store)).toEqual(never);
        expect((await store.corrections()).every(({ effective }) => !effective)).toBe(true);
      }),
      { numRuns: draws / 3 },
    );
  });

  it('give the same graph in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords().map(papersOnly),
        fc.array(draft(), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (records, drafts, random) => {
          const first = await open();
          await importRecords(first, records);
          for (const each of drafts) await unlessRefused(first.correct(each));
          const corrections = await first.corrections();
          const expected = await visibleGraphOf(first);
          const second = await open();
          const work: (Correction | ImportRecord)[] = [...corrections, ...records];
          for (const item of shuffled(work, random))
            if ('at' in item) await second.addCorrections([item]);
            else await importRecords(second, [item]);
          expect(await visibleGraphOf(second)).toEqual(expected);
          expect(await second.corrections()).toEqual(corrections);
        },
      ),
      { numRuns: draws / 3 },
    );
  });
});

const shuffled = <Item>(items: readonly Item[], random: fc.Stream<number>): Item[] => {
  const rest = [...items];
  return items.map(() => rest.splice((random.next().value as number) % rest.length, 1)[0] as Item);
};
