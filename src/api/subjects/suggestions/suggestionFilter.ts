import type * as inputs from '../../../__generated__/resolvers.ts';
import type { SuggestionFilter } from '../../../graph/suggestions.ts';
import { definedFields, idList, nonEmptyList, year, type Optional } from '../filterFields.ts';

/**
 * Checks a filter and converts it to the form for a store. @throws GraphError BAD_USER_INPUT with the name of the wrong
 * field.
 */
export const suggestionFilter = (input: Optional<inputs.SuggestionFilter>): SuggestionFilter | undefined =>
  input
    ? definedFields({
        activeSinceYear: year(input.activeSinceYear, 'filter.activeSinceYear'),
        institutionIds: idList(input.institutionIds, 'filter.institutionIds', 'INSTITUTION'),
        excludeInstitutionIds: idList(
          input.excludeInstitutionIds,
          'filter.excludeInstitutionIds',
          'INSTITUTION',
        ),
        topicIds: idList(input.topicIds, 'filter.topicIds', 'TOPIC'),
        identification: nonEmptyList(input.identification, 'filter.identification'),
      })
    : undefined;
