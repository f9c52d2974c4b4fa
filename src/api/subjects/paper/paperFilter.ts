import type * as inputs from '../../../__generated__/resolvers.ts';
import type { PaperFilter, SearchedWords } from '../../../graph/model/filters.ts';
import { searchedWords } from '../../../graph/searchWords.ts';
import { checkedText } from '../../../graph/checks.ts';
import { definedFields, idList, nonEmptyList, yearRange, type Optional } from '../filterFields.ts';

/**
 * Checks a filter and converts it to the form for a store. @throws GraphError BAD_USER_INPUT with the name of the wrong
 * field.
 */
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
        authorIds: idList(input.authorIds, `${argument}.authorIds`, 'AUTHOR'),
        title: titleWords(input.title, `${argument}.title`),
        hasCode: input.hasCode ?? undefined,
      })
    : undefined;

/** Undefined for a text without letters and digits, because it excludes no papers. */
const titleWords = (text: Optional<string>, argument: string): SearchedWords | undefined => {
  const searched = searchedWords(checkedText(text ?? '', argument));
  return searched.words.length > 0 ? searched : undefined;
};
