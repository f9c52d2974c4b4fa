import { texOfMath } from './texOfMath.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

const escaped = (text: string): string =>
  text.replace(/[\\{}~^<>|&%$#_]/g, (character) => escapes[character] ?? character);

/** TeX joins two hyphens or quotes into one character; an empty group keeps them separate. */
const withoutLigatures = (latex: string): string => latex.replace(/(?<=-)-|(?<=')'|(?<=[`?!])`/g, '{}$&');

/**
 * The text with everything escaped that TeX would act on. Braces become commands, because BibTeX counts even escaped
 * braces, and an unbalanced one would break the rest of the file.
 */
export const escapeLatex = (text: string): string => withoutLigatures(escaped(text));

/** Escaped, with mathematical characters as math, because LaTeX does not print most of them in text. */
export const latexOfText = (text: string): string => withoutLigatures(texOfMath(escaped(text)));

/** As `latexOfText`; braces keep the capitals of words like BERT, because bibliography styles lower the case of titles. */
export const latexOfTitle = (title: string): string =>
  withoutLigatures(
    title.replace(/[^\s-]+/g, (word) => {
      const latex = texOfMath(escaped(word));
      return /[\p{L}\p{N}]\P{Lu}*\p{Lu}/u.test(word) ? `{${latex}}` : latex;
    }),
  );
