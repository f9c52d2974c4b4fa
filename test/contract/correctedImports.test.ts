import { same } from '../support/curatedPapers.ts';
import { authorsOf, orcid, otherOrcid, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';

describeStores('imports into a corrected graph', ({ open }) => {
  it('keep an author whose ORCID becomes contradictory when the author joined by SAME leaves the paper', async () => {
    const store = await open();
    const carl = { name: 'Carl Cole', ids: { dblp: 'c/Carl' } };
    const ada = `author:orcid:${orcid}`;
    await importRecords(store, [paper('x', [{ name: 'Ada King', ids: { s2: '7', orcid } }])]);
    await importRecords(store, [paper('x', [{ name: 'Ada King', ids: { s2: '7' } }, carl])]);
    await store.correct(same(ada, 'author:dblp:c/Carl'));
    await importRecords(store, [paper('x', [{ name: 'Ada King', ids: { s2: '7', orcid: otherOrcid } }])]);
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([ada]);
  });
});
