import { foldedWords } from '../model/foldText.ts';

/** Words of names that belong neither to the given names nor to the family name, in folded form. */
const particles = new Set('al bin da de del den der di dos du el ibn la le ten van von y'.split(' '));
const suffixes = new Set('jr sr ii iii iv'.split(' '));

/** A name in folded words, the family name last. */
export interface PersonName {
  /** The words before the family name. An initial is a word of one letter. */
  given: readonly string[];
  family: string;
}

/**
 * Returns the parts of a name in the form in which they are compared: folded, without particles and suffixes, and
 * without the e of a transliterated umlaut. In `Smith, J.` and `Smith J` the family name comes first. Undefined for a
 * name without letters and digits.
 */
export const personName = (name: string): PersonName | undefined => {
  const [before = '', after = ''] = name.split(/,(.*)/s);
  const isFamilyFirst = foldedWords(after).some((word) => !suffixes.has(word));
  const words = foldedWords(isFamilyFirst ? `${after} ${before}` : name).map(withoutUmlautE);
  const named = words.filter((word) => !particles.has(word) && !suffixes.has(word));
  const [first, ...rest] = named.length > 0 ? named : words;
  if (first === undefined) return undefined;
  const isInitialLast = first.length > 1 && rest.length > 0 && rest.every((word) => word.length === 1);
  const [given, family] = isInitialLast
    ? [rest, first]
    : [[first, ...rest].slice(0, -1), rest.at(-1) ?? first];
  return { given, family };
};

/** Removes the e of a transliterated umlaut, so that `mueller` and `muller` are the same name. */
const withoutUmlautE = (word: string): string => word.replace(/(?<=.[aou])e(?=.)|(?<=^[aou])e(?=.)/g, '');
