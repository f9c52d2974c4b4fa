import { ada, augusta, bea, drafted, same, withTwoPapers } from '../support/curatedPapers.ts';
import { authorsOf, entityOf, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

const [x, y] = ['paper:doi:10.1000/x', 'paper:doi:10.1000/y'];

describeStores('the rules of HIDE and RENAME', ({ open }) => {
  const withPapers = () => withTwoPapers(open);

  it('HIDE takes an entity from everything, and undoing it brings all back', async () => {
    const store = await withPapers();
    await importRecords(store, [paper('z', [], { references: ['doi:10.1000/x'] })]);
    const { correction, entityIds } = await store.correct(drafted({ kind: 'HIDE', entityIds: [x] }));
    expect(entityIds).toEqual([]);
    expect(await entityOf(store, x)).toBeUndefined();
    expect(await entityOf(store, ada)).toBeUndefined();
    expect(await store.statistics()).toMatchObject({ paperCount: 2, authorCount: 2, citationLinkCount: 0 });
    await store.undoCorrection(correction.id, 'Cora');
    expect(await entityOf(store, ada)).toMatchObject({ paperCount: 1 });
    expect(await store.statistics()).toMatchObject({ paperCount: 3, authorCount: 3, citationLinkCount: 1 });
  });

  it('the latest RENAME counts, and the ones before it have no effect until it is undone', async () => {
    const store = await withPapers();
    const rename = (name: string) => store.correct(drafted({ kind: 'RENAME', entityIds: [ada], name }));
    await rename('Ada King');
    const { correction } = await rename('Ada Byron');
    const effects = async () => (await store.corrections()).map(({ name, effective }) => [name, effective]);
    expect(await effects()).toEqual([
      ['Ada Byron', true],
      ['Ada King', false],
    ]);
    await store.undoCorrection(correction.id, 'Cora');
    expect(await entityOf(store, ada)).toMatchObject({ name: 'Ada King' });
    expect(await effects()).toEqual([
      ['Ada Byron', false],
      ['Ada King', true],
    ]);
  });

  it('HIDE of an author leaves an author list that is not complete, until it is undone', async () => {
    const store = await withPapers();
    const { correction } = await store.correct(drafted({ kind: 'HIDE', entityIds: [ada] }));
    expect(await entityOf(store, x)).toMatchObject({ authorCount: 2, authorListIsComplete: false });
    expect(await entityOf(store, y)).toMatchObject({ authorCount: 2, authorListIsComplete: true });
    await store.undoCorrection(correction.id, 'Cora');
    expect(await entityOf(store, x)).toMatchObject({ authorCount: 2, authorListIsComplete: true });
  });

  it('HIDE takes away an author that SPLIT made, and undoing it brings the author back', async () => {
    const store = await withPapers();
    const { entityIds } = await store.correct(drafted({ kind: 'SPLIT', entityIds: [bea], paperIds: [y] }));
    const [, made = ''] = entityIds;
    const { correction } = await store.correct(drafted({ kind: 'HIDE', entityIds: [made] }));
    expect(await authorsOf(store, y)).toEqual([augusta]);
    await store.undoCorrection(correction.id, 'Cora');
    expect(await authorsOf(store, y)).toEqual([augusta, made]);
  });

  it('HIDE of the topic of a joined paper does not show the topic of the other paper instead', async () => {
    const store = await open();
    await importRecords(store, [
      paper('x', [], { topics: [{ name: 'graphs' }] }),
      paper('y', [], { topics: [{ name: 'logic' }] }),
    ]);
    await store.correct(same(x, y));
    await store.correct(drafted({ kind: 'HIDE', entityIds: ['topic:keyword:graphs'] }));
    expect(await entityOf(store, 'topic:keyword:logic')).toBeUndefined();
  });

  it('RENAME shows in lists, search and alternative names', async () => {
    const store = await withPapers();
    await store.correct(drafted({ kind: 'RENAME', entityIds: [ada], name: 'Ada  King' }));
    expect(await entityOf(store, ada)).toMatchObject({
      name: 'Ada King',
      alternativeNames: ['Ada Lovelace'],
    });
    for (const words of [['ada', 'king'], ['lovelace']]) {
      const page = await store.search({ words, kinds: ['AUTHOR'], first: 5, count: true });
      expect(page.entries.map(({ node }) => node.id)).toEqual([ada]);
    }
  });
});
