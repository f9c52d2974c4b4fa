import type { Correction, CorrectionDraft } from '../../src/graph/identity/corrections.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { ada, augusta, bea, different, drafted, same, withTwoPapers } from '../support/curatedPapers.ts';
import { authorsOf, entityOf } from '../support/identified.ts';
import { describeStores } from '../support/stores.ts';

const [x, y] = ['paper:doi:10.1000/x', 'paper:doi:10.1000/y'];

const splitOff = (more: Partial<CorrectionDraft> = {}): CorrectionDraft =>
  drafted({ kind: 'SPLIT', entityIds: [bea], paperIds: [y], ...more });

/** Splits the paper y off Bea. Returns the correction and the id of the other person. */
const splitBea = async (store: GraphStore, more: Partial<CorrectionDraft> = {}) => {
  const { correction, entityIds } = await store.correct(splitOff(more));
  return { id: correction.id, other: entityIds[1] ?? '' };
};

describeStores('corrections that contradict each other', ({ open }) => {
  const withPapers = () => withTwoPapers(open);
  const refusal = (id: string) => ({ code: 'BAD_USER_INPUT', message: expect.stringContaining(id) });

  it('are refused, and the error names the one in force', async () => {
    const store = await withPapers();
    const { correction } = await store.correct(different(ada, augusta));
    await expect(store.correct(same(ada, augusta))).rejects.toMatchObject(refusal(correction.id));
    await store.undoCorrection(correction.id, 'Cora');
    const joined = await store.correct(same(ada, augusta));
    await expect(store.correct(different(ada, augusta))).rejects.toMatchObject(refusal(joined.correction.id));
    await expect(store.correct(same(ada, augusta))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are refused through a third entity', async () => {
    const store = await withPapers();
    await store.correct(different(ada, bea));
    await store.correct(same(ada, augusta));
    await expect(store.correct(same(augusta, bea))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('SAME of an author and the person who was split off is refused until the split is undone', async () => {
    const store = await withPapers();
    const { id, other } = await splitBea(store);
    await expect(store.correct(same(other, bea))).rejects.toMatchObject(refusal(id));
    expect(await store.corrections()).toMatchObject([{ id, effective: true }]);
    expect(await authorsOf(store, y)).toEqual([augusta, other]);
    await store.undoCorrection(id, 'Cora');
    expect(await authorsOf(store, y)).toEqual([augusta, bea]);
  });

  it('SAME is refused through a chain that leads from the author to the person who was split off', async () => {
    const store = await withPapers();
    const { id, other } = await splitBea(store);
    await store.correct(same(other, ada));
    await expect(store.correct(same(ada, bea))).rejects.toMatchObject(refusal(id));
  });

  it('SAME of an author and the stored one who got the papers is refused', async () => {
    const store = await withPapers();
    const { id } = await splitBea(store, { into: ada });
    await expect(store.correct(same(bea, ada))).rejects.toMatchObject(refusal(id));
  });

  it('SAME of two persons who were split off one after the other from different authors is possible', async () => {
    const store = await withPapers();
    const { other } = await splitBea(store);
    const again = await store.correct(drafted({ kind: 'SPLIT', entityIds: [ada], paperIds: [x] }));
    await store.correct(same(other, again.entityIds[1] ?? ''));
    expect((await store.corrections()).every(({ effective }) => effective)).toBe(true);
  });

  it.each(['before', 'after'])(
    'SAME from a file counts, made %s a split that it contradicts, which is said to have no effect',
    async (order) => {
      const store = await withPapers();
      const { id, other } = await splitBea(store, { name: 'Beatrice Bell' });
      const [split] = await store.corrections();
      const time = Date.parse(split!.at) + (order === 'before' ? -1_000 : 1_000);
      const joined: Correction = {
        ...same(other, bea),
        id: 'joined',
        at: new Date(time).toISOString(),
        effective: false,
      };
      await store.addCorrections([joined]);
      const effects = new Map((await store.corrections()).map((each) => [each.id, each.effective]));
      expect(effects).toEqual(
        new Map([
          ['joined', true],
          [id, false],
        ]),
      );
      expect(await entityOf(store, other)).toMatchObject({ name: 'Bea Bell', paperCount: 2 });
      await store.undoCorrection('joined', 'Cora');
      expect(await entityOf(store, other)).toMatchObject({ name: 'Beatrice Bell', paperCount: 1 });
      expect(await store.corrections()).toContainEqual(expect.objectContaining({ id, effective: true }));
    },
  );
});
