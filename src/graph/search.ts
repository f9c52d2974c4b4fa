import type { Entity } from './model/entities.ts';
import { folded } from './model/foldText.ts';
import { searchTerms, searchWords } from './searchWords.ts';

/** All names of an entity, or the title of a paper: the texts that search compares. */
export const spellingsOf = (entity: Entity): string[] => {
  if (entity.kind === 'PAPER') return entity.title === null ? [] : [entity.title];
  return entity.kind === 'AUTHOR' ? [entity.name, ...entity.alternativeNames] : [entity.name];
};

/** Orders hits of equal score, largest first: the number of papers; for a paper its citations, or -1 if unknown. */
export const searchRank = (entity: Entity): number =>
  entity.kind === 'PAPER' ? (entity.citationCount ?? -1) : entity.paperCount;

/** 3 if the searched text is one of the spellings, 2 if a spelling begins with it, else 1. Both sides are folded. */
export const searchScore = (asked: string, foldedSpellings: readonly string[]): 1 | 2 | 3 => {
  if (foldedSpellings.includes(asked)) return 3;
  return foldedSpellings.some((spelling) => spelling.startsWith(asked)) ? 2 : 1;
};

/** Whether each searched word is the beginning of one of the words. */
const containsAll = (asked: readonly string[], words: readonly string[]): boolean =>
  searchTerms(asked).every((term) => words.some((each) => each.startsWith(term)));

/** The spelling, as printed, by which an entity was found: the one with the best score that contains every searched word. */
export const matchedSpelling = (entity: Entity, asked: readonly string[]): string => {
  const text = asked.join(' ');
  const spellings = spellingsOf(entity);
  const best = spellings
    .filter((spelling) => containsAll(asked, searchWords(spelling)))
    .map((spelling) => ({ spelling, score: searchScore(text, [folded(spelling)]) }))
    .sort((a, b) => b.score - a.score)[0];
  return best?.spelling ?? spellings[0] ?? entity.id;
};
