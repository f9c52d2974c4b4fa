import type * as inputs from '../../../__generated__/resolvers.ts';
import type { PaperFilter } from '../../../graph/model/filters.ts';
import { definedFields, idList, nonEmptyList, yearRange, type Optional } from '../filterFields.ts';

/** @throws GraphError BAD_USER_INPUT with the name of the wrong field. */
export const paperFilter = (input: Optional<inputs.PaperFilter>): PaperFilter | undefined =>
  input
    ? definedFields({
        years: yearRange(input.years),
        paperTypes: nonEmptyList(input.paperTypes, 'filter.paperTypes'),
        venueNames: nonEmptyList(input.venueNames, 'filter.venueNames'),
        topicIds: idList(input.topicIds, 'filter.topicIds', 'TOPIC'),
        hasCode: input.hasCode ?? undefined,
      })
    : undefined;
