/** The parts of a person's name, each without surrounding spaces. */
interface NameParts {
  given?: string;
  /** The family name with its particle, for example `van Beethoven`. */
  family?: string;
  suffix?: string;
}

const familyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/**
 * The name as it is printed: the given name first or, in Chinese, Japanese and Korean script, the family name first.
 */
export const nameInOrder = ({ given = '', family = '', suffix = '' }: NameParts): string =>
  familyFirst.test(family) && familyFirst.test(given)
    ? `${family}${given}`
    : [given, family, suffix].filter((part) => part !== '').join(' ');

/** Whether the text after the comma in a name is a suffix such as the `Jr.` in `King, Jr.` */
export const isNameSuffix = (text: string): boolean => /^(?:jr|sr|ii|iii|iv)\.?$/i.test(text);
