import { tidy } from '../names.ts';
import { latexOfText, latexOfTitle } from './escapeLatex.ts';
import { latexFault } from './latexFault.ts';
import { plainText } from './plainText.ts';
import { texOfMathMl } from './texOfMathMl.ts';
import { mathText } from './texText.ts';

/*
 * Makes LaTeX texts from texts that contain the mark-up of formulas, because BibTeX files need formulas that plain text
 * cannot show.
 */

const mayHaveFormula = /\$|\\[([]|<(?:jats:|mml:|m:)?(?:math|tex-math|su[bp])\b|&(?:lt|#60|#x3c);/i;

/**
 * While the text around formulas is converted, each formula is replaced by one private-use character; this is the first
 * of them.
 */
const FIRST_MARK = 0xf0000;
const marks = /[\u{f0000}-\u{ffffd}]/gu;

/** A title as LaTeX; null if it has no formulas, or if plain text shows its formulas completely. */
export const titleLatex = (title: string): string | null =>
  // braces keep capitals, because bibliography styles change titles to lower case, even inside of formulas
  latexText(title, latexOfTitle, (tex) => (/[A-Z]/.test(tex) ? `{$${tex}$}` : `$${tex}$`));

/** An abstract as LaTeX; null in the same cases as for titles. */
export const abstractLatex = (abstract: string): string | null =>
  latexText(abstract, latexOfText, (tex) => `$${tex}$`);

const latexText = (
  text: string,
  escape: (text: string) => string,
  write: (tex: string) => string,
): string | null => {
  if (!mayHaveFormula.test(text) || text.search(marks) >= 0) return null;
  const formulas: string[] = [];
  const mark = (tex: string | undefined, readable: (tex: string) => string): string => {
    const formula = tidy(tex ?? '');
    if (formula === '' || latexFault(`$${formula}$`) !== undefined) return readable(tex ?? '');
    return String.fromCodePoint(FIRST_MARK + formulas.push(formula) - 1);
  };
  const marked = plainText(text, {
    tex: (tex) => mark(tex, mathText),
    mathMl: (element) => mark(texOfMathMl(element), () => plainText(element)),
    superscript: (content) => mark(`^{${upright(content)}}`, () => content),
    subscript: (content) => mark(`_{${upright(content)}}`, () => content),
  });
  if (formulas.length === 0) return null;
  const latex = escape(marked).replace(marks, (each) =>
    write(formulas[(each.codePointAt(0) ?? 0) - FIRST_MARK] ?? ''),
  );
  return latex === escape(plainText(text)) ? null : latex;
};

/** Sets words in a formula upright, because TeX would set them as products of variables. */
const upright = (content: string): string => content.replace(/\p{L}{2,}/gu, '\\mathrm{$&}');
