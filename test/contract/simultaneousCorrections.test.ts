import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { entityOf, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const ada = 'author:drawn-name:Ada%20Lovelace';
const augusta = 'author:drawn-name:Augusta%20King';
const bea = 'author:drawn-name:Bea%20Bell';

const drafted = (draft: Omit<CorrectionDraft, 'by'>): CorrectionDraft => ({ by: 'Cora', ...draft });
const same = (...entityIds: string[]) => drafted({ kind: 'SAME', entityIds });
const different = (...entityIds: string[]) => drafted({ kind: 'DIFFERENT', entityIds });

describeStores('corrections at the same time as others or as an import', ({ open }) => {
  const withPapers = async (): Promise<GraphStore> => {
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace' }, { name: 'Bea Bell' }]),
      paper('y', [{ name: 'Augusta King' }, { name: 'Bea Bell' }]),
    ]);
    return store;
  };

  it('two curators at once both succeed', async () => {
    const store = await withPapers();
    await Promise.all([
      store.correct(same(ada, augusta)),
      store.correct(drafted({ kind: 'RENAME', entityIds: [bea], name: 'Beatrice Bell' })),
    ]);
    expect(await store.corrections()).toHaveLength(2);
    expect(await entityOf(store, augusta)).toMatchObject({ id: ada });
    expect(await entityOf(store, bea)).toMatchObject({ name: 'Beatrice Bell' });
  });

  it('of two contradicting ones at once, the second is refused', async () => {
    const store = await withPapers();
    const outcomes = await Promise.allSettled([
      store.correct(same(ada, augusta)),
      store.correct(different(ada, augusta)),
    ]);
    const made = outcomes.filter(({ status }) => status === 'fulfilled');
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect([made.length, refused]).toEqual([1, [expect.objectContaining({ code: 'BAD_USER_INPUT' })]]);
    expect(await store.corrections()).toMatchObject([{ effective: true }]);
  });

  it('three curators at once all succeed, each correction with a time of its own', async () => {
    const store = await withPapers();
    const names = Array.from({ length: 3 }, (_, index) => `Beatrice ${index}`);
    await Promise.all(
      names.map((name) => store.correct(drafted({ kind: 'RENAME', entityIds: [bea], name }))),
    );
    const corrections = await store.corrections();
    expect(corrections.map(({ name }) => name).sort()).toEqual(names);
    expect(new Set(corrections.map(({ at }) => at)).size).toBe(names.length);
    expect(await entityOf(store, bea)).toMatchObject({ name: corrections[0]?.name });
  });

  it('a correction waits for a running import', async () => {
    const store = await withPapers();
    const session = await store.beginImport();
    const correction = store.correct(same(ada, augusta));
    await session.finish();
    expect((await correction).entityIds).toEqual([ada]);
  });

  it('a correction is refused after waiting ten seconds for an import, and changes nothing', async () => {
    const store = await withPapers();
    const session = await store.beginImport();
    await expect(store.correct(same(ada, augusta))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('An import is running, so the correction was not stored'),
    });
    await session.finish();
    expect(await store.corrections()).toEqual([]);
    expect((await store.correct(same(ada, augusta))).entityIds).toEqual([ada]);
  }, 30_000);
});
