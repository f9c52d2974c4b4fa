import { decodeHTMLStrict } from 'entities';
import { MathMLToLaTeX } from 'mathml-to-latex';

/** Larger elements are tables or whole derivations, which are no part of a sentence. In characters. */
const MAX_LENGTH = 20_000;

const prefixes = /(<\/?)(?:mml|m):/gi;
/** The TeX from which a program made the element. */
const texAnnotation = /<annotation\b[^>]{0,200}encoding="application\/x-(?:la)?tex"[^>]{0,200}>([^<]*)</i;
/** Entities of MathML, which XML does not know. */
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
