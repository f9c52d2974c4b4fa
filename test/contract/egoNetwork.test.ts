import fc from 'fast-check';
import { kindOf } from '../../src/graph/model/ids.ts';
import { neighborhoodRelations, neighborhoodRequests } from '../../src/graph/slice/neighborhood.ts';
import { relationKinds } from '../../src/graph/model/relations.ts';
import { handGraph } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

const keyOf = ({ source, relation, target }: { source: string; relation: string; target: string }): string =>
  `${source} ${relation} ${target}`;

describeStores('the egoNetwork of an entity', ({ open, draws }) => {
  it('are its neighborhood, the links among all of this, and its neighbors counted', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRecords(),
        fc.subarray([...relationKinds], { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (records, kinds, first, brief) => {
          const store = await storeWith(open, records);
          const { authors, institutions, topics, papers } = handGraph(records);
          const ids = [authors, institutions, topics].flatMap((each) => [...each.keys()].slice(0, 3));
          for (const id of [...ids, ...papers.slice(0, 3).map((paper) => paper.id)]) {
            const relations = neighborhoodRelations(kindOf(id), [], []);
            const requests = neighborhoodRequests(relations, { first, count: false, brief });
            const found = await store.egoNetwork(id, requests, kinds);
            const neighborhood = (await store.neighborhoods([id], requests)).get(id);
            expect({ entity: found?.entity, pages: found?.pages }).toEqual(neighborhood);
            const around = neighborhood?.pages.flatMap(({ entries }) => entries.map(({ node }) => node.id));
            const inside = new Set([id, ...(around ?? [])]);
            const { links, counts } = await store.links([...inside], kinds, [id]);
            expect(found?.links.filter((link) => inside.has(link.source) && inside.has(link.target))).toEqual(
              links,
            );
            expect(new Set(found?.links.map(keyOf)).size).toBe(found?.links.length);
            expect(found?.counts).toEqual(counts);
          }
        },
      ),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);

  it('are none of what is no own id of anything', async () => {
    const store = await storeWith(open, [{ title: 'One', authors: [{ name: 'a' }] }]);
    const requests = neighborhoodRequests(['collaborators'], { first: 1, count: false });
    expect(await store.egoNetwork('author:name:nobody', requests, relationKinds)).toBeUndefined();
  });
});
