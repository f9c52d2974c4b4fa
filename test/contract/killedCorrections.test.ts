import { correct } from '../../src/graph/corrections/correct.ts';
import type { CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { StoreSession } from '../../src/graph/storeSession.ts';
import { institutionId } from '../support/byHand.ts';
import { entityOf, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const [ada, augusta] = ['author:drawn-name:Ada%20Lovelace', 'author:drawn-name:Augusta%20King'] as const;
const draft: CorrectionDraft = { kind: 'SAME', entityIds: [ada, augusta], by: 'Cora' };
const died = new Error('The process died.');

/** A session of the store whose method fails as if the process had died at its beginning. */
const dying = async (store: GraphStore, method: 'write' | 'finish'): Promise<StoreSession> => {
  const session = (await store.beginImport()) as unknown as { store: StoreSession };
  return new Proxy(session.store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name === method) return () => Promise.reject(died);
      return member.bind(target) as unknown;
    },
  });
};

describeStores('a correction that dies', ({ name, open }) => {
  const withPapers = async (): Promise<GraphStore> => {
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada Lovelace' }]),
      paper('y', [{ name: 'Augusta King' }]),
    ]);
    return store;
  };

  it('before it writes leaves nothing', async () => {
    const store = await withPapers();
    await expect(correct(() => dying(store, 'write'), draft)).rejects.toBe(died);
    expect(await store.corrections()).toEqual([]);
    expect((await store.statistics()).authorCount).toBe(2);
    expect((await store.correct(draft)).entityIds).toEqual([ada]);
  });

  it('before it finishes leaves an institution visible in a file, and hidden by the next import in Neo4j', async () => {
    const store = await open();
    const at = (doi: string) => paper(doi, [{ name: 'Ada Lovelace', affiliations: [{ name: 'Rome' }] }]);
    await importRecords(store, [at('x'), at('y')]);
    const rome = institutionId('Rome');
    const hide: CorrectionDraft = { kind: 'HIDE', entityIds: [rome], by: 'Cora' };
    await expect(correct(() => dying(store, 'finish'), hide)).rejects.toBe(died);
    await importRecords(store, [at('z')]);
    if (name === 'Neo4j') expect(await entityOf(store, rome)).toBeUndefined();
    else expect(await entityOf(store, rome)).toMatchObject({ paperCount: 3 });
  });

  it('before it finishes leaves nothing in a file, and what the next import completes in Neo4j', async () => {
    const store = await withPapers();
    await expect(correct(() => dying(store, 'finish'), draft)).rejects.toBe(died);
    await importRecords(store, [paper('z', [{ name: 'Bea' }])]);
    const isMade = name === 'Neo4j';
    expect(await store.corrections()).toHaveLength(isMade ? 1 : 0);
    expect(await entityOf(store, augusta)).toMatchObject(
      isMade ? { id: ada, paperCount: 2 } : { id: augusta, paperCount: 1 },
    );
  });
});
