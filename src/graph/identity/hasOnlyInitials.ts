import { nameParticles } from './nameParticles.ts';

const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv']);

/**
 * An initial: one letter of an alphabet, with or without a full stop, or two letters with a full stop, such as `Yu.`.
 */
const initial =
  /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\.?|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2}\.)$/u;

/**
 * Whether a name consists of a family name and initials, in any order, for example `J.-P. Martin`.
 * Two letters without a full stop are a name (`Li`), not initials. Particles and suffixes such as `van` and `Jr.` do not count.
 * A single word is not a family name with initials.
 */
export const hasOnlyInitials = (name: string): boolean => {
  const words = name
    .normalize('NFC')
    .replace(/\./g, '. ')
    .split(/[\s,\p{Pd}]+/u)
    .filter((word) => word !== '' && word !== '.')
    .filter((word) => !nameParticles.has(word) && !suffixes.has(word.toLowerCase()));
  const initials = words.filter((word) => initial.test(word));
  return initials.length > 0 && words.length - initials.length === 1;
};
