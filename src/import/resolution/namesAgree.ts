import { foldedWords } from '../../graph/model/foldText.ts';

/** Whether two printed names can belong to one person: the same folded surname (last word) and first initial. */
export const namesAgree = (left: string, right: string): boolean => {
  const a = foldedWords(left);
  const b = foldedWords(right);
  const surname = a.at(-1);
  return surname !== undefined && surname === b.at(-1) && a[0]?.[0] === b[0]?.[0];
};
