/** Invisible format characters: zero-width spaces, soft hyphens, byte-order marks, direction marks. */
const formatCharacters = /(?=\p{Default_Ignorable_Code_Point})\p{Cf}/gu;

/**
 * Finds a zero-width joiner or non-joiner that is kept: after a character of an Arabic or Indic script or an emoji, it is
 * part of the spelling.
 */
const joiners =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d](?=\S)/u;

/**
 * Whether a text has format characters. It is tested before they are removed, because most texts have none, and a test
 * is faster than a replacement.
 */
const hasFormatCharacters = (text: string): boolean =>
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\udb40]/.test(text);

/** Removes invisible format characters. Otherwise texts and identifiers that look the same would be different. */
export const withoutFormatCharacters = (text: string): string =>
  hasFormatCharacters(text)
    ? text.replace(formatCharacters, (character, offset: number) =>
        (character === '\u200c' || character === '\u200d') && isJoiner(text, offset) ? character : '',
      )
    : text;

const isJoiner = (text: string, offset: number): boolean =>
  joiners.test(text.slice(Math.max(0, offset - 2), offset + 2));
