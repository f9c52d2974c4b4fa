import fc from 'fast-check';
import type { PageEntry } from '../../src/graph/model/pages.ts';
import { sortValues, type SortValues } from '../../src/graph/model/orders.ts';
import {
  defaultOrder,
  relationNames,
  relationRow,
  type RelationName,
} from '../../src/graph/model/relations.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { pairKey, type Pair } from '../../src/graph/pair.ts';
import { handGraph, idsByKind } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { edgesByHand, orderByHand } from '../support/relationsByHand.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';
import { wholeList } from '../support/wholeList.ts';

/** The ids of a list of a pair, read page by page from both ends. */
const everyPage = async (
  store: GraphStore,
  relation: RelationName,
  pair: Pair,
  which: 'shared' | 'separate',
  first: number,
): Promise<string[]> => {
  const order = relationRow(relation).orders[defaultOrder(relation)] ?? [];
  const entries = await wholeList<PageEntry, SortValues>(
    first,
    async (request) => {
      const pages = await store.commonNeighbors(relation, [pair], { ...request, order, which });
      const page = pages.get(pairKey(pair));
      if (!page) throw new Error(`${pairKey(pair)} has no page`);
      return page;
    },
    ({ node, edge }) => sortValues(order, node, edge),
  );
  return entries.map(({ node }) => node.id);
};

describeStores('the neighbors of two entities', ({ open, draws }) => {
  it.each(relationNames)(
    'that both or only one has along %s agree with comparing the lists by hand',
    async (relation) => {
      const { from } = relationRow(relation);
      await fc.assert(
        fc.asyncProperty(
          drawnRecords(),
          fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 4 }),
          fc.integer({ min: 1, max: 3 }),
          async (records, picks, first) => {
            const graph = handGraph(records);
            const ids = idsByKind(graph)[from];
            if (ids.length < 2) return;
            const store = await storeWith(open, records);
            const edges = edgesByHand(graph, relation).sort(orderByHand(graph, defaultOrder(relation)));
            const neighbors = (id: string): string[] =>
              edges.filter((edge) => edge.from === id).map((edge) => edge.to);
            for (const [one, other] of picks) {
              const pair = { from: ids[one % ids.length]!, to: ids[other % ids.length]! };
              if (pair.from === pair.to) continue;
              const others = neighbors(pair.to);
              const shared = neighbors(pair.from).filter((id) => others.includes(id));
              const separate = neighbors(pair.from).filter((id) => !others.includes(id) && id !== pair.to);
              expect(await everyPage(store, relation, pair, 'shared', first)).toEqual(shared);
              expect(await everyPage(store, relation, pair, 'separate', first)).toEqual(separate);
            }
          },
        ),
        { numRuns: Math.ceil(draws / 6) },
      );
    },
    300_000,
  );
});
