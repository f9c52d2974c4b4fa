import { citationsOfPaper, largerCount } from './model/citations.ts';
import type { Entity } from './model/entities.ts';
import { folded } from './model/foldText.ts';
import { isWithinErrors } from './editDistance.ts';
import { looseClauses, strictClauses, type SearchClause } from './searchClauses.ts';
import { searchWords } from './searchWords.ts';
import type { SearchedWords } from './model/filters.ts';

/** All names of an entity, or the title of a paper: the texts that search compares. */
export const spellingsOf = (entity: Entity): string[] => {
  if (entity.kind === 'PAPER') return entity.title === null ? [] : [entity.title];
  return entity.kind === 'AUTHOR' ? [entity.name, ...entity.alternativeNames] : [entity.name];
};

/**
 * The rank of an entity among hits of the same score, larger ranks first: the number of papers; for a paper its number
 * of citations, or -1 if it is unknown.
 */
export const searchRank = (entity: Entity): number =>
  entity.kind === 'PAPER' ? (largerCount(citationsOfPaper(entity)) ?? -1) : entity.paperCount;

/** How an entity can match a search, the worst match first. The index in this list is the score of a hit. */
export const searchMatches = ['FUZZY', 'WORDS', 'BEGINNING', 'EXACT', 'IDENTIFIER'] as const;
type SearchMatch = (typeof searchMatches)[number];

/** The score of a hit: the index of its match in `searchMatches`. */
export const scoreOfMatch = (match: SearchMatch): number => searchMatches.indexOf(match);

/** The spelling of an entity that matches the search best, as it is printed. */
export const matchedSpelling = (entity: Entity, searched: SearchedWords): string => {
  const clauses = [strictClauses(searched), looseClauses(searched, entity.kind === 'AUTHOR')];
  const spellings = spellingsOf(entity);
  const best = spellings
    .map((spelling) => ({ spelling, scores: scoresOf(spelling, searched.words.join(' '), clauses) }))
    .sort((a, b) => compareScores(b.scores, a.scores))[0];
  return best?.spelling ?? entity.id;
};

/**
 * Returns how well a spelling matches: whether it equals the text (0 or 1), whether it begins with the text (0 or 1),
 * and, for each list of clauses, how many of its clauses match.
 */
const scoresOf = (spelling: string, text: string, clauses: readonly SearchClause[][]): number[] => {
  const line = folded(spelling);
  const words = searchWords(spelling);
  return [
    Number(line === text),
    Number(line.startsWith(text)),
    ...clauses.map((list) => list.filter((clause) => words.some((word) => matches(word, clause))).length),
  ];
};

const matches = (word: string, clause: SearchClause): boolean =>
  clause.some((term) => {
    if (term.match === 'BEGINNING') return word.startsWith(term.text);
    return term.match === 'WORD' ? word === term.text : isWithinErrors(word, term.text, term.errors);
  });

const compareScores = (left: readonly number[], right: readonly number[]): number => {
  const index = left.findIndex((score, place) => score !== right[place]);
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
};
