import { folded } from '../graph/model/foldText.ts';

const MAX_LENGTH = 60;

export interface FileName {
  /** ASCII letters, digits and hyphens: safe on any system and in any header. */
  ascii: string;
  /** In lower case, without accents; letters of every script are kept. */
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
