import fc from 'fast-check';
import type { Correction, CorrectionDraft, CorrectionKind } from '../../src/graph/identity/corrections.ts';
import type { EntityKind } from '../../src/graph/model/entities.ts';
import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { handGraph } from '../support/byHand.ts';
import { correctedByHand } from '../support/correctionsByHand.ts';
import { drawnIdentities } from '../support/drawnIdentities.ts';
import { drawnPaper, drawnRecords } from '../support/drawnRecords.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphByHand, visibleGraphOf } from '../support/visibleGraph.ts';

/** A correction of what is stored when it is made: numbers choose among the entities of the kind. */
interface Intention {
  kind: CorrectionKind;
  of: EntityKind;
  chosen: readonly number[];
  hasTarget: boolean;
}

type Step =
  | { do: 'import'; records: ImportRecord[] }
  | { do: 'correct'; intention: Intention }
  | { do: 'undo'; index: number };

const intention = (): fc.Arbitrary<Intention> =>
  fc.record({
    kind: fc.constantFrom<CorrectionKind>('SAME', 'SAME', 'DIFFERENT', 'SPLIT', 'SPLIT', 'RENAME', 'HIDE'),
    of: fc.constantFrom<EntityKind>('AUTHOR', 'AUTHOR', 'AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC'),
    chosen: fc.array(fc.nat(30), { minLength: 3, maxLength: 5 }),
    hasTarget: fc.boolean(),
  });

const steps = (records: fc.Arbitrary<ImportRecord[]>): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: intention().map((each): Step => ({ do: 'correct', intention: each })) },
      { weight: 1, arbitrary: fc.nat(20).map((index): Step => ({ do: 'undo', index })) },
      { weight: 2, arbitrary: records.map((each): Step => ({ do: 'import', records: each })) },
    ),
    { minLength: 1, maxLength: 12 },
  );

const relisted = (): fc.Arbitrary<ImportRecord[]> => fc.array(drawnPaper(), { minLength: 1, maxLength: 3 });

/** Does a step; a draft that the store refuses changes nothing. */
const doStep = async (store: GraphStore, step: Step): Promise<void> => {
  if (step.do === 'import') await importRecords(store, step.records);
  else if (step.do === 'correct') {
    const draft = await draftOf(store, step.intention);
    if (draft) await unlessRefused(store.correct(draft));
  } else {
    const made = [...(await store.corrections())].reverse().filter(({ undoneAt }) => undoneAt === undefined);
    const correction = made[step.index % Math.max(made.length, 1)];
    if (correction) await store.undoCorrection(correction.id, 'Ulla');
  }
};

/** The draft that an intention means; undefined if nothing of the kind is stored. */
const draftOf = async (
  store: GraphStore,
  { kind, of, chosen, hasTarget }: Intention,
): Promise<CorrectionDraft | undefined> => {
  const listed = kind === 'SPLIT' ? 'AUTHOR' : of;
  const page = await store.list(listed, { first: 100, order: ['id'], count: false });
  const ids = page.entries.map(({ node }) => node.id);
  const [first, second, third] = chosen.map((number) => ids[number % ids.length]);
  if (first === undefined || second === undefined) return undefined;
  const by = 'Cora';
  if (kind === 'SAME' || kind === 'DIFFERENT') return { kind, by, entityIds: [first, second] };
  if (kind === 'RENAME') return { kind, by, entityIds: [first], name: `Name ${second.length % 2}` };
  if (kind === 'HIDE') return { kind, by, entityIds: [first] };
  const order = relationRow('authorPapers').orders['NEWEST'] ?? [];
  const requests = [{ relation: 'authorPapers', page: { first: 100, order, count: false } }] as const;
  const pages = (await store.neighbors([first], requests)).get(first);
  const papers = (pages?.[0]?.entries ?? []).map(({ node }) => node.id);
  const paperIds = papers.filter((_, index) => index % 2 === 0);
  return { kind, by, entityIds: [first], paperIds, ...(hasTarget && third && { into: third }) };
};

const undoAll = async (store: GraphStore): Promise<void> => {
  for (const { id, undoneAt } of await store.corrections())
    if (undoneAt === undefined) await store.undoCorrection(id, 'Ulla');
};

/** What DIFFERENT prevented is merged when it is undone, which may give identifiers to others than a merge before. */
const isDifferent = (step: Step): boolean => step.do === 'correct' && step.intention.kind === 'DIFFERENT';

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
      fc.asyncProperty(drawnRecords().map(papersOnly), steps(relisted()), async (records, drawn) => {
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
      fc.asyncProperty(drawnRecords().map(papersOnly), steps(relisted()), async (records, drawn) => {
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
      fc.asyncProperty(steps(drawnIdentities()), async (drawn) => {
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

  it('give the same graph in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords().map(papersOnly),
        fc.array(intention(), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (records, intentions, random) => {
          const first = await open();
          await importRecords(first, records);
          for (const each of intentions) await doStep(first, { do: 'correct', intention: each });
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
