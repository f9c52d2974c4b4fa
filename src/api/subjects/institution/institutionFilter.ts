import type * as inputs from '../../../__generated__/resolvers.ts';
import type { InstitutionFilter } from '../../../graph/model/filters.ts';
import { countryCodes, definedFields, nonEmptyList, type Optional } from '../filterFields.ts';

/**
 * Checks a filter and converts it to the form for a store. @throws GraphError BAD_USER_INPUT with the name of the wrong
 * field.
 */
export const institutionFilter = (
  input: Optional<inputs.InstitutionFilter>,
): InstitutionFilter | undefined =>
  input
    ? definedFields({
        countryCodes: countryCodes(input.countryCodes),
        institutionTypes: nonEmptyList(input.institutionTypes, 'filter.institutionTypes'),
      })
    : undefined;
