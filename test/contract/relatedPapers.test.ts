import fc from 'fast-check';
import type { SortValues } from '../../src/graph/model/orders.ts';
import {
  relatedPaperPosition,
  relatedParts,
  type RelatedPaper,
  type RelatedPapersPage,
  type RelatedPapersRequest,
} from '../../src/graph/relatedPapers.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { handGraph, paperId } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { drawnPaperFilter } from '../support/drawnPaperFilters.ts';
import { storeWith } from '../support/questions.ts';
import { relatedPapersByHand, type HandRelatedPaper } from '../support/relatedPapersByHand.ts';
import { describeStores } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';

const pageOf = async (
  store: GraphStore,
  id: string,
  request: Partial<RelatedPapersRequest> = {},
): Promise<RelatedPapersPage> => {
  const asked = { by: relatedParts, first: 100, count: true, ...request };
  const page = (await store.relatedPapers([id], asked)).get(id);
  if (!page) throw new Error(`${id} has no page`);
  return page;
};

const asHand = ({ entries }: Pick<RelatedPapersPage, 'entries'>): HandRelatedPaper[] =>
  entries.map(({ node, score, parts }) => ({ id: node.id, score, parts }));

describeStores('related papers in drawn graphs', ({ open, draws }) => {
  it('agree with comparing all papers by hand, by every choice of parts and filter', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        fc.array(fc.tuple(fc.subarray([...relatedParts], { minLength: 1 }), drawnPaperFilter), {
          minLength: 5,
          maxLength: 5,
        }),
        async (records, asked) => {
          const store = await storeWith(open, records);
          const graph = handGraph(records);
          const ids = graph.papers.map(({ id }) => id);
          for (const [by, filter] of [[relatedParts, {}] as const, ...asked]) {
            const pages = await store.relatedPapers(ids, { by, filter, first: 100, count: true });
            for (const id of ids) {
              const byHand = relatedPapersByHand(graph, id, by, filter);
              const page = pages.get(id);
              expect({ by, filter, related: page && asHand(page) }).toEqual({ by, filter, related: byHand });
              expect(page).toMatchObject({
                ...{ total: byHand.length, hasNext: false, hasPrevious: false, status: 'COMPLETE' },
              });
            }
          }
        },
      ),
      { numRuns: draws },
    );
  }, 300_000);

  it('come page by page in pages of every size', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), fc.integer({ min: 1, max: 3 }), async (records, first) => {
        const store = await storeWith(open, records);
        const graph = handGraph(records);
        for (const { id } of graph.papers) {
          const byHand = relatedPapersByHand(graph, id, relatedParts);
          const entries = await wholeList<RelatedPaper, SortValues>(
            first,
            (request) => pageOf(store, id, request),
            relatedPaperPosition,
          );
          expect(asHand({ entries })).toEqual(byHand);
        }
      }),
      { numRuns: Math.ceil(draws / 4) },
    );
  }, 300_000);
});

describeStores('related papers', ({ open }) => {
  const paper = (name: string, references: string[], authors: string[] = [], topics: string[] = []) => ({
    ids: { doi: `10.1000/${name}` },
    references: references.map((each) => `doi:10.1000/${each}`),
    authors: authors.map((each) => ({ name: each })),
    topics: topics.map((each) => ({ name: each, level: 'KEYWORD' })),
  });
  const id = (name: string): string => paperId(`10.1000/${name}`);

  it('with equal references score 1, and a rarely cited reference counts more than a frequently cited one', async () => {
    const store = await storeWith(open, [
      paper('popular', []),
      paper('rare', []),
      paper('a', ['popular', 'rare']),
      paper('same', ['popular', 'rare']),
      paper('b', ['popular']),
      paper('c', ['rare']),
      ...['d', 'e', 'f'].map((name) => paper(name, ['popular'])),
    ]);
    const page = await pageOf(store, id('a'), { by: ['COUPLING'] });
    expect(page.entries.map(({ node }) => node.id)).toEqual(['same', 'c', 'b', 'd', 'e', 'f'].map(id));
    expect(page.entries[0]).toMatchObject({ score: 1e9, parts: { COUPLING: 1e9 } });
    const [rare, popular] = [1 / Math.log(4), 1 / Math.log(7)];
    expect(page.entries[1]!.score).toBeCloseTo(1e9 * Math.sqrt(rare / (rare + popular)), -1);
  });

  it('are the stored entities of the papers that exist; other ids have no page', async () => {
    const store = await storeWith(open, [
      paper('a', [], ['x'], ['t']),
      paper('b', [], ['x']),
      paper('c', [], [], ['t']),
      paper('alone', []),
    ]);
    const request = { by: ['AUTHORS'], first: 1, count: false } as const;
    const pages = await store.relatedPapers([id('a'), id('alone'), id('missing')], request);
    const b = (await store.entities([id('b')])).get(id('b'));
    const rest = { hasNext: false, hasPrevious: false, status: 'COMPLETE' };
    expect(pages).toEqual(
      new Map([
        [id('a'), { entries: [{ node: b, score: 1e9, parts: { AUTHORS: 1e9 } }], ...rest }],
        [id('alone'), { entries: [], ...rest }],
      ]),
    );
    expect(await pageOf(store, id('a'), { first: 0 })).toEqual({
      ...{ entries: [], hasNext: true, hasPrevious: false, total: 2, status: 'COMPLETE' },
    });
  });
});
