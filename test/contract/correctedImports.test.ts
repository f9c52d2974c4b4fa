import { same } from '../support/curatedPapers.ts';
import { authorsOf, orcid, otherOrcid, paper } from '../support/identified.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { visibleGraphOf } from '../support/visibleGraph.ts';

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

  it('join an author of SAME with another one, and the undo leaves the papers to the joined author', async () => {
    const store = await open();
    const [ada, carl] = ['author:openalex:A5', 'author:dblp:c/Carl'];
    await importRecords(store, [
      paper('x', [{ name: 'Ada King', ids: { s2: '7' } }]),
      paper('y', [
        { name: 'Ada Lovelace', ids: { openalex: 'A5' } },
        { name: 'Carl Cole', ids: { dblp: 'c/Carl' } },
      ]),
    ]);
    const { correction } = await store.correct(same('author:s2:7', carl));
    await importRecords(store, [{ record: 'redirect', kind: 'author', from: 's2:7', to: 'openalex:A5' }]);
    await store.undoCorrection(correction.id, 'Cora');
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([ada]);
    expect(await authorsOf(store, 'paper:doi:10.1000/y')).toEqual([ada, carl]);
  });

  it('replace a paper in the batch in which one of its authors gets an id that a SAME names', async () => {
    const store = await open();
    const [ada, bea, carl] = [`author:orcid:${orcid}`, 'author:drawn-name:Bea%20Bell', 'author:dblp:c/Carl'];
    const at = '2026-01-01T00:00:00.000Z';
    await importRecords(store, [paper('x', [{ name: 'Ada King', ids: { orcid } }])]);
    await store.addCorrections([{ id: '1', at, effective: false, ...same('author:s2:7', carl) }]);
    await importRecords(store, [
      paper('y', [{ name: 'Ada King', ids: { orcid, s2: '7' } }]),
      paper('z', [{ name: 'Carl Cole', ids: { dblp: 'c/Carl' } }]),
      paper('x', [{ name: 'Bea Bell' }]),
    ]);
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([bea]);
    expect(await authorsOf(store, 'paper:doi:10.1000/y')).toEqual([carl]);
    await store.undoCorrection('1', 'Cora');
    expect(await authorsOf(store, 'paper:doi:10.1000/x')).toEqual([bea]);
    expect(await authorsOf(store, 'paper:doi:10.1000/y')).toEqual([ada]);
  });

  it('join an author with one of SAME in every order of the import and the correction', async () => {
    const [ada, king] = ['author:openalex:A5', `author:orcid:${otherOrcid}`];
    const before = [
      paper('x', [
        { name: 'A. Lovelace', ids: { orcid } },
        { name: 'Ada King', ids: { orcid: otherOrcid } },
      ]),
      paper('y', [{ name: 'Ada Lovelace', ids: { openalex: 'A5' } }]),
    ];
    const after = [paper('y', [{ name: 'Ada Lovelace', ids: { openalex: 'A5', orcid } }])];
    const correction = { id: '1', at: '2026-01-01T00:00:00.000Z', effective: true, ...same(king, ada) };
    const first = await open();
    await importRecords(first, before);
    await importRecords(first, after);
    await first.addCorrections([correction]);
    const expected = await visibleGraphOf(first);
    const second = await open();
    await importRecords(second, before);
    await second.addCorrections([correction]);
    await importRecords(second, after);
    expect(await visibleGraphOf(second)).toEqual(expected);
  });

  it('merge a paper in the batch that stores a topic which SAME joins with the topic of the paper', async () => {
    const at = '2026-01-01T00:00:00.000Z';
    const topics = ['topic:keyword:graphs', 'topic:keyword:logic'];
    const store = await open();
    await importRecords(store, [
      paper('x', [{ name: 'Ada' }], { topics: [{ name: 'logic' }] }),
      paper('y', [{ name: 'Bea' }], { ids: { arxiv: '1801.00001' }, topics: [] }),
    ]);
    await store.addCorrections([{ id: '1', at, effective: false, ...same(...topics) }]);
    await importRecords(store, [
      paper('x', [{ name: 'Ada' }], {
        ids: { doi: '10.1000/x', arxiv: '1801.00001' },
        topics: [{ name: 'graphs' }],
      }),
    ]);
    expect(await authorsOf(store, 'paper:arxiv:1801.00001')).toEqual(['author:drawn-name:Ada']);
  });
});
