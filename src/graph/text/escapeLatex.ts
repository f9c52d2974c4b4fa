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

/** TeX joins two hyphens or two quotes into one character. An empty group between them prevents this. */
const withoutLigatures = (latex: string): string => latex.replace(/(?<=-)-|(?<=')'|(?<=[`?!])`/g, '{}$&');

/**
 * Escapes all characters that have a special meaning in TeX. Braces become commands, because BibTeX counts even escaped
 * braces, and an unbalanced brace would damage the rest of the file.
 */
export const escapeLatex = (text: string): string => withoutLigatures(escaped(text));

/**
 * Escapes a text and writes its mathematical characters as formulas, because LaTeX cannot print most of them outside of
 * formulas.
 */
export const latexOfText = (text: string): string => withoutLigatures(texOfMath(escaped(text)));

/**
 * Like `latexOfText`, but with braces around words with capitals like BERT, because bibliography styles change titles
 * to lower case.
 */
export const latexOfTitle = (title: string): string =>
  withoutLigatures(
    title.replace(/[^\s-]+/g, (word) => {
      const latex = texOfMath(escaped(word));
      return /[\p{L}\p{N}]\P{Lu}*\p{Lu}/u.test(word) ? `{${latex}}` : latex;
    }),
  );
