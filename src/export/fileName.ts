import { folded } from '../graph/model/foldText.ts';

const MAX_LENGTH = 60;

export interface FileName {
  /** The name in ASCII letters, digits and hyphens, which every system and every HTTP header allows. */
  ascii: string;
  /** The name in lower case, without accents. It keeps the letters of all scripts. */
  full: string;
}

export const fileName = (title: string, extension: string): FileName => {
  const words = folded(title);
  return {
    ascii: `${dashed(words.replace(/[^a-z0-9]+/g, ' '))}.${extension}`,
    full: `${dashed(words)}.${extension}`,
  };
};

const dashed = (words: string): string =>
  Array.from(words.trim()).slice(0, MAX_LENGTH).join('').trim().replaceAll(' ', '-') || 'export';
