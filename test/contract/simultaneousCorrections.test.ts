import { ada, augusta, bea, different, drafted, same, withTwoPapers } from '../support/curatedPapers.ts';
import { entityOf } from '../support/identified.ts';
import { describeStores } from '../support/stores.ts';

describeStores('corrections at the same time as others or as an import', ({ open }) => {
  const withPapers = () => withTwoPapers(open);

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
  });
});
