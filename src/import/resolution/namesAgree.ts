import { foldedWords } from '../../graph/model/foldText.ts';

/**
 * Whether two printed names of the same place in two author lists are one person's: the folded surname (the last
 * word) and the initial agree.
 */
export const namesAgree = (left: string, right: string): boolean => {
  const a = foldedWords(left);
  const b = foldedWords(right);
  const surname = a.at(-1);
  return surname !== undefined && surname === b.at(-1) && a[0]?.[0] === b[0]?.[0];
};
