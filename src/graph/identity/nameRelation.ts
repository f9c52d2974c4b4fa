import { distance } from 'fastest-levenshtein';
import { hasOnlyInitials } from './hasOnlyInitials.ts';
import { oneContainsOther } from './namesAreCompatible.ts';
import { personName, type PersonName } from './personName.ts';

/**
 * How two names can be related, the closest relation first. If several relations apply, the first one is used.
 * UNRELATED means that the names have nothing in common; such people are compared only if records give both the same
 * identifier.
 */
export const nameRelations = [
  'EQUAL',
  'REORDERED',
  'CONTAINED',
  'INITIALS',
  'ONE_LETTER',
  'FEW_LETTERS',
  'FAMILY_NAME',
  'COMMON_WORD',
  'UNRELATED',
] as const;
export type NameRelation = (typeof nameRelations)[number];

/** A name, prepared for comparisons with many others. */
export interface ComparedName extends PersonName {
  /** All words of the name without spaces between them. */
  letters: string;
  /** The words in alphabetical order, to compare names whatever the order of their words. */
  sorted: string;
  isInitials: boolean;
}

export const comparedName = (name: string): ComparedName | undefined => {
  const parts = personName(name);
  if (!parts) return undefined;
  const words = [...parts.given, parts.family];
  return {
    ...parts,
    letters: words.join(''),
    sorted: [...words].sort().join(' '),
    isInitials: hasOnlyInitials(name),
  };
};

/** The closest relation between two names; undefined if they have nothing in common. */
export const nameRelation = (left: ComparedName, right: ComparedName): NameRelation | undefined => {
  if (left.letters === right.letters) return left.isInitials ? 'INITIALS' : 'EQUAL';
  if (left.sorted === right.sorted) return 'REORDERED';
  if (oneContainsOther(left, right)) return left.isInitials || right.isInitials ? 'INITIALS' : 'CONTAINED';
  if (Math.abs(left.letters.length - right.letters.length) <= FEW) {
    const letters = distance(left.letters, right.letters);
    if (letters === 1) return 'ONE_LETTER';
    if (letters <= FEW) return 'FEW_LETTERS';
  }
  if (left.family === right.family) return 'FAMILY_NAME';
  return commonWords(left, right).length > 0 ? 'COMMON_WORD' : undefined;
};

/**
 * The maximum number of letters in which two names differ (their Levenshtein distance) for the relation FEW_LETTERS.
 */
const FEW = 3;

/** The words of at least two letters that both names have. */
export const commonWords = (left: PersonName, right: PersonName): string[] => {
  const words = new Set([...right.given, right.family]);
  return [...left.given, left.family].filter((word) => word.length > 1 && words.has(word));
};
