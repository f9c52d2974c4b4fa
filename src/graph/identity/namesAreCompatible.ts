import { hasOnlyInitials } from './hasOnlyInitials.ts';
import { personName, type PersonName } from './personName.ts';

/**
 * Whether the names of two records can be names of one person: at least one name of one record fits a name of the
 * other. A name that consists of initials is used only if the record has no other name, because it fits too many
 * people.
 */
export const namesAreCompatible = (left: readonly string[], right: readonly string[]): boolean => {
  const [ones, others] = [fullest(left), fullest(right)];
  if (ones.length === 0 || others.length === 0) return true;
  return ones.some((one) => others.some((other) => nameFits(one, other)));
};

const fullest = (names: readonly string[]): readonly string[] => {
  const full = names.filter((name) => !hasOnlyInitials(name));
  return full.length > 0 ? full : names;
};

/**
 * Two names fit if the family names are the same and the given names do not contradict each other, or if one name
 * contains the other, in any order. Names in different scripts, and names without letters, cannot be compared, so they
 * count as fitting.
 */
const nameFits = (left: string, right: string): boolean => {
  if (isLatin(left) !== isLatin(right)) return true;
  const [one, other] = [personName(left), personName(right)];
  return !one || !other || personNamesFit(one, other);
};

/** The rule of `nameFits` for two names in the same script. */
const personNamesFit = (one: PersonName, other: PersonName): boolean =>
  hasSameWords(one, other) || oneContainsOther(one, other);

/**
 * Whether the longer name contains all words of the shorter one. An initial in the shorter name stands for a word that
 * begins with it.
 */
export const oneContainsOther = (one: PersonName, other: PersonName): boolean =>
  contains(one, other) || contains(other, one);

const isLatin = (name: string): boolean => /\p{Script=Latin}/u.test(name);

const wordsOf = ({ given, family }: PersonName): string[] => [...given, family];

/**
 * Whether two names have the same letters in the same order, however they are split into words (`Xiao-Ming`), or the
 * same words in another order.
 */
const hasSameWords = (one: PersonName, other: PersonName): boolean =>
  wordsOf(one).join('') === wordsOf(other).join('') ||
  wordsOf(one).sort().join(' ') === wordsOf(other).sort().join(' ');

/**
 * Whether the longer name has the family name of the shorter one and, before it, words that fit the given names of the
 * shorter one.
 */
const contains = (longer: PersonName, shorter: PersonName): boolean => {
  if (shorter.family.length === 1) return false;
  const words = wordsOf(longer);
  const place = words.lastIndexOf(shorter.family);
  if (place === -1) return false;
  const before = words.slice(0, place);
  if (shorter.given.length > 0 && before.length === 0) return false;
  return (
    givenNamesFit(before, shorter.given) || before.join('').startsWith(shorter.given.join('')) // Jeanpierre fits Jean-Pierre
  );
};

/**
 * Whether all words of the shorter list fit words of the longer one, in order. An initial or a short form fits a word
 * that begins with it.
 */
const givenNamesFit = (left: readonly string[], right: readonly string[]): boolean => {
  const [longer, shorter] = left.length < right.length ? [right, left] : [left, right];
  let place = 0;
  for (const word of shorter) {
    while (place < longer.length && !wordFits(longer[place] ?? '', word)) place += 1;
    if (place === longer.length) return false;
    place += 1;
  }
  return true;
};

/** The smallest number of letters of a short form such as `Alex`. */
const SHORT_FORM = 3;

const wordFits = (left: string, right: string): boolean => {
  const [longer, shorter] = left.length < right.length ? [right, left] : [left, right];
  return (
    longer === shorter ||
    ((shorter.length === 1 || shorter.length >= SHORT_FORM) && longer.startsWith(shorter))
  );
};
