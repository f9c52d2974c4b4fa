import { warmUp } from '../../src/graph/warmUp.ts';
import { importRecords, describeStores } from '../support/stores.ts';

describeStores('warming up', ({ open }) => {
  it('asks nothing that a store could not answer, be it empty or not', async () => {
    const store = await open();
    await expect(warmUp(store)).resolves.toBeUndefined();
    await importRecords(store, [{ title: 'One', authors: [{ name: 'A' }, { name: 'B' }] }]);
    const [statistics, readiness] = [await store.statistics(), await store.readiness()];
    await expect(warmUp(store)).resolves.toBeUndefined();
    expect([await store.statistics(), (await store.readiness()).importUnfinished]).toEqual([
      statistics,
      readiness.importUnfinished,
    ]);
    await importRecords(store, [{ title: 'Two', authors: [{ name: 'A' }] }]);
    expect((await store.statistics()).paperCount).toBe(2);
  });
});
