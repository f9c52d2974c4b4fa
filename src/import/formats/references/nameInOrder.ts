import { lastEtAl } from '../../withoutEtAl.ts';

/** The parts of a person's name, each without surrounding spaces. */
interface NameParts {
  given?: string;
  /** The family name with its particle, for example `van Beethoven`. */
  family?: string;
  suffix?: string;
}

const familyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/**
 * The name as it is printed: the given name first or, in Chinese, Japanese and Korean script, the family name first. The
 * words "et al." after the given name, as in "Smith, J. et al.", are put at the end.
 */
export const nameInOrder = ({ given = '', family = '', suffix = '' }: NameParts): string => {
  const others = lastEtAl.exec(` ${given}`)?.[0].trim() ?? '';
  const own = given.slice(0, given.length - others.length).replace(/[\s,]+$/, '');
  return familyFirst.test(family) && familyFirst.test(own)
    ? [`${family}${own}`, others].join(' ').trim()
    : [own, family, suffix, others].filter((part) => part !== '').join(' ');
};

/** Whether the text after the comma in a name is a suffix such as the `Jr.` in `King, Jr.` */
export const isNameSuffix = (text: string): boolean => /^(?:jr|sr|ii|iii|iv)\.?$/i.test(text);
