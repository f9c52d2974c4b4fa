import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import { foldedWords } from '../../src/graph/model/foldText.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { authorsOf, entityOf, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphOf } from '../support/visibleGraph.ts';

const [ada, augusta, bea] = ['Ada%20Lovelace', 'Augusta%20King', 'Bea%20Bell'].map(
  (name) => `author:drawn-name:${name}`,
) as [string, string, string];
const [x, y] = ['paper:doi:10.1000/x', 'paper:doi:10.1000/y'] as const;

const first = paper('x', [{ name: 'Ada Lovelace' }, { name: 'Bea Bell' }], {
  ids: { doi: '10.1000/x', acl: 'P18-1001' },
  topics: [{ name: 'logic' }],
  abstract: 'We compute.',
});
const others = [
  paper('y', [{ name: 'Augusta King' }, { name: 'Bea Bell' }]),
  paper('z', [{ name: 'Bea Bell' }], { references: ['acl:P18-1001'] }),
];
const removal: PaperRecord = {
  ids: { acl: 'P18-1001' },
  isRemoved: true,
  removalReason: 'The authors withdrew it.',
};

const drafted = (draft: Omit<CorrectionDraft, 'by'>): CorrectionDraft => ({ by: 'Cora', ...draft });

describeStores('a paper that its source removed', ({ open }) => {
  const withPapers = async (): Promise<GraphStore> => {
    const store = await open();
    await importRecords(store, [first, ...others]);
    return store;
  };
  const removedIds = async (store: GraphStore, ...ids: string[]): Promise<string[]> => [
    ...(await store.removals(ids)).keys(),
  ];

  it('is nowhere in the graph, as if it had never been there', async () => {
    const store = await withPapers();
    const report = await importRecords(store, [removal]);
    expect(report).toMatchObject({ read: 1, changed: 1, noted: { kinds: { removedPaper: 1 } } });
    expect(report.noted.first[0]?.reason).toContain('The authors withdrew it.');
    expect(await entityOf(store, x)).toBeUndefined();
    expect(await entityOf(store, 'paper:acl:P18-1001')).toBeUndefined();
    expect((await store.abstracts([x])).size).toBe(0);
    const words = foldedWords('Paper x');
    const found = await store.search({ words, kinds: ['PAPER'], first: 5, count: true });
    expect(found.total).toBe(0);
    const after = await visibleGraphOf(store);
    const never = await open();
    await importRecords(never, others);
    expect(after).toEqual(await visibleGraphOf(never));
  });

  it('is known by each of its ids, with when, why and by which record it was removed', async () => {
    const store = await withPapers();
    const before = Date.now();
    await importRecords(store, [removal]);
    const removals = await store.removals([x, 'paper:acl:P18-1001', y, ada, 'paper:doi:10.1000/none']);
    expect([...removals.keys()].sort()).toEqual(['paper:acl:P18-1001', x]);
    expect(removals.get(x)).toEqual({
      id: x,
      otherIds: ['paper:acl:P18-1001'],
      title: 'Paper x',
      source: 'drawn',
      reason: 'The authors withdrew it.',
      record: 'records:1',
      removedAt: expect.any(String),
    });
    expect(Date.parse(removals.get(x)!.removedAt)).toBeGreaterThanOrEqual(before - 1);
  });

  it('is removed once: the same record again changes nothing', async () => {
    const store = await withPapers();
    await importRecords(store, [removal]);
    const [removals, { asOf }] = [await store.removals([x]), await store.statistics()];
    expect(await importRecords(store, [removal])).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await store.removals([x])).toEqual(removals);
    expect((await store.statistics()).asOf).toBe(asOf);
  });

  it('comes back with all its relations when an import has it again', async () => {
    const store = await withPapers();
    const before = await visibleGraphOf(store);
    await importRecords(store, [removal]);
    await importRecords(store, [first]);
    expect(await visibleGraphOf(store)).toEqual(before);
    expect(await removedIds(store, x, 'paper:acl:P18-1001')).toEqual([]);
    const hide = await store.correct(drafted({ kind: 'HIDE', entityIds: [x] }));
    expect(await removedIds(store, x)).toEqual([]); // it is hidden, not removed
    await store.undoCorrection(hide.correction.id, 'Cora');
  });

  it('comes back and goes again inside one file: the last line counts', async () => {
    const store = await open();
    await importRecords(store, [removal, first, removal, first]);
    expect(await authorsOf(store, x)).toEqual([ada, bea]);
    await importRecords(store, [first, removal]);
    expect(await entityOf(store, x)).toBeUndefined();
    expect(await store.statistics()).toMatchObject({ paperCount: 0, authorCount: 0 });
  });

  it('is known also if it was never stored', async () => {
    const store = await open();
    expect(await importRecords(store, [{ ...removal, title: 'Gone' }])).toMatchObject({ unchanged: 1 });
    const removals = await store.removals(['paper:acl:P18-1001']);
    expect(removals.get('paper:acl:P18-1001')).toMatchObject({ title: 'Gone', otherIds: [] });
    expect(await store.statistics()).toMatchObject({ paperCount: 0 });
  });

  it('stays if another source describes it, and the report says so', async () => {
    const store = await withPapers();
    const report = await importRecords(store, [removal], 'other');
    expect(report.noted.kinds).toEqual({ otherSourcePaper: 1 });
    expect(await authorsOf(store, x)).toEqual([ada, bea]);
    expect(await removedIds(store, x)).toEqual([]);
  });

  it('leads to the paper that a correction declares to be the same', async () => {
    const store = await withPapers();
    const { correction } = await store.correct(drafted({ kind: 'SAME', entityIds: [x, y] }));
    await importRecords(store, [removal]);
    expect((await entityOf(store, x))?.id).toBe(y);
    expect(await authorsOf(store, y)).toEqual([augusta, bea]);
    expect(await store.corrections()).toMatchObject([{ effective: false }]);
    expect(await removedIds(store, x)).toEqual([]);
    await store.undoCorrection(correction.id, 'Cora');
    expect(await removedIds(store, x, y)).toEqual([x]);
    expect(await entityOf(store, y)).toMatchObject({ title: 'Paper y' });
  });

  it('keeps the corrections about it, which apply again when it comes back', async () => {
    const store = await withPapers();
    await store.correct(drafted({ kind: 'RENAME', entityIds: [x], name: 'Notes' }));
    await store.correct(drafted({ kind: 'SPLIT', entityIds: [bea], paperIds: [x], name: 'Beatrice' }));
    await store.correct(drafted({ kind: 'HIDE', entityIds: [ada] }));
    const before = await visibleGraphOf(store);
    await importRecords(store, [removal]);
    expect(await store.corrections()).toMatchObject([1, 2, 3].map(() => ({ effective: false })));
    expect(await entityOf(store, x)).toBeUndefined();
    expect(await entityOf(store, bea)).toMatchObject({ paperCount: 2 });
    const rename = drafted({ kind: 'RENAME', entityIds: [x], name: 'Other' });
    await expect(store.correct(rename)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await importRecords(store, [first]);
    expect(await store.corrections()).toMatchObject([1, 2, 3].map(() => ({ effective: true })));
    expect(await visibleGraphOf(store)).toEqual(before);
  });
});
