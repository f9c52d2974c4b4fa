import fc from 'fast-check';
import {
  dimensions,
  groupPosition,
  type BreakdownRequest,
  type Dimension,
} from '../../src/graph/breakdown.ts';
import { kindOf } from '../../src/graph/model/ids.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { asHandGroups, breakdownByHand, type HandGroup, type HandScope } from '../support/breakdownByHand.ts';
import { handGraph, idsByKind, type HandGraph } from '../support/byHand.ts';
import { drawnRecords, drawnVenues } from '../support/drawnRecords.ts';
import { drawnPaperFilter } from '../support/drawnPaperFilters.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

/** Values of several dimensions, and one of none. */
const drawnValues = (graph: HandGraph): string[] => [
  ...Object.values(idsByKind(graph)).flat(),
  ...['1999', '2001', 'DE', drawnVenues[0]!, 'ARTICLE', 'nothing'],
];

const drawnQuestion = (graph: HandGraph): fc.Arbitrary<HandScope & { by: Dimension[] }> =>
  fc
    .record({
      by: fc.shuffledSubarray([...dimensions], { minLength: 1, maxLength: 2 }),
      entityId: fc.option(fc.constantFrom(...Object.values(idsByKind(graph)).flat()), {
        nil: undefined,
        freq: 3,
      }),
      filter: fc.option(drawnPaperFilter, { nil: undefined, freq: 1 }),
      values: fc.option(fc.subarray(drawnValues(graph), { minLength: 1 }), { nil: undefined, freq: 1 }),
    })
    .map(({ by, entityId, filter, values }) => {
      const isOfAuthor = entityId !== undefined && kindOf(entityId) === 'AUTHOR';
      return {
        by: by.map((dimension) => (dimension === 'COLLABORATOR' && !isOfAuthor ? 'FIELD' : dimension)),
        ...(entityId !== undefined && { entityId }),
        ...(filter && { filter }),
        ...(values && { values }),
      };
    })
    .filter(({ by }) => new Set(by).size === by.length);

/** Questions depend on the graph, of which one serves for several: opening a store takes longer than a question. */
const drawnSeeds = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

const questionsOf = (graph: HandGraph, seeds: readonly number[]) =>
  seeds.flatMap((seed) => fc.sample(drawnQuestion(graph), { seed, numRuns: 1 }));

/** A breakdown read page by page. */
const everyPage = async (
  store: GraphStore,
  request: Omit<BreakdownRequest, 'after'>,
): Promise<HandGroup[]> => {
  const read: HandGroup[] = [];
  for (let after: BreakdownRequest['after']; ;) {
    const page = await store.breakdown({ ...request, ...(after && { after }) });
    const groups = asHandGroups(page);
    if (request.backward) read.unshift(...groups);
    else read.push(...groups);
    const last = request.backward ? page.entries[0] : page.entries.at(-1);
    if (!last || !(request.backward ? page.hasPrevious : page.hasNext)) return read;
    expect(page.entries).toHaveLength(request.first);
    after = groupPosition(last.node);
  }
};

describeStores('breakdowns of drawn graphs', ({ open, draws }) => {
  it('agree with grouping by hand', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), drawnSeeds, async (records, seeds) => {
        const graph = handGraph(records);
        if (graph.papers.length === 0) return;
        const store = await storeWith(open, records);
        for (const question of questionsOf(graph, seeds)) {
          const { by, ...scope } = question;
          const page = await store.breakdown({ ...question, first: 100 });
          const { groups, ...counts } = breakdownByHand(graph, scope, by);
          expect({ question, groups: asHandGroups(page) }).toEqual({
            question,
            groups: groups.slice(0, 100),
          });
          expect(page).toMatchObject({ ...counts, total: groups.length, hasNext: groups.length > 100 });
          for (const { entity, value, dimension } of page.entries.flatMap(({ node }) => node.keys)) {
            expect(entity?.id).toBe(value.includes(':') ? value : undefined);
            expect(by).toContain(dimension);
          }
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('come page by page in pages of every size, also from the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        drawnSeeds,
        fc.integer({ min: 2, max: 9 }),
        async (records, seeds, first) => {
          const graph = handGraph(records);
          if (graph.papers.length === 0) return;
          const store = await storeWith(open, records);
          for (const { by, ...scope } of questionsOf(graph, seeds.slice(0, 4))) {
            const { groups } = breakdownByHand(graph, scope, by);
            expect(await everyPage(store, { by, ...scope, first })).toEqual(groups);
            expect(await everyPage(store, { by, ...scope, first, backward: true })).toEqual(groups);
          }
        },
      ),
      { numRuns: Math.ceil(draws / 4) },
    );
  }, 300_000);
});

describeStores('breakdowns', ({ open }) => {
  const field = (name: string, broader?: string) => ({
    record: 'topic' as const,
    name,
    level: 'FIELD' as const,
    ...(broader !== undefined && { broader: [{ name: broader, level: 'DOMAIN' as const }] }),
  });

  it('by field count papers about the field itself or anything narrower, once each', async () => {
    const store = await storeWith(open, [
      field('Mathematics', 'Science'),
      field('Physics', 'Science'),
      { record: 'topic', name: 'Trees', level: 'TOPIC', broader: [{ name: 'Mathematics', level: 'FIELD' }] },
      { record: 'topic', name: 'Heaps', level: 'TOPIC', broader: [{ name: 'Trees', level: 'TOPIC' }] },
      ...[['Heaps', 'Trees'], ['Physics', 'Heaps'], ['Science'], []].map((topics, index) => ({
        ids: { doi: `10.1000/${index}` },
        authors: [{ name: 'Ann' }],
        topics: topics.map((name) => ({
          name,
          level: { Physics: 'FIELD', Science: 'DOMAIN' }[name] ?? 'TOPIC',
        })),
      })),
    ]);
    const page = await store.breakdown({ by: ['FIELD'], first: 10 });
    expect(page.entries.map(({ node: { keys, paperCount } }) => [keys[0]?.entity, paperCount])).toEqual([
      [expect.objectContaining({ name: 'Mathematics' }), 2],
      [expect.objectContaining({ name: 'Physics' }), 1],
    ]);
    expect(page).toMatchObject({ paperCount: 4, sum: 3, ungroupedCount: 2, total: 2 });
  });

  it('by year count papers of years before our era', async () => {
    const store = await storeWith(open, [
      { ids: { doi: '10.1000/1' }, year: -500, authors: [{ name: 'Ann' }] },
      { ids: { doi: '10.1000/2' }, year: 2020, authors: [{ name: 'Ann' }] },
    ]);
    const page = await store.breakdown({ by: ['YEAR'], first: 10 });
    expect(page.entries.map(({ node: { keys, paperCount } }) => [keys[0]?.value, paperCount])).toEqual([
      ['-500', 1],
      ['2020', 1],
    ]);
  });

  it('find the values of former ids and other identifiers', async () => {
    const store = await storeWith(open, [
      { ids: { doi: '10.1000/1' }, authors: [{ name: 'Ann' }, { name: 'Bob', ids: { dblp: 'b/Bob' } }] },
      { ids: { doi: '10.1000/2' }, authors: [{ name: 'Cem' }] },
    ]);
    const [ann, cem] = ['author:drawn-name:Ann', 'author:drawn-name:Cem'];
    await store.correct({ kind: 'SAME', entityIds: [ann, cem], by: 'Cora' });
    const count = async (value: string) =>
      (await store.breakdown({ by: ['AUTHOR'], values: [value], first: 10 })).sum;
    expect([await count(ann), await count(cem)]).toEqual([2, 2]);
    expect(await count('author:drawn-name:nobody')).toBe(0);
  });

  it('of an empty graph have no groups', async () => {
    const store = await open();
    for (const by of dimensions.filter((dimension) => dimension !== 'COLLABORATOR')) {
      expect(await store.breakdown({ by: [by], first: 10 })).toEqual({
        ...{ entries: [], hasNext: false, hasPrevious: false },
        ...{ total: 0, paperCount: 0, sum: 0, ungroupedCount: 0 },
      });
    }
  });
});
