import fc from 'fast-check';
import { activityByHand } from '../support/breakdownByHand.ts';
import { authorId, handGraph } from '../support/byHand.ts';
import { drawnRecords } from '../support/drawnRecords.ts';
import { storeWith } from '../support/questions.ts';
import { describeStores } from '../support/stores.ts';

describeStores('the activity of authors in drawn graphs', ({ open, draws }) => {
  it('agrees with counting by hand', async () => {
    await fc.assert(
      fc.asyncProperty(drawnRecords(), async (records) => {
        const store = await storeWith(open, records);
        const graph = handGraph(records);
        const authors = [...graph.authors.keys()];
        const activities = await store.activities([...authors, authorId('nobody')]);
        expect([...activities.keys()]).toEqual(authors);
        for (const author of authors) {
          const years = activities
            .get(author)
            ?.years.map((year) => ({
              ...year,
              topics: year.topics.map(({ topic, paperCount }) => ({ topic: topic.id, paperCount })),
            }));
          expect({ author, years }).toEqual({ author, years: activityByHand(graph, author) });
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);
});
