import fc from 'fast-check';
import type { PageEntry } from '../../src/graph/model/pages.ts';
import { sortValues, type OrderKey, type SortValues } from '../../src/graph/model/orders.ts';
import { relationNames, relationRow, type RelationName } from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { RelationFilter } from '../../src/graph/model/filters.ts';
import { handGraph, type HandGraph } from '../support/byHand.ts';
import { edgesByHand, orderByHand, type HandEdge } from '../support/relationsByHand.ts';
import { drawnAuthorIds, drawnTitles } from '../support/drawnPaperFilters.ts';
import { asHandEdge } from '../support/questions.ts';
import { drawnRecords, drawnTopics, drawnVenues } from '../support/drawnRecords.ts';
import { describeStores, importRecords } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';
import { institutionId, topicId } from '../support/byHand.ts';

/** The edges of an entity along a relation, read page by page. */
const everyPage = async (
  store: GraphStore,
  relation: RelationName,
  order: readonly OrderKey[],
  id: string,
  first: number,
  filter?: RelationFilter,
): Promise<HandEdge[]> => {
  const entries = await wholeList<PageEntry, SortValues>(
    first,
    async (request) => {
      const page = { ...request, order, ...(filter && { filter }) };
      const pages = (await store.neighbors([id], [{ relation, page }])).get(id);
      if (!pages?.[0]) throw new Error(`${id} has no page`);
      return pages[0];
    },
    ({ node, edge }) => sortValues(order, node, edge),
  );
  return entries.map(({ node, edge }) => asHandEdge(id, node.id, edge));
};

const sourcesOf = (graph: HandGraph, relation: RelationName): string[] => {
  const { from } = relationRow(relation);
  const ids = {
    AUTHOR: [...graph.authors.keys()],
    INSTITUTION: [...graph.institutions.keys()],
    PAPER: graph.papers.map((paper) => paper.id),
    TOPIC: [...graph.topics.keys()],
  };
  return ids[from];
};

const expectAgreement = async (
  store: GraphStore,
  graph: HandGraph,
  relation: RelationName,
  first: number,
  filter?: RelationFilter,
): Promise<void> => {
  const expected = edgesByHand(graph, relation, filter);
  for (const [name, order] of Object.entries(relationRow(relation).orders)) {
    for (const id of sourcesOf(graph, relation)) {
      const byHand = expected.filter((edge) => edge.from === id).sort(orderByHand(graph, name));
      const edges = await everyPage(store, relation, order, id, first, filter);
      expect({ relation, name, id, edges }).toEqual({ relation, name, id, edges: byHand });
    }
  }
};

describeStores('pages along every relation', ({ open, draws }) => {
  it('agree with counting by hand, in every order, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), fc.integer({ min: 1, max: 3 }), async (records, first) => {
        const store = await open();
        await importRecords(store, records);
        for (const relation of relationNames)
          await expectAgreement(store, handGraph(records), relation, first);
      }),
      { numRuns: Math.ceil(draws / 3) },
    );
  }, 300_000);

  const years = fc.record(
    { from: fc.integer({ min: 1999, max: 2002 }), to: fc.integer({ min: 2000, max: 2003 }) },
    { requiredKeys: [] },
  );
  const topicIds = fc.subarray(drawnTopics.map(topicId), { minLength: 1 });
  const venueNames = fc.subarray([...drawnVenues, 'nowhere'], { minLength: 1 });
  const paperFilter = fc.record(
    {
      years,
      topicIds,
      venueNames,
      paperTypes: fc.constantFrom(['ARTICLE'] as const, ['BOOK', 'REVIEW'] as const),
      authorIds: drawnAuthorIds,
      title: drawnTitles,
      hasCode: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const collaborationFilter = fc.record(
    {
      years,
      topicIds,
      venueNames,
      institutionIds: fc.constantFrom(
        [institutionId('Institute')],
        [institutionId('Uni Göttingen'), 'institution:ror:02nr0ka47'],
      ),
      maxAuthorsPerPaper: fc.integer({ min: 2, max: 7 }),
      minPapers: fc.integer({ min: 1, max: 2 }),
    },
    { requiredKeys: [] },
  );

  it.each(['authorPapers', 'topicPapers', 'institutionPapers'] as const)(
    '%s agrees with filtering by hand',
    async (relation) => {
      await fc.assert(
        fc.asyncProperty(drawnRecords(), paperFilter, async (records, filter) => {
          const store = await open();
          await importRecords(store, records);
          await expectAgreement(store, handGraph(records), relation, 2, filter);
        }),
        { numRuns: draws },
      );
    },
    300_000,
  );

  it('collaborators agree with recounting by hand over the joint papers that pass', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), collaborationFilter, async (records, filter) => {
        const store = await open();
        await importRecords(store, records);
        await expectAgreement(store, handGraph(records), 'collaborators', 2, filter);
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
