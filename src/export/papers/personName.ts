import { nameParticles } from '../../graph/identity/nameParticles.ts';
import type { CslName } from './csl.ts';

/** Suffixes and degrees. Roman numerals only in capitals: Ii is a family name. */
const suffixes = /^(?:[JS][Rr]\.?|II|III|IV|Ph\.?\s?D\.?|PHD|M\.?D\.|MD|M\.?Sc\.?|D\.?Phil\.?)$/;
type PartedName = Exclude<CslName, { literal: string }>;

/** Names in these scripts put the family name first, and names with the other characters are not of one person. */
const unsplittable =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{N}()/&@;]|\s(?:and|et al\.?)(?:\s|$)/u;
/** In Portuguese names, words for the relation to a namesake; they are part of the family name. */
const namesakes = /^(?:filho|j[uú]nior|neto|sobrinho)$/i;
/** Particles that also begin a family name with a capital letter; the others are middle names in some languages. */
const capitalParticles = /^(?:(?:De|Del|Dela|Della|Dos|El|Von) |Van De[nr]? )/;
/** Upper-case initials without full stops at the end of a name, as in `Doe J`. */
const endsInInitials = /\S\s\p{Lu}{1,3}$/u;

/**
 * Splits a printed name by the rule of BibTeX: the family name begins at the first lower-case word after the first
 * word ("Ludwig van Beethoven"), else it is the last word. "Family, Given" is split at the comma. A single word, a
 * name in a script that puts the family name first, and a text that does not name one person are not split.
 *
 * @param printed on one line
 */
export const personName = (printed: string): CslName => {
  const parts = printed.split(/\s*,\s*/);
  if (unsplittable.test(printed) || parts.includes('')) return { literal: printed };
  const [first = '', ...others] = parts;
  const suffix = others.filter((part) => suffixes.test(part)).join(', ');
  const [given, ...more] = others.filter((part) => !suffixes.test(part));
  if (more.length > 0 || (given !== undefined && endsInInitials.test(first))) return { literal: printed };
  const name = given === undefined ? inOrder(first.split(' ')) : familyFirst(first, given.split(' '));
  if (name === undefined) return { literal: printed };
  return suffix === '' ? name : { ...name, suffix };
};

/** A name whose family name stands before a comma; particles may stand at the end, as in "Dam, Piet van der". */
const familyFirst = (family: string, given: readonly string[]): PartedName => {
  const end = given.findLastIndex((word) => !nameParticles.has(word)) + 1;
  return {
    family,
    ...(end > 0 && { given: given.slice(0, end).join(' ') }),
    ...(end < given.length && { 'non-dropping-particle': given.slice(end).join(' ') }),
  };
};

/** A name in the order in which it is spoken; undefined for a single word. */
const inOrder = (words: readonly string[]): PartedName | undefined => {
  const last = words.at(-1) ?? '';
  if (suffixes.test(last)) {
    const name = inOrder(words.slice(0, -1));
    return name && { ...name, suffix: last };
  }
  if (words.length < 2) return undefined;
  const [start, end] = particlesOf(words);
  const family = familyStart(words);
  if (end > start && start < family) {
    return {
      family: words.slice(end).join(' '),
      ...(start > 0 && { given: words.slice(0, start).join(' ') }),
      'non-dropping-particle': words.slice(start, end).join(' '),
    };
  }
  return { family: words.slice(family).join(' '), given: words.slice(0, family).join(' ') };
};

/** Where the particles of a name begin and end; equal indexes if it has none. */
const particlesOf = (words: readonly string[]): [start: number, end: number] => {
  const isLowerCase = !/\p{Lu}/u.test(words.join(''));
  const isParticle = (word: string): boolean =>
    nameParticles.has(word) || (!isLowerCase && /^['’]?\p{Ll}[^.]/u.test(word));
  if (nameParticles.has(words[0] ?? '')) {
    const end = words.findIndex((word) => !nameParticles.has(word));
    return [0, Math.max(0, end)];
  }
  const inner = words.slice(0, -1).map((word, index) => index > 0 && isParticle(word));
  const start = inner.indexOf(true);
  return start < 0 ? [0, 0] : [start, inner.lastIndexOf(true) + 1];
};

/** Where the family name begins if no lower-case particle precedes it. */
const familyStart = (words: readonly string[]): number => {
  const particle = words.findIndex(
    (_, index) => index > 0 && capitalParticles.test(words.slice(index).join(' ')),
  );
  if (particle > 0) return particle;
  const [before = '', last = ''] = words.slice(-2);
  const isNamesake = words.length > 2 && namesakes.test(last) && !/^\p{L}\.?$/u.test(before);
  return isNamesake ? words.length - 2 : words.length - 1;
};
