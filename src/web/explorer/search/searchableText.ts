import { decode } from '../address.ts';

/**
 * The words in a part of an address, for example "Kevin Knight" for "kevin-knight" or "Kevin%20Knight"; undefined if the
 * part contains no name. An identifier with digits, such as a DOI, is not a name.
 */
export const searchableText = (part: string): string | undefined => {
  const text = decode(decode(part))
    .replace(/[-_+\s]+/g, ' ')
    .trim();
  return /^\p{L}[\p{L}\p{M}\s.'’]+$/u.test(text) ? text : undefined;
};
