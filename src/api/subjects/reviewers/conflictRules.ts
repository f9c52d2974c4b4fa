import type * as inputs from '../../../__generated__/resolvers.ts';
import { checkedWithin } from '../../../graph/checks.ts';
import type { ConflictRules } from '../../../graph/reviewers.ts';
import { idList, type Optional } from '../filterFields.ts';

/** The default of `coauthorsWithinYears` and of `sameInstitutionWithinYears`; the schema states the same number. */
const DEFAULT_YEARS = 4;
const MOST_YEARS = 100;
const LONGEST_DISTANCE = 3;

/**
 * Checks the rules and converts them to the form for a store. @throws GraphError BAD_USER_INPUT with the name of the
 * wrong field.
 */
export const conflictRules = (input: Optional<inputs.ConflictRules>): ConflictRules => {
  const years = (name: 'coauthorsWithinYears' | 'sameInstitutionWithinYears'): number =>
    checkedWithin(input?.[name] ?? DEFAULT_YEARS, 0, MOST_YEARS, `excluding.${name}`);
  const distance = input?.advisorDistance ?? undefined;
  return {
    authorIds: idList(input?.authorIds, 'excluding.authorIds', 'AUTHOR') ?? [],
    coauthorsWithinYears: years('coauthorsWithinYears'),
    sameInstitutionWithinYears: years('sameInstitutionWithinYears'),
    ...(distance !== undefined && {
      advisorDistance: checkedWithin(distance, 1, LONGEST_DISTANCE, 'excluding.advisorDistance'),
    }),
  };
};
