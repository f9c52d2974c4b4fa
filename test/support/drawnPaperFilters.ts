import fc from 'fast-check';
import type { PaperFilter } from '../../src/graph/model/filters.ts';
import { authorId, topicId } from './byHand.ts';
import { drawnNames, drawnTopics, drawnVenues } from './drawnRecords.ts';

/** Some authors of drawn records. */
export const drawnAuthorIds = fc.subarray(drawnNames.map(authorId), { minLength: 1, maxLength: 3 });

/** Words of titles of drawn records, and one that no title has. */
export const drawnTitles = fc.constantFrom(
  { words: ['graph'] },
  { words: ['log', 'on'] },
  { words: ['uber'] },
  { words: ['zeta'] },
);

/** Filters of the papers of drawn records. */
export const drawnPaperFilter: fc.Arbitrary<PaperFilter> = fc.record(
  {
    years: fc.record({ from: fc.integer({ min: 1999, max: 2002 }) }),
    venueNames: fc.constantFrom([drawnVenues[0]!], ['nowhere']),
    topicIds: fc.subarray(drawnTopics.map(topicId), { minLength: 1 }),
    authorIds: drawnAuthorIds,
    title: drawnTitles,
    hasCode: fc.boolean(),
  },
  { requiredKeys: [] },
);
