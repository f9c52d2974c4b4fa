import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import { ada, augusta, bea, different, drafted, same, withTwoPapers } from '../support/curatedPapers.ts';
import { authorsOf, entityOf, orcid, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const [x, y] = ['paper:doi:10.1000/x', 'paper:doi:10.1000/y'];

describeStores('the rules of corrections', ({ open }) => {
  const withPapers = () => withTwoPapers(open);

  it('SAME makes one entity, which all ids lead to, and says what it was', async () => {
    const store = await withPapers();
    const { correction, entityIds } = await store.correct({
      ...same(augusta, ada),
      reason: 'She married.',
      evidence: 'the same address',
    });
    expect(entityIds).toEqual([ada]);
    expect(correction).toMatchObject({ by: 'Cora', reason: 'She married.', effective: true });
    expect(await entityOf(store, augusta)).toMatchObject({
      id: ada,
      paperCount: 2,
      alternativeNames: ['Augusta King'],
    });
    expect(await store.formerIds([ada, bea])).toEqual(
      new Map([
        [ada, [augusta]],
        [bea, []],
      ]),
    );
    expect(await store.corrections()).toEqual([correction]);
    expect((await store.undoCorrection(correction.id, 'Ulla')).entityIds).toEqual([augusta, ada]);
    expect((await entityOf(store, augusta))?.id).toBe(augusta);
    expect((await store.formerIds([ada])).get(ada)).toEqual([]);
    expect(await store.corrections()).toMatchObject([{ undoneBy: 'Ulla', effective: false }]);
  });

  it('a former id of a merge that records show leads to the entity, too', async () => {
    const store = await open();
    for (const ids of [{ openalex: 'A5' }, { orcid }, { openalex: 'A5', orcid }])
      await importRecords(store, [paper(Object.keys(ids).join('-'), [{ name: 'Ada', ids }])]);
    const former = await store.formerIds(['author:openalex:A5']);
    expect(former.get('author:openalex:A5')).toEqual([`author:orcid:${orcid}`]);
  });

  it.each<[Omit<CorrectionDraft, 'by'> & { by?: string }, string, string]>([
    [{ kind: 'SAME', entityIds: [ada] }, 'BAD_USER_INPUT', 'entityIds has 1 different ids'],
    [{ kind: 'SAME', entityIds: [ada, x] }, 'BAD_USER_INPUT', 'different kinds'],
    [{ kind: 'SAME', entityIds: [ada, 'author:s2:404'] }, 'NOT_FOUND', 'author:s2:404'],
    [{ kind: 'SAME', entityIds: [ada, 'nonsense'] }, 'BAD_USER_INPUT', '"nonsense" is not a valid id'],
    [{ kind: 'RENAME', entityIds: [ada], name: ' ' }, 'BAD_USER_INPUT', 'is not a name'],
    [{ kind: 'RENAME', entityIds: [ada] }, 'BAD_USER_INPUT', 'is not a name'],
    [{ kind: 'HIDE', entityIds: [ada, bea] }, 'BAD_USER_INPUT', 'HIDE takes 1'],
    [{ kind: 'HIDE', entityIds: [ada], by: ' ' }, 'BAD_USER_INPUT', '"by" is empty'],
    [{ kind: 'SPLIT', entityIds: [ada] }, 'BAD_USER_INPUT', 'paperIds has 0 ids'],
    [{ kind: 'SPLIT', entityIds: [ada], paperIds: [y] }, 'BAD_USER_INPUT', 'is not an author of'],
    [{ kind: 'SPLIT', entityIds: [ada], paperIds: ['paper:doi:10.1000/404'] }, 'NOT_FOUND', '10.1000/404'],
    [
      { kind: 'SPLIT', entityIds: [ada], paperIds: [x], into: ada },
      'BAD_USER_INPUT',
      'must be another author',
    ],
    [{ kind: 'SPLIT', entityIds: [x], paperIds: [x] }, 'BAD_USER_INPUT', 'takes the id of an author'],
  ])('refuses %j', async (draft, code, message) => {
    const store = await withPapers();
    await expect(store.correct(drafted(draft))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(await store.corrections()).toEqual([]);
  });

  it('refuses to undo what does not exist or is undone', async () => {
    const store = await withPapers();
    await expect(store.undoCorrection('404', 'Cora')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { correction } = await store.correct(same(ada, augusta));
    await store.undoCorrection(correction.id, 'Cora');
    await expect(store.undoCorrection(correction.id, 'Cora')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('already undone'),
    });
  });

  it('DIFFERENT keeps apart what a record shows to be one, and merges it when it is undone', async () => {
    const store = await open();
    const records = [
      paper('x', [{ name: 'Ada Lovelace', ids: { openalex: 'A5' } }]),
      paper('y', [{ name: 'A. Lovelace', ids: { orcid } }]),
    ];
    const proof = paper('z', [{ name: 'Ada Lovelace', ids: { openalex: 'A5', orcid } }]);
    await importRecords(store, records);
    const { correction } = await store.correct(different('author:openalex:A5', `author:orcid:${orcid}`));
    const report = await importRecords(store, [proof]);
    expect(report.dropped.total).toBe(1);
    expect(await authorsOf(store, y)).toEqual([`author:orcid:${orcid}`]);
    await store.undoCorrection(correction.id, 'Cora');
    expect(await authorsOf(store, y)).toEqual(['author:openalex:A5']);
    expect(await entityOf(store, `author:orcid:${orcid}`)).toMatchObject({ paperCount: 3 });
  });

  it('DIFFERENT takes effect before its entities are stored, also in one batch', async () => {
    const store = await open();
    const [one, other] = ['author:openalex:A5', `author:orcid:${orcid}`];
    const at = '2026-01-01T00:00:00.000Z';
    await store.addCorrections([{ id: '1', at, effective: false, ...different(one, other) }]);
    expect(await store.corrections()).toMatchObject([{ effective: false }]);
    await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace', ids: { openalex: 'A5' } }]),
      paper('y', [{ name: 'A. Lovelace', ids: { orcid } }]),
      paper('z', [{ name: 'Ada Lovelace', ids: { openalex: 'A5', orcid } }]),
    ]);
    expect((await store.statistics()).authorCount).toBe(2);
    expect(await store.corrections()).toMatchObject([{ effective: true }]);
  });

  it('SPLIT makes a new person, and keeps it when a source lists other authors', async () => {
    const store = await withPapers();
    await importRecords(store, [paper('z', [{ name: 'Bea Bell' }])]);
    const draft = drafted({ kind: 'SPLIT', entityIds: [bea], paperIds: [y], name: 'Beatrice Bell' });
    const { entityIds } = await store.correct(draft);
    const [first, second = ''] = entityIds;
    expect(first).toBe(bea);
    expect(await entityOf(store, second)).toMatchObject({ name: 'Beatrice Bell', paperCount: 1 });
    const filter = { identification: ['CURATED' as const] };
    const page = { first: 5, order: ['id' as const], filter, count: true };
    const pages = await store.neighbors([augusta], [{ relation: 'collaborators', page }]);
    expect(pages.get(augusta)?.[0]?.entries.map(({ node }) => node.id)).toEqual([second]);
    expect(await authorsOf(store, y)).toEqual([augusta, second]);
    // the same place and a compatible name, but another identity
    const relisted = paper('y', [{ name: 'Zoe' }, { name: 'B. Bell', ids: { openalex: 'A7' } }]);
    await importRecords(store, [relisted]);
    expect(await authorsOf(store, y)).toEqual(['author:drawn-name:Zoe', second]);
    // another name at the place
    await importRecords(store, [paper('y', [{ name: 'Zoe' }, { name: 'Carl Cole' }])]);
    expect(await authorsOf(store, y)).toEqual(['author:drawn-name:Zoe', 'author:drawn-name:Carl%20Cole']);
    expect(await store.corrections()).toMatchObject([{ effective: false }]);
    expect(await entityOf(store, second)).toBeUndefined();
    await importRecords(store, [relisted]);
    expect(await authorsOf(store, y)).toEqual(['author:drawn-name:Zoe', second]);
    expect(await store.corrections()).toMatchObject([{ effective: true }]);
  });

  it('a correction whose entities vanish is kept, and takes effect again when they return', async () => {
    const store = await withPapers();
    await store.correct(same(ada, augusta));
    await importRecords(store, [paper('y', [{ name: 'Bea Bell' }])]);
    expect(await store.corrections()).toMatchObject([{ effective: false }]);
    expect((await entityOf(store, augusta))?.id).toBe(ada);
    await importRecords(store, [paper('x', [])]);
    expect(await entityOf(store, augusta)).toBeUndefined();
    await importRecords(store, [paper('z', [{ name: 'Augusta King' }])]);
    expect((await entityOf(store, ada))?.id).toBe(augusta);
    await importRecords(store, [paper('x', [{ name: 'Ada Lovelace' }])]);
    expect(await store.corrections()).toMatchObject([{ effective: true }]);
    expect(await entityOf(store, augusta)).toMatchObject({ id: ada, paperCount: 2 });
  });

  it('of two SAME that name a removed paper, the earlier one decides which paper its id leads to', async () => {
    const store = await open();
    const removed = 'paper:doi:10.1000/removed';
    await importRecords(store, [paper('x', []), paper('y', []), paper('removed', [])]);
    await store.correct(same(y, removed));
    await store.correct(same(removed, x));
    await importRecords(store, [{ ids: { doi: '10.1000/removed' }, isRemoved: true }]);
    expect(await entityOf(store, x)).toMatchObject({ id: x });
    expect(await entityOf(store, removed)).toMatchObject({ id: y });
  });

  it('one batch may join two papers, and an author of one of them with a hidden author', async () => {
    const store = await open();
    const arxiv = '1801.00001';
    await importRecords(store, [
      paper('x', [{ name: 'Ada', ids: { s2: '7' } }, { name: 'Bea' }]),
      paper('y', [{ name: 'Ada', ids: { orcid } }]),
    ]);
    await store.correct(drafted({ kind: 'HIDE', entityIds: [`author:orcid:${orcid}`] }));
    await importRecords(store, [{ ...paper('x', []), ids: { arxiv } }]);
    const whole = paper('x', [{ name: 'Ada', ids: { s2: '7', orcid } }]);
    await importRecords(store, [{ ...whole, ids: { doi: '10.1000/x', arxiv } }]);
    expect(await authorsOf(store, x)).toEqual([]);
  });

  it('duplicates leave out pairs that were declared different, unless these are asked for', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace' }, { name: 'Bea Bell' }]),
      paper('y', [{ name: 'Ada K. Lovelace' }, { name: 'Bea Bell' }]),
    ]);
    const request = { minScore: 0, first: 10, count: true };
    expect((await store.duplicates(undefined, request)).total).toBe(1);
    await store.correct(different(ada, 'author:drawn-name:Ada%20K.%20Lovelace'));
    expect((await store.duplicates(undefined, request)).total).toBe(0);
    expect((await store.duplicates(ada, { ...request, status: 'DIFFERENT' })).total).toBe(1);
  });
});
