import { mathCommands, subscripts, superscripts } from './texSymbols.ts';

const inverse = (scripts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...scripts].map(([plain, script]): [string, string] => [script, plain]).reverse());

const raised = inverse(superscripts);
const lowered = inverse(subscripts);

const oneOf = (characters: Iterable<string>): string => `[${[...characters].join('')}]`;
const runOfRaised = new RegExp(`${oneOf(raised.keys())}+`, 'gu');
const runOfLowered = new RegExp(`${oneOf(lowered.keys())}+`, 'gu');
/**
 * Matches a mathematical character. A Greek letter next to another Greek letter belongs to a word and is not matched.
 */
const symbol = new RegExp(`(?<!\\p{Script=Greek})${oneOf(mathCommands.keys())}(?!\\p{Script=Greek})`, 'gu');

/** Writes mathematical characters as TeX math: `O(n²) ∼ α` becomes `O(n$^{2}$) $\\sim$ $\\alpha$`. */
export const texOfMath = (text: string): string =>
  text
    .replace(symbol, (character) => `$\\${mathCommands.get(character)}$`)
    .replace(runOfRaised, (run) => `$^{${plainOf(run, raised)}}$`)
    .replace(runOfLowered, (run) => `$_{${plainOf(run, lowered)}}$`);

const plainOf = (run: string, scripts: ReadonlyMap<string, string>): string =>
  Array.from(run, (character) => scripts.get(character) ?? character).join('');
