import { decodeHTMLStrict } from 'entities';
import { MathMLToLaTeX } from 'mathml-to-latex';

/**
 * The maximum length of an element, in characters. Longer elements are tables or whole derivations, not formulas in a
 * sentence.
 */
const MAX_LENGTH = 20_000;

const prefixes = /(<\/?)(?:mml|m):/gi;
/** An annotation with the TeX from which a program made the element. */
const texAnnotation = /<annotation\b[^>]{0,200}encoding="application\/x-(?:la)?tex"[^>]{0,200}>([^<]*)</i;
/** Named entities of MathML that XML does not define. */
const namedEntity = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w*;/g;

/** A MathML element as TeX math; undefined if it is not well-formed. */
export const texOfMathMl = (element: string): string | undefined => {
  if (element.length > MAX_LENGTH) return undefined;
  const xml = element.replace(prefixes, '$1').replace(namedEntity, (entity) => decodeHTMLStrict(entity));
  const original = texAnnotation.exec(xml)?.[1];
  if (original !== undefined) return withoutDelimiters(decodeHTMLStrict(original)) || undefined;
  try {
    return MathMLToLaTeX.convert(xml).trim() || undefined;
  } catch {
    return undefined;
  }
};

const withoutDelimiters = (tex: string): string =>
  tex
    .trim()
    .replace(/^(?:\$\$?|\\[([])|(?:\$\$?|\\[)\]])$/g, '')
    .replace(/^\{?\\(?:display|text|script)style\s*/, '')
    .trim();
