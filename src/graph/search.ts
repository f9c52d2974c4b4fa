import type { Entity } from './model/entities.ts';
import { folded, foldedWords } from './model/foldText.ts';

/** Everything an entity is called: what search looks through. */
export const spellingsOf = (entity: Entity): string[] => {
  if (entity.kind === 'PAPER') return entity.title === null ? [] : [entity.title];
  return entity.kind === 'AUTHOR' ? [entity.name, ...entity.alternativeNames] : [entity.name];
};

/** Second in the order of hits, largest first: papers; of a paper its citations, unknown last. */
export const searchRank = (entity: Entity): number =>
  entity.kind === 'PAPER' ? (entity.citationCount ?? -1) : entity.paperCount;

/** 3 where the asked text is one of the spellings, 2 where one begins with it, else 1. Both sides folded. */
export const searchScore = (asked: string, foldedSpellings: readonly string[]): 1 | 2 | 3 => {
  if (foldedSpellings.includes(asked)) return 3;
  return foldedSpellings.some((spelling) => spelling.startsWith(asked)) ? 2 : 1;
};

/** Whether each word asked begins one of the words there. */
const containsAll = (asked: readonly string[], words: readonly string[]): boolean =>
  asked.every((word) => words.some((each) => each.startsWith(word)));

/** The spelling, as printed, by which an entity was found: the best scored that holds every word asked. */
export const matchedSpelling = (entity: Entity, asked: readonly string[]): string => {
  const text = asked.join(' ');
  const spellings = spellingsOf(entity);
  const best = spellings
    .filter((spelling) => containsAll(asked, foldedWords(spelling)))
    .map((spelling) => ({ spelling, score: searchScore(text, [folded(spelling)]) }))
    .sort((a, b) => b.score - a.score)[0];
  return best?.spelling ?? spellings[0] ?? entity.id;
};
