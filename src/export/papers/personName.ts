import { nameParticles } from '../../graph/identity/nameParticles.ts';
import type { CslName } from './csl.ts';

/** Suffixes and degrees. Roman numerals must be in capitals, because Ii is a family name. */
const suffixes = /^(?:[JS][Rr]\.?|II|III|IV|Ph\.?\s?D\.?|PHD|M\.?D\.|MD|M\.?Sc\.?|D\.?Phil\.?)$/;
type PartedName = Exclude<CslName, { literal: string }>;

/** Texts that are not split: names in scripts that put the family name first, and texts that do not name one person. */
const unsplittable =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{N}()/&@;]|\s(?:and|et al\.?)(?:\s|$)/u;
/**
 * Portuguese words such as "Júnior", which distinguish relatives of the same name. They are part of the family name.
 */
const namesakes = /^(?:filho|j[uú]nior|neto|sobrinho)$/i;
/**
 * Capitalized particles with which a family name may begin. Other capitalized particles are middle names in some
 * languages.
 */
const capitalParticles = /^(?:(?:De|Del|Dela|Della|Dos|El|Von) |Van De[nr]? )/;
/** Matches a name that ends in capital initials without full stops, such as `Doe J`. */
const endsInInitials = /\S\s\p{Lu}{1,3}$/u;

/**
 * Splits a printed name by the rule of BibTeX: the family name begins at the first lower-case word after the first word
 * ("Ludwig van Beethoven"), else it is the last word. "Family, Given" is split at the comma. A single word, a name in a
 * script that puts the family name first, and a text that does not name one person are not split.
 *
 * @param printed the name, on one line
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

/** Splits a name with the family name before a comma. Particles may stand at the end, as in "Dam, Piet van der". */
const familyFirst = (family: string, given: readonly string[]): PartedName => {
  const end = given.findLastIndex((word) => !nameParticles.has(word)) + 1;
  return {
    family,
    ...(end > 0 && { given: given.slice(0, end).join(' ') }),
    ...(end < given.length && { 'non-dropping-particle': given.slice(end).join(' ') }),
  };
};

/** Splits a name with the given name first; undefined for a single word. */
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

/**
 * The index of the first particle in a name and the index after the last one; both are equal if the name has no
 * particle.
 */
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

/** The index of the word at which the family name begins, for a name without lower-case particles. */
const familyStart = (words: readonly string[]): number => {
  const particle = words.findIndex(
    (_, index) => index > 0 && capitalParticles.test(words.slice(index).join(' ')),
  );
  if (particle > 0) return particle;
  const [before = '', last = ''] = words.slice(-2);
  const isNamesake = words.length > 2 && namesakes.test(last) && !/^\p{L}\.?$/u.test(before);
  return isNamesake ? words.length - 2 : words.length - 1;
};
