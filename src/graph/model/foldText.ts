/** Letters that NFKD does not decompose, and the letters by which people often replace them. */
const spelledOut: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * Folds a text for comparisons: decomposes it (NFKD) and removes all marks; converts it to lower case; replaces ø ł đ ß
 * æ œ ı; removes apostrophes; and puts a single space in place of all other characters that are neither letters nor
 * digits.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD') // the lower case of İ has a combining dot, which is decomposed and removed
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđßæœı]/gu, (letter) => spelledOut[letter] ?? letter)
    .replace(/['’‘ʼʹ`´＇]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The folded words of a text, in order; an empty list if it has no letter or digit. */
export const foldedWords = (text: string): string[] => {
  const line = folded(text);
  return line === '' ? [] : line.split(' ');
};
