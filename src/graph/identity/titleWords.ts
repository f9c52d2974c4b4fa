import { foldedWords } from '../model/foldText.ts';

/** Words that occur in titles about any subject, so they say nothing about the subject. */
const commonWords = new Set(
  'a an and are as at based by for from in is of on or the to towards toward using via with'.split(' '),
);

/** The words of a title that say what it is about: folded, of two letters or more. */
export const titleWords = (title: string): string[] =>
  foldedWords(title).filter((word) => word.length > 1 && !commonWords.has(word));
