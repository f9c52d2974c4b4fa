import fc from 'fast-check';
import type { PaperRecord } from '../../src/import/importRecord.ts';
import { handGraph, paperId } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';
import { surroundingWorksByHand } from '../support/surroundingWorksByHand.ts';

const directions = ['PRIOR', 'DERIVATIVE'] as const;

describeStores('prior and derivative works', ({ open, draws }) => {
  it('agree with counting by hand in drawn graphs', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await storeWith(open, records);
        const graph = handGraph(records);
        const ids = graph.papers.map(({ id }) => id);
        for (const direction of directions) {
          const works = await store.surroundingWorks(ids, { direction, first: 100 });
          const shown = ids.map((id) => works.get(id)?.map(({ paper, count }) => ({ id: paper.id, count })));
          expect(shown).toEqual(ids.map((id) => surroundingWorksByHand(graph, id, direction)));
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('are of the paper and the 50 papers most related to it, as many as are requested, of papers that exist', async () => {
    const paper = (name: string, ...references: string[]): PaperRecord => ({
      ids: { doi: `10.1000/${name}` },
      authors: [],
      references: references.map((each) => `doi:10.1000/${each}`),
    });
    const id = (name: string): string => paperId(`10.1000/${name}`);
    const names = Array.from({ length: 60 }, (_, index) => `r${String(index).padStart(2, '0')}`);
    const store = await storeWith(open, [
      paper('base'),
      paper('other'),
      paper('center', 'base'),
      ...names.map((name) => paper(name, 'base', ...(name === 'r59' || name === 'r00' ? ['other'] : []))),
    ]);
    const request = { direction: 'PRIOR', first: 1 } as const;
    const works = await store.surroundingWorks([id('center'), id('missing')], request);
    const base = (await store.entities([id('base')])).get(id('base'));
    expect(works).toEqual(new Map([[id('center'), [{ paper: base, count: 51 }]]])); // r00 and r59 are less related
    expect(await store.surroundingWorks([id('center')], { direction: 'PRIOR', first: 0 })).toEqual(
      new Map([[id('center'), []]]),
    );
  });
});
