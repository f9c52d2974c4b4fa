import { texText } from '../../../graph/text/texText.ts';
import { lastEtAl } from '../../withoutEtAl.ts';
import { isNameSuffix, nameInOrder } from '../references/nameInOrder.ts';

/**
 * The names of a field such as `author`, as they are printed: `von Last, Jr, First` becomes `First von Last Jr`. A name
 * in braces is not split.
 */
export const bibtexNames = (tex: string): string[] =>
  splitOutsideBraces(tex, /\s+and(?=\s)/i)
    .filter((name) => name !== '')
    .map(printedName);

const printedName = (tex: string): string => {
  const [family = '', ...others] = splitOutsideBraces(tex, /,/).map((part) => texText(part).trim());
  if (others.length === 0 || others.length > 2) return texText(tex).trim();
  const isCut = others.length === 2 && lastEtAl.test(` ${others[1]}`); // as in "Smith, J., et al."
  const given = isCut ? others.join(' ') : (others.at(-1) ?? '');
  const suffix = others.length === 2 && !isCut ? (others[0] ?? '') : '';
  return suffix === '' && isNameSuffix(given)
    ? nameInOrder({ family, suffix: given })
    : nameInOrder({ family, given, suffix });
};

/** Splits a text at what the pattern matches outside of braces; the parts are trimmed. */
const splitOutsideBraces = (tex: string, separator: RegExp): string[] => {
  const tokens = new RegExp(`\\\\[^]|[{}]|${separator.source}`, `g${separator.flags}`);
  const text = ` ${tex} `; // the spaces let the separator " and " also match at both ends
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (depth <= 0 && !token.startsWith('\\')) {
      parts.push(text.slice(start, index));
      start = index + token.length;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim());
};
