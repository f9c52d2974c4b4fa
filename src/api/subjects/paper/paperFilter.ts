import type * as inputs from '../../../__generated__/resolvers.ts';
import type { PaperFilter } from '../../../graph/model/filters.ts';
import { definedFields, idList, nonEmptyList, yearRange, type Optional } from '../filterFields.ts';

/** @throws GraphError BAD_USER_INPUT with the name of the wrong field. */
export const paperFilter = (
  input: Optional<inputs.PaperFilter>,
  argument = 'filter',
): PaperFilter | undefined =>
  input
    ? definedFields({
        years: yearRange(input.years, `${argument}.years`),
        paperTypes: nonEmptyList(input.paperTypes, `${argument}.paperTypes`),
        venueNames: nonEmptyList(input.venueNames, `${argument}.venueNames`),
        topicIds: idList(input.topicIds, `${argument}.topicIds`, 'TOPIC'),
        hasCode: input.hasCode ?? undefined,
      })
    : undefined;
