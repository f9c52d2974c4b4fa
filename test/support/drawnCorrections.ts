import fc from 'fast-check';
import type { CorrectionDraft, CorrectionKind } from '../../src/graph/identity/corrections.ts';
import type { EntityKind } from '../../src/graph/model/entityKinds.ts';
import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import { importRecords } from './stores.ts';

/** A correction of what is stored when it is made: numbers choose among the entities of the kind. */
export interface Intention {
  kind: CorrectionKind;
  of: EntityKind;
  chosen: readonly number[];
  hasTarget: boolean;
}

export type Step =
  | { do: 'import'; records: ImportRecord[] }
  | { do: 'correct'; intention: Intention }
  | { do: 'undo'; index: number };

/**
 * @param kinds by default all, SAME and SPLIT twice as often
 * @param of by default all, authors more often
 */
export const drawnIntention = (
  kinds: readonly CorrectionKind[] = ['SAME', 'SAME', 'DIFFERENT', 'SPLIT', 'SPLIT', 'RENAME', 'HIDE'],
  of: readonly EntityKind[] = ['AUTHOR', 'AUTHOR', 'AUTHOR', 'INSTITUTION', 'PAPER', 'TOPIC'],
): fc.Arbitrary<Intention> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    of: fc.constantFrom(...of),
    chosen: fc.array(fc.nat(30), { minLength: 3, maxLength: 5 }),
    hasTarget: fc.boolean(),
  });

export const drawnSteps = (
  records: fc.Arbitrary<ImportRecord[]>,
  intention: fc.Arbitrary<Intention> = drawnIntention(),
): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: intention.map((each): Step => ({ do: 'correct', intention: each })) },
      { weight: 1, arbitrary: fc.nat(20).map((index): Step => ({ do: 'undo', index })) },
      { weight: 2, arbitrary: records.map((each): Step => ({ do: 'import', records: each })) },
    ),
    { minLength: 1, maxLength: 12 },
  );

/** Does a step; a draft that the store refuses changes nothing. */
export const doStep = async (store: GraphStore, step: Step): Promise<void> => {
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

const unlessRefused = async (correction: Promise<unknown>): Promise<void> => {
  await correction.catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code !== 'BAD_USER_INPUT' && code !== 'NOT_FOUND') throw error;
  });
};

export const undoAll = async (store: GraphStore): Promise<void> => {
  for (const { id, undoneAt } of await store.corrections())
    if (undoneAt === undefined) await store.undoCorrection(id, 'Ulla');
};
