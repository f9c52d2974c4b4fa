/* Words for names and titles, made from numbers: small numbers are the common words. */

const onsets = 'b d f g h j k l m n p r s t v w z br ch cl dr gr kr pl sch sh st th tr'.split(' ');
const vowels = 'a e i o u ai ei ou ä ö é'.split(' ');
const endings = ' n r s l m ng rt tz k'.split(' ');

/** A word of one to four syllables; different numbers give different words. */
export const wordOf = (number: number): string => {
  let rest = number;
  let word = '';
  do {
    const onset = onsets[rest % onsets.length]!;
    rest = Math.floor(rest / onsets.length);
    word += onset + vowels[rest % vowels.length]!;
    rest = Math.floor(rest / vowels.length);
  } while (rest > 0);
  return word + endings[number % endings.length]!;
};

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const nameOf = (given: number, family: number): string =>
  `${capitalized(wordOf(given * 3 + 1))} ${capitalized(wordOf(family * 7 + 2))}`;

export const titleOf = (words: readonly number[]): string =>
  capitalized(words.map((word) => wordOf(word * 5 + 3)).join(' '));
