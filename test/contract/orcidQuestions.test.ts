import fc from 'fast-check';
import { differentPairs } from '../../src/graph/corrections/differentPairs.ts';
import { GraphError } from '../../src/graph/errors.ts';
import { relationRow } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord, RecordAuthor } from '../../src/import/importRecord.ts';
import { candidatesOf } from '../support/candidatesOf.ts';
import { authorsOf, orcid, otherOrcid, paper } from '../support/identified.ts';
import { idsOfQuestions, questionsOf } from '../support/questionsOf.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const ADA = { name: 'Ada Lovelace', ids: { orcid } };
const CHARLES = { name: 'Charles Babbage', ids: { orcid } };
const bea: RecordAuthor = { name: 'Bea' };

const by = 'Cora';

describeStores('questions about one ORCID of people whose names do not fit', ({ open, draws }) => {
  const records = [paper('x', [ADA, bea]), paper('y', [CHARLES, { name: 'Cid' }])];
  const orders: [string, PaperRecord[]][] = [
    ['one order', records],
    ['the other order', [...records].reverse()],
  ];

  it.each(orders)('are candidates of score 0.5 or more, in %s of the records', async (_, ordered) => {
    const store = await open();
    for (const record of ordered) await importRecords(store, [record]);
    const [one = ''] = await authorsOf(store, 'paper:doi:10.1000/x');
    const [other = ''] = await authorsOf(store, 'paper:doi:10.1000/y');
    expect(await questionsOf(store)).toEqual([
      [[one, other].sort().join(' '), 'one ORCID, names that do not fit'],
    ]);
    const own = await store.duplicates(other, { minScore: 0.5e9, first: 10, count: true });
    expect(own.total).toBe(1);
  });

  it('are answered by a correction, and are open again when it is undone', async () => {
    const store = await open();
    await importRecords(store, records);
    const [question] = await questionsOf(store);
    const entityIds = question![0].split(' ');
    const different = await store.correct({ kind: 'DIFFERENT', entityIds, by });
    expect(await questionsOf(store)).toEqual([]);
    expect(await questionsOf(store, 'AUTHOR', 'DIFFERENT')).toEqual([question]);
    await importRecords(store, [{ ...records[1]!, year: 2001 }]);
    expect(await questionsOf(store)).toEqual([]);
    await store.undoCorrection(different.correction.id, by);
    expect(await questionsOf(store)).toEqual([question]);
    const same = await store.correct({ kind: 'SAME', entityIds, by });
    expect(await questionsOf(store)).toEqual([]);
    await importRecords(store, [{ ...records[1]!, year: 2002 }]);
    expect(await questionsOf(store)).toEqual([]);
    await store.undoCorrection(same.correction.id, by);
    expect(await questionsOf(store)).toEqual([question]);
  });

  it('end when a record does not state the ORCID any more, or when its paper is removed', async () => {
    const store = await open();
    await importRecords(store, [...records, paper('z', [{ name: 'Mary Somerville', ids: { orcid } }])]);
    expect(await questionsOf(store)).toHaveLength(3);
    await importRecords(store, [paper('y', [{ name: 'Charles Babbage' }])]);
    expect(await questionsOf(store)).toHaveLength(1);
    await importRecords(store, [{ ids: { doi: '10.1000/x' }, isRemoved: true }]);
    expect(await questionsOf(store)).toEqual([]);
  });

  it('are asked if only a record about a person states the ORCID', async () => {
    const store = await open();
    const charles = { name: 'Charles Babbage', ids: { dblp: 'Charles Babbage' } };
    const person = {
      record: 'redirect',
      kind: 'author',
      from: `orcid:${orcid}`,
      to: 'dblp:Charles Babbage',
    } as const;
    await importRecords(store, [records[0]!, paper('y', [charles]), paper('z', [charles])]);
    expect(await importRecords(store, [person])).toMatchObject({
      dropped: { kinds: { incompatibleName: 1 } },
    });
    const entityIds = [`author:dblp:Charles%20Babbage`, `author:orcid:${orcid}`];
    const question = [entityIds.join(' '), 'one ORCID, names that do not fit'];
    expect(await questionsOf(store)).toEqual([question]);
    expect(await importRecords(store, [person])).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    const { correction } = await store.correct({ kind: 'DIFFERENT', entityIds, by });
    await importRecords(store, [person]);
    expect(await questionsOf(store)).toEqual([]);
    await store.undoCorrection(correction.id, by);
    expect(await questionsOf(store)).toEqual([question]);
  });

  it('are not asked about two authors of one paper', async () => {
    const store = await open();
    await importRecords(store, [
      ...records,
      paper('both', [{ name: 'Ada Lovelace', ids: { orcid } }, { name: 'Charles Babbage' }]),
    ]);
    expect(await questionsOf(store)).toEqual([]);
  });

  it('have a score of 0.5 for people with different ORCIDs', async () => {
    const store = await open();
    const charles = { name: 'Charles Babbage', ids: { s2: '7', orcid: otherOrcid } };
    await importRecords(store, [
      ...records,
      paper('z', [charles]),
      paper('w', [{ ...CHARLES, ids: { s2: '7', orcid } }]),
    ]);
    const candidates = await candidatesOf(store);
    const ids = [otherOrcid, orcid].map((each) => `author:orcid:${each}`);
    expect(candidates.find((each) => each.ids.join() === ids.join())?.score).toBe(500_000_000);
  });

  /* Records of people of whom two have one ORCID, and what the questions must be, computed from all records. */

  const people: RecordAuthor[] = [
    ADA,
    { name: 'A. Lovelace', ids: { orcid } },
    { name: 'Ada Lovelace' },
    CHARLES,
    { name: 'Charles Babbage', ids: { orcid: otherOrcid } },
    { name: 'Mary Somerville', ids: { orcid } },
    { name: 'Mary Somerville', ids: { orcid: otherOrcid } },
  ];
  const drawnRecord = fc
    .record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      person: fc.constantFrom(...people),
      isWithBea: fc.boolean(),
      isRemoved: fc.constantFrom(false, false, false, true),
    })
    .map(({ key, person, isWithBea, isRemoved }) =>
      paper(key, [person, ...(isWithBea ? [bea] : [])], { isRemoved }),
    );
  type Step = { records: PaperRecord[] } | { kind: 'SAME' | 'DIFFERENT' | 'HIDE'; chosen: number[] } | 'undo';
  const steps = fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .array(drawnRecord, { minLength: 1, maxLength: 3 })
          .map((drawn): Step => ({ records: drawn })),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('SAME', 'DIFFERENT', 'HIDE'),
          chosen: fc.array(fc.nat(20), { minLength: 2, maxLength: 2 }),
        }),
      },
      { weight: 1, arbitrary: fc.constant<Step>('undo') },
    ),
    { minLength: 2, maxLength: 8 },
  );

  const doStep = async (store: GraphStore, step: Step): Promise<void> => {
    if (step === 'undo') {
      const latest = (await store.corrections()).find(({ undoneAt }) => undoneAt === undefined);
      if (latest) await store.undoCorrection(latest.id, by);
    } else if ('records' in step) await importRecords(store, step.records);
    else {
      const { entries } = await store.list('AUTHOR', { first: 100, order: ['id'], count: false });
      const ids = step.chosen.map((number) => entries[number % entries.length]?.node.id ?? '');
      if (ids.includes('')) return;
      const entityIds = step.kind === 'HIDE' ? ids.slice(0, 1) : ids;
      await store
        .correct({ kind: step.kind, entityIds, by })
        .catch((error: unknown) => expect(error).toBeInstanceOf(GraphError));
    }
  };

  /** The ids of the visible authors of a paper by their positions. */
  const placesOf = async (store: GraphStore, id: string): Promise<Map<number, string>> => {
    const order = relationRow('paperAuthors').orders['PRINTED'] ?? [];
    const requests = [{ relation: 'paperAuthors', page: { first: 100, order, count: false } }] as const;
    const entries = (await store.neighbors([id], requests)).get(id)?.[0]?.entries ?? [];
    return new Map(entries.map(({ node, edge }) => [edge.authorship?.position ?? 0, node.id]));
  };

  /** All pairs of first authors whose records state the same ORCID, without a joint paper and not declared different. */
  const questionsByHand = async (
    store: GraphStore,
    current: ReadonlyMap<string, PaperRecord>,
  ): Promise<string[]> => {
    const claimants = new Map<string, Set<string>>();
    const excluded = new Set<string>();
    for (const [id, { authors = [] }] of current) {
      const places = await placesOf(store, id);
      for (const one of places.values()) for (const other of places.values()) excluded.add(`${one} ${other}`);
      const [first, stated] = [places.get(1), authors[0]?.ids?.orcid];
      if (first === undefined || stated === undefined) continue;
      claimants.set(stated, (claimants.get(stated) ?? new Set()).add(first));
    }
    for (const pair of differentPairs(await store.corrections())) {
      const entities = await store.entities(pair);
      const [one, other] = pair.map((id) => entities.get(id)?.id);
      excluded.add(`${one} ${other}`).add(`${other} ${one}`);
    }
    const pairs = [...claimants.values()].flatMap((group) =>
      [...group].flatMap((one) =>
        [...group].filter((other) => one < other).map((other) => `${one} ${other}`),
      ),
    );
    return [...new Set(pairs)].filter((pair) => !excluded.has(pair)).sort();
  };

  it('follow from the records and corrections in force, after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const store = await open();
        const current = new Map<string, PaperRecord>();
        for (const step of drawn) {
          await doStep(store, step);
          for (const record of typeof step === 'object' && 'records' in step ? step.records : []) {
            const id = `paper:doi:${record.ids?.doi}`;
            if (record.isRemoved) current.delete(id);
            else current.set(id, record);
          }
          expect(await idsOfQuestions(store)).toEqual(await questionsByHand(store, current));
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
