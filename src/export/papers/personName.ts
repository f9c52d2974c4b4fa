import type { CslName } from './csl.ts';

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Names in these scripts put the family name first, and names with the other characters are not of persons. */
const unsplittable = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{N}()/&@]/u;

/**
 * Splits a printed name by the rule of BibTeX: the family name begins at the first lower-case word after the first
 * word ("Ludwig van Beethoven"), else it is the last word. "Family, Given" is split at the comma. A single word, a
 * name in a script that puts the family name first, and a name that is not a person's are not split.
 *
 * @param printed on one line
 */
export const personName = (printed: string): CslName => {
  const parts = printed.split(/\s*,\s*/);
  if (unsplittable.test(printed) || parts.length > 2 || parts.includes('')) return { literal: printed };
  const [first = '', second] = parts;
  if (second === undefined) return inOrder(first.split(' '), printed);
  if (!suffixes.test(second)) return { family: first, given: second };
  const name = inOrder(first.split(' '), printed);
  return 'literal' in name ? name : { ...name, suffix: second };
};

const inOrder = (words: readonly string[], printed: string): CslName => {
  const last = words.at(-1) ?? '';
  if (words.length > 2 && suffixes.test(last)) {
    const name = inOrder(words.slice(0, -1), printed);
    return 'literal' in name ? name : { ...name, suffix: last };
  }
  if (words.length < 2) return { literal: printed };
  const inner = words.slice(1, -1);
  const start = inner.findIndex(beginsSmall) + 1;
  if (start === 0) return { family: last, given: words.slice(0, -1).join(' ') };
  const end = inner.findLastIndex(beginsSmall) + 2;
  return {
    family: words.slice(end).join(' '),
    given: words.slice(0, start).join(' '),
    'non-dropping-particle': words.slice(start, end).join(' '),
  };
};

const beginsSmall = (word: string): boolean => /^['’]?\p{Ll}/u.test(word);
