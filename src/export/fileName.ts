import { folded } from '../graph/model/foldText.ts';

const LONGEST = 60;

export interface FileName {
  /** ASCII letters, digits and dashes: safe on any system and in any header. */
  ascii: string;
  /** With the letters of all scripts, still without marks and capitals. */
  full: string;
}

/** A name for a file about something. */
export const fileName = (title: string, extension: string): FileName => {
  const words = folded(title);
  return {
    ascii: `${dashed(words.replace(/[^a-z0-9]+/g, ' '))}.${extension}`,
    full: `${dashed(words)}.${extension}`,
  };
};

const dashed = (words: string): string =>
  Array.from(words.trim()).slice(0, LONGEST).join('').trim().replaceAll(' ', '-') || 'export';
