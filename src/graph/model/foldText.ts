/** Letters that NFKD leaves whole, and how a person without their keyboard types them. */
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
 * The form in which texts are compared: NFKD without marks, lower case, ø ł đ ß æ œ ı spelt out, apostrophes
 * removed, everything else that is neither letter nor digit a single space.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD') // İ lowers to i and a dot above
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđßæœı]/gu, (letter) => spelledOut[letter] ?? letter)
    .replace(/['’‘ʼʹ`´＇]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The folded words of a text, in order; none where it has no letter or digit. */
export const foldedWords = (text: string): string[] => {
  const line = folded(text);
  return line === '' ? [] : line.split(' ');
};
