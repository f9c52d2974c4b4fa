import { badInput } from './errors.ts';
import { LARGEST_PAGE } from './model/pages.ts';

/** The maximum length of a list in an argument, for example of ids, also inside a filter. */
export const MAX_LIST_LENGTH = 100;

/** The maximum length of a search text, in characters. */
const MAX_TEXT_LENGTH = 200;

/** @throws GraphError BAD_USER_INPUT if the value is less than `least` or greater than `most`. */
export const checkedWithin = (value: number, least: number, most: number, argument: string): number => {
  if (value < least || value > most) {
    throw badInput(argument, `${argument} is ${value}; it must be ${least}–${most}.`);
  }
  return value;
};

/** @throws GraphError BAD_USER_INPUT if the size is not 0–100. */
export const checkedPageSize = (size: number, argument = 'first'): number =>
  checkedWithin(size, 0, LARGEST_PAGE, argument);

/** @throws GraphError BAD_USER_INPUT if the list has more than `most` members. */
export const checkedList = <Item>(
  list: readonly Item[],
  argument: string,
  most = MAX_LIST_LENGTH,
): readonly Item[] => {
  if (list.length > most) {
    throw badInput(argument, `${argument} has ${list.length} members; at most ${most} are allowed.`);
  }
  return list;
};

/** @throws GraphError BAD_USER_INPUT if the text has more than 200 characters. */
export const checkedText = (text: string, argument: string): string => {
  const length = Array.from(text).length;
  if (length > MAX_TEXT_LENGTH) {
    throw badInput(argument, `${argument} has ${length} characters; at most ${MAX_TEXT_LENGTH} are allowed.`);
  }
  return text;
};
