import { memoize } from '../../../src/graph/memoize.ts';
import { anthology, variedAuthors } from './countedAnthology.ts';
import { collaborationsOf } from './countedGraph.ts';
import { collaborationWays } from './countedPaths.ts';
import type { KeptStore } from './keptStores.ts';
import {
  acquaintanceOf,
  expectCollaborationPaths,
  expectSlices,
  expectSuggestions,
  type AskedEnds,
  type CollaborationPathTerms,
} from './questionsAgreement.ts';
import { once } from './where.ts';

const LONG = 10 * 60_000;

/** From 25 authors of any degree to ten of the hundred best connected. */
const ends = (): AskedEnds => ({
  from: variedAuthors().filter((_, index) => index % 16 === 3),
  to: variedAuthors().filter((_, index) => index < 100 && index % 10 === 0),
});

/** The collaborations by papers from a year on, counted once for all tests. */
const countedSince = memoize((from: number | undefined) => {
  const { papers } = anthology();
  const since = from ?? -Infinity;
  const collaborations = collaborationsOf(papers.filter(({ year }) => year !== null && year >= since));
  return { collaborations, ways: collaborationWays(collaborations) };
});

const known = once(() => {
  const { authors, papersOf, collaborations } = anthology();
  return acquaintanceOf(authors.keys(), papersOf, collaborations);
});

/** Tests of paths, suggestions and slices in the whole Anthology, which the store holds and nothing else. */
export const itAnswersQuestions = (kept: KeptStore): void => {
  const asked: [what: string, terms: CollaborationPathTerms][] = [
    ['by fewest steps', { cost: 'HOPS', maxLength: 8 }],
    ['by fewest steps, at most four', { cost: 'HOPS', maxLength: 4 }],
    ['by fewest steps, since 2015', { cost: 'HOPS', maxLength: 8, filter: { years: { from: 2015 } } }],
    ['by strength', { cost: 'STRENGTH', maxLength: 20 }],
  ];
  it.each(asked)(
    'finds the first three paths between 250 pairs of authors, %s',
    async (_, terms) => {
      const counted = countedSince(terms.filter?.years?.from);
      const statuses = await expectCollaborationPaths(kept, ends(), terms, counted);
      expect(statuses.FOUND).toBeGreaterThan(50);
      expect(statuses.NOT_CONNECTED + statuses.BEYOND_MAX_LENGTH).toBeGreaterThan(5);
    },
    LONG,
  );

  it.each([{}, { activeSinceYear: 2018 }])(
    'suggests collaborators to 110 authors as sets say, %j',
    async (filter) => {
      const ids = variedAuthors().filter((_, index) => index % 10 === 0 || index >= 320);
      await expectSuggestions(kept, ids, filter, known());
    },
    LONG,
  );

  it(
    'cuts slices around 40 authors as walking by hand does',
    async () => {
      const around = variedAuthors().filter((_, index) => index % 10 === 5);
      const questions = around.map((id, index) => ({
        centers: index % 2 === 0 ? [id] : [id, variedAuthors()[index]!],
        depth: 1 + (index % 2),
        kinds: [],
        relations: ['CO_AUTHORED' as const],
        perKind: [3, 10, 50][index % 3]!,
      }));
      await expectSlices(kept, questions, { collaborators: anthology().collaborations });
    },
    LONG,
  );
};
