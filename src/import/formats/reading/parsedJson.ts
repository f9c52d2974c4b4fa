import type { ImportProblem } from '../../importProblem.ts';

/**
 * The maximum depth of nested lists and objects. Deeper JSON is not read, because nested lists take a hundred times the
 * memory of their text. Real metadata never nests so deep.
 */
const MAX_NESTING = 1_000;
/** The nesting of texts up to this number of characters is not checked. */
const UNCHECKED_LENGTH = 1_000_000;

/** The value of a JSON text, perhaps with what had to be repaired, or the reason why it is not JSON. */
type ParsedJson = { value: unknown; repair?: ImportProblem } | { problem: ImportProblem };

export const parsedJson = (text: string): ParsedJson => {
  if (text.length > UNCHECKED_LENGTH && nestsDeeperThan(MAX_NESTING, text)) {
    return notJson(`the JSON nests deeper than ${MAX_NESTING} levels`);
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const repaired = withoutNumberWords(text);
    if (repaired !== text && isJson(repaired)) {
      const message = 'NaN and Infinity are not valid JSON; they were read as null';
      return { value: JSON.parse(repaired) as unknown, repair: { kind: 'invalidField', message } };
    }
    return notJson(`not valid JSON: ${(error as Error).message}`);
  }
};

/**
 * Replaces NaN and Infinity, which Python and JavaScript write but JSON does not allow, by null. Strings stay
 * unchanged.
 */
const withoutNumberWords = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\[^])*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : 'null',
  );

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const notJson = (message: string): { problem: ImportProblem } => ({ problem: { kind: 'notJson', message } });

const QUOTE = 34;
const BACKSLASH = 92;
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/** Whether brackets outside of strings nest deeper than `most` levels. */
const nestsDeeperThan = (most: number, text: string): boolean => {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (opening.has(code)) {
      depth += 1;
      if (depth > most) return true;
    } else if (closing.has(code)) depth -= 1;
  }
  return false;
};
