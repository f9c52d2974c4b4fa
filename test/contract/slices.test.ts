import fc from 'fast-check';
import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import { relationKinds } from '../../src/graph/model/relations.ts';
import { graphSlice, type Slice } from '../../src/graph/slice/graphSlice.ts';
import type { SliceBounds } from '../../src/graph/slice/sliceQuestion.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { handGraph, type HandGraph } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { asHandSlice, linkedIn, sliceByHand, type HandQuestion } from '../support/sliceByHand.ts';
import { describeStores } from '../support/stores.ts';

const expectAgreement = async (
  store: GraphStore,
  graph: HandGraph,
  question: HandQuestion,
  bounds: SliceBounds,
): Promise<Slice> => {
  const slice = await graphSlice(store, question, bounds);
  expect(slice.centers.size).toBe(question.centers.length);
  expect(asHandSlice(slice)).toEqual(sliceByHand(linkedIn(graph), question, bounds));
  return slice;
};

const idsOf = ({ authors, institutions, papers }: HandGraph): string[] => [
  ...authors.keys(),
  ...institutions.keys(),
  ...papers.flatMap(({ id, topics }) => [id, ...topics.keys()]),
];

const drawnQuestion = (graph: HandGraph): fc.Arbitrary<HandQuestion> =>
  fc.record({
    centers: fc.uniqueArray(fc.constantFrom(...idsOf(graph)), { minLength: 1, maxLength: 3 }),
    depth: fc.integer({ min: 0, max: 2 }),
    kinds: fc.uniqueArray(fc.constantFrom(...entityKinds), { maxLength: 3 }),
    relations: fc
      .tuple(fc.boolean(), fc.uniqueArray(fc.constantFrom(...relationKinds), { maxLength: 6 }))
      .map(([any, some]) => (any ? [] : some)),
    perKind: fc.integer({ min: 1, max: 4 }),
  });

const drawnBounds: fc.Arbitrary<SliceBounds> = fc.oneof(
  fc.constant({ nodes: 500, edges: 2000 }),
  fc.record({ nodes: fc.integer({ min: 3, max: 20 }), edges: fc.integer({ min: 0, max: 30 }) }),
);

/** Questions depend on the graph, of which one serves for several: opening a store takes longer than asking it. */
const drawnSeeds = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });

describeStores('slices of drawn graphs', ({ open, draws }) => {
  it('agree with walking by hand, cut or not', async () => {
    const met = { truncated: 0, omitted: 0 };
    await fc.assert(
      fc.asyncProperty(drawnRecords(), drawnSeeds, async (records, seeds) => {
        const graph = handGraph(records);
        if (idsOf(graph).length === 0) return;
        const store = await storeWith(open, records);
        for (const seed of seeds) {
          const [drawn] = fc.sample(fc.tuple(drawnQuestion(graph), drawnBounds), { seed, numRuns: 1 });
          const slice = await expectAgreement(store, graph, drawn![0], drawn![1]);
          met.truncated += slice.truncated ? 1 : 0;
          met.omitted += slice.omitted.length;
        }
      }),
      { numRuns: draws },
    );
    if (draws < 20) return;
    // else the draws would show nothing
    expect(met.truncated).toBeGreaterThan(5);
    expect(met.omitted).toBeGreaterThan(50);
  }, 120_000);
});
