import { checkedWithin } from '../../graph/checks.ts';
import { badInput } from '../../graph/errors.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';

/** The longest list a caller may send: ids, identifiers, the members of a filter's list. */
export const LONGEST_LIST = 100;

/** The longest text that can be searched for, in characters. */
export const LONGEST_TEXT = 200;

/** @throws GraphError BAD_USER_INPUT outside 0–100. */
export const checkedFirst = (first: number): number => checkedWithin(first, 0, LARGEST_PAGE, 'first');

/** @throws GraphError BAD_USER_INPUT where the list is longer than 100. */
export const checkedList = <Item>(list: readonly Item[], argument: string): readonly Item[] => {
  if (list.length > LONGEST_LIST) {
    throw badInput(argument, `${argument} has ${list.length} members; at most ${LONGEST_LIST} are allowed.`);
  }
  return list;
};

/** @throws GraphError BAD_USER_INPUT where the text is longer than 200 characters. */
export const checkedText = (text: string, argument: string): string => {
  const length = Array.from(text).length;
  if (length > LONGEST_TEXT) {
    throw badInput(argument, `${argument} has ${length} characters; at most ${LONGEST_TEXT} are allowed.`);
  }
  return text;
};
