/*
 * Names and titles are whatever a source wrote. What no format can hold is replaced before any of them is written.
 */

/** Halves of surrogate pairs standing alone are no characters, and become U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** On one line: line breaks and other control characters are blanks, runs of blanks are one. */
export const oneLine = (text: string): string =>
  wellFormed(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
