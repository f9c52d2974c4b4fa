import type * as inputs from '../../../__generated__/resolvers.ts';
import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import {
  definedFields,
  idList,
  nonEmptyList,
  positiveNumber,
  yearRange,
  type Optional,
} from '../filterFields.ts';

/**
 * Checks a filter and converts it to the form for a store. @throws GraphError BAD_USER_INPUT with the name of the wrong
 * field.
 */
export const collaborationFilter = (
  input: Optional<inputs.CollaborationFilter>,
): CollaborationFilter | undefined =>
  input
    ? definedFields({
        years: yearRange(input.years),
        topicIds: idList(input.topicIds, 'filter.topicIds', 'TOPIC'),
        institutionIds: idList(input.institutionIds, 'filter.institutionIds', 'INSTITUTION'),
        venueNames: nonEmptyList(input.venueNames, 'filter.venueNames'),
        maxAuthorsPerPaper: positiveNumber(input.maxAuthorsPerPaper, 'filter.maxAuthorsPerPaper'),
        minPapers: minPapers(input.minPapers),
        identification: nonEmptyList(input.identification, 'filter.identification'),
      })
    : undefined;

/** Undefined for a minimum of 1, because every collaboration has at least one paper. */
const minPapers = (input: Optional<number>): number | undefined => {
  const least = positiveNumber(input, 'filter.minPapers');
  return least === 1 ? undefined : least;
};
