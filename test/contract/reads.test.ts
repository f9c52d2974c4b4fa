import fc from 'fast-check';
import { relationRow } from '../../src/graph/model/relations.ts';
import { pairKey } from '../../src/graph/pair.ts';
import { handGraph, idsByKind } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { edgesByHand, jointPaperPasses, orderByHand } from '../support/relationsByHand.ts';
import { citingPapers } from '../support/surroundingWorksByHand.ts';
import { describeStores, importRecords } from '../support/stores.ts';

describeStores('what two authors share', ({ open, draws }) => {
  const graphs = fc.record({
    records: drawnRecords(),
    filter: fc.option(
      fc.record(
        {
          venueNames: fc.constant(['Annals']),
          years: fc.constant({ from: 2000 }),
          minPapers: fc.constantFrom(1, 2),
        },
        { requiredKeys: [] },
      ),
      { nil: undefined },
    ),
  });

  it('agrees with the joint papers by hand', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async ({ records, filter }) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const authors = [...graph.authors.keys()];
        const pairs = authors.flatMap((from) => authors.map((to) => ({ from, to })));
        const edges = edgesByHand(graph, 'collaborators', filter);
        const { minPapers: _, ...papersFilter } = filter ?? {};
        const collaborations = await store.collaborations(pairs, filter);
        const order = relationRow('authorPapers').orders['NEWEST'] ?? [];
        const papers = await store.commonNeighbors('authorPapers', pairs, {
          first: 100,
          order,
          count: true,
          which: 'joint',
          ...(filter && { filter: papersFilter }),
        });
        for (const { from, to } of pairs) {
          const expected = edges.find((edge) => edge.from === from && edge.to === to);
          const key = pairKey({ from, to });
          expect(collaborations.get(key)?.paperCount).toBe(expected?.paperCount ?? undefined);
          expect(collaborations.get(key)?.strength).toBe(expected?.strength ?? undefined);
          if (from === to) continue;
          const joint = graph.papers
            .filter((paper) => jointPaperPasses(graph, paper, papersFilter))
            .filter((paper) => [from, to].every((id) => paper.authors.some((author) => author.id === id)));
          const sorted = edgesByHand(graph, 'authorPapers')
            .filter((edge) => edge.from === from && joint.some((paper) => paper.id === edge.to))
            .sort(orderByHand(graph, 'NEWEST'));
          const page = papers.get(key);
          expect(page?.entries.map(({ node }) => node.id)).toEqual(sorted.map((edge) => edge.to));
          expect(page?.total).toBe(sorted.length);
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);
});

describeStores('metrics and statistics', ({ open, draws }) => {
  it('agree with counting by hand', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await open();
        await importRecords(store, records);
        const graph = handGraph(records);
        const metrics = await store.metrics([...graph.authors.keys()]);
        for (const id of graph.authors.keys()) {
          const papers = graph.papers.filter((paper) => paper.authors.some((author) => author.id === id));
          const citations = papers.map(({ id: paper, record: { citationCount } }) => ({
            reported: citationCount ?? -1,
            stored: citingPapers(graph, paper),
          }));
          const cited = citations
            .filter(({ reported, stored }) => reported >= 0 || stored > 0)
            .map(({ reported, stored }) => Math.max(reported, stored));
          const years = papers.flatMap((paper) => paper.year ?? []);
          const h = [...Array(papers.length + 1).keys()].filter(
            (each) => cited.filter((count) => count >= each).length >= each,
          );
          expect(metrics.get(id)).toMatchObject({
            paperCount: papers.length,
            citationCount: cited.reduce((sum, each) => sum + each, 0),
            hIndex: Math.max(...h),
            papersWithUnknownCitations: papers.length - cited.length,
            basis: {
              reportedPapers: citations.filter((each) => each.reported >= Math.max(each.stored, 0)).length,
              storedPapers: citations.filter(({ reported, stored }) => stored > Math.max(reported, 0)).length,
              unknownPapers: papers.length - cited.length,
            },
            collaboratorCount: edgesByHand(graph, 'collaborators').filter((edge) => edge.from === id).length,
            firstYear: years.length === 0 ? null : Math.min(...years),
            lastYear: years.length === 0 ? null : Math.max(...years),
          });
        }
        const ids = idsByKind(graph);
        expect(await store.statistics()).toMatchObject({
          authorCount: ids.AUTHOR.length,
          paperCount: ids.PAPER.length,
          topicCount: ids.TOPIC.length,
          institutionCount: ids.INSTITUTION.length,
          authorshipCount: edgesByHand(graph, 'authorPapers').length,
          collaborationCount: edgesByHand(graph, 'collaborators').length / 2,
          citationLinkCount: edgesByHand(graph, 'references').length,
        });
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
