import type * as inputs from '../../../__generated__/resolvers.ts';
import type { AuthorFilter } from '../../../graph/model/filters.ts';
import { countryCodes, definedFields, idList, type Optional } from '../filterFields.ts';

/**
 * Checks a filter and converts it to the form for a store. @throws GraphError BAD_USER_INPUT with the name of the wrong
 * field.
 */
export const authorFilter = (input: Optional<inputs.AuthorFilter>): AuthorFilter | undefined =>
  input
    ? definedFields({
        topicIds: idList(input.topicIds, 'filter.topicIds', 'TOPIC'),
        institutionIds: idList(input.institutionIds, 'filter.institutionIds', 'INSTITUTION'),
        countryCodes: countryCodes(input.countryCodes),
      })
    : undefined;
