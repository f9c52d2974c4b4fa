import { decodeHTMLStrict } from 'entities';
import { tidy } from '../names.ts';
import { hasTex, mathText, texText } from './texText.ts';
import { superscripts } from './texSymbols.ts';

/*
 * Mark-up is removed from texts only here: HTML, JATS, MathML, TeX and character entities, in titles, abstracts and
 * names of every source.
 */

const prefix = '(?:jats:|mml:|m:)?';
/**
 * Matches the attributes of a tag. All repetitions have an upper limit, so that the time is proportional to the length
 * of the text.
 */
const attributes =
  '(?:\\s{1,9}[\\w:.-]{1,40}\\s?=\\s?(?:"[^"]{0,500}"|\'[^\']{0,500}\'|[^\\s"\'<>]{1,500})){0,9}\\s{0,9}/?';
const tagsNamed = (names: string): RegExp => new RegExp(`</?${prefix}(?:${names})${attributes}>`, 'gi');

const blockTags = tagsNamed(
  'p|div|br|sec|section|title|h[1-6]|ul|ol|li|list|list-item|table|tr|td|th|blockquote|disp-quote|break|label|abstract|article-title|subtitle',
);
const inlineTags = tagsNamed(
  'i|b|u|s|a|q|em|strong|small|big|tt|code|kbd|span|font|sub|sup|inf|strike|del|ins|mark|abbr|cite|sc|scp|italic|bold|monospace|underline|overline|roman|sans-serif|styled-content|named-content|ext-link|xref|inline-formula|disp-formula|alternatives|tex-math|fixed-case|smallcaps|nocase',
);
const mathElement = new RegExp(`<${prefix}math\\b[^>]*>[^]*?</${prefix}math>`, 'gi');
const mathAnnotation = new RegExp(
  `<${prefix}annotation(?:-xml)?\\b[^]*?</${prefix}annotation(?:-xml)?>`,
  'gi',
);
/**
 * Matches a formula in TeX directly before or after the same formula in MathML. It is removed, because the MathML is
 * used.
 */
const texBesideMathMl = new RegExp(
  `<${prefix}tex-math${attributes}>[^]*?</${prefix}tex-math>(?=\\s*<${prefix}math\\b)|(?<=</${prefix}math>\\s*)<${prefix}tex-math${attributes}>[^]*?</${prefix}tex-math>`,
  'gi',
);
const texElement = new RegExp(`<${prefix}tex-math${attributes}>([^]*?)</${prefix}tex-math>`, 'gi');
const graphic = new RegExp(`<${prefix}(?:inline-)?graphic\\b[^<>]{0,500}>`, 'gi');
/** Matches a fraction of two single characters, numbers or words. */
const fraction = new RegExp(
  `<${prefix}mfrac${attributes}>\\s*<(${prefix}m[ino])>([^<>]{1,40})</\\1>\\s*<(${prefix}m[ino])>([^<>]{1,40})</\\3>\\s*</${prefix}mfrac>`,
  'gi',
);
const anyTag = /<[^<>]*>/g;
const script = (name: string): RegExp =>
  new RegExp(`<${prefix}${name}${attributes}>([^<>]{1,20})</${prefix}${name}>`, 'gi');
const [superscriptElement, subscriptElement] = [script('sup'), script('sub')];
/** A heading such as "Abstract" at the beginning of an abstract, which is removed. */
const abstractHeading =
  /^\s*<(?:jats:)?title>\s*(?:abstract|summary|zusammenfassung|résumé|resumen)[\s.:]*<\/(?:jats:)?title>/i;

/** Functions that write a formula of a text in place of its mark-up. */
interface FormulaWriter {
  /** Writes a MathML element. */
  mathMl(element: string): string;
  /** Writes a formula in TeX, which is given without its delimiters, such as dollar signs. */
  tex(tex: string): string;
  /** Writes the content of an element `sup`. */
  superscript(content: string): string;
  /** Writes the content of an element `sub`. */
  subscript(content: string): string;
}

/**
 * Returns the text without mark-up, invisible characters and repeated spaces, in NFC. Unknown mark-up is kept, so that
 * `p<0.05` and `a < b` keep their signs.
 *
 * @param formulas writes the formulas; by default they become readable text
 */
export const plainText = (text: string, formulas: FormulaWriter = readableFormulas): string => {
  if (!/[<&\\$]/.test(text)) return tidy(text);
  let plain = withoutTags(text, formulas);
  // two rounds, because the program that wrote the file may have escaped tags and entities twice
  for (let round = 0; round < 2 && /&[#\w]+;/.test(plain); round += 1) {
    plain = withoutTags(decodeHTMLStrict(plain), formulas);
  }
  if (!hasTex(plain)) return tidy(plain);
  return tidy(formulas === readableFormulas ? texText(plain) : texText(plain, (tex) => formulas.tex(tex)));
};

const withoutTags = (text: string, formulas: FormulaWriter): string =>
  text.includes('<')
    ? text
        .replace(abstractHeading, '')
        .replace(graphic, '')
        .replace(texBesideMathMl, '')
        .replace(mathElement, (element) => formulas.mathMl(element))
        .replace(texElement, (_, tex: string) => formulas.tex(formulaOf(tex)))
        .replace(superscriptElement, (_, content: string) => formulas.superscript(content))
        .replace(subscriptElement, (_, content: string) => formulas.subscript(content))
        .replace(blockTags, ' ')
        .replace(inlineTags, '')
        .replace(/<!--[^]*?-->|<!\[CDATA\[|\]\]>/g, '')
    : text;

/** The formula in an element `tex-math`, without the document and the dollar signs around it. */
const formulaOf = (tex: string): string =>
  (/\\begin\{document\}([^]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex)
    .trim()
    .replace(/^(\$\$?)([^$]*)\1$/, '$2')
    .replace(/\s+(?=[_^])/g, '');

/**
 * The text of a MathML element. Spaces between tags have no meaning, and annotations are removed, because they repeat
 * the formula in another notation.
 */
const mathElementText = (element: string): string =>
  element
    .replace(mathAnnotation, '')
    .replace(fraction, '$2/$4')
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .replace(anyTag, '');

/** Converts digits to superscript characters: otherwise 10³ would become 103. */
const superscript = (content: string): string => {
  const characters = Array.from(content.trim(), (character) => superscripts.get(character));
  return characters.includes(undefined) || !/\d/.test(content) ? content : characters.join('');
};

const readableFormulas: FormulaWriter = {
  mathMl: mathElementText,
  tex: mathText,
  superscript,
  subscript: (content) => content,
};
