import { badInput } from '../graph/errors.ts';
import { shortened } from '../graph/model/ids.ts';

/** What is asked for, as texts by name: of an address or of a command line. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** @throws GraphError BAD_USER_INPUT for one that is not among them. */
export const checkNames = (parameters: Parameters, names: readonly string[]): void => {
  for (const name of parameters.keys()) {
    if (names.includes(name)) continue;
    throw badInput(name, `There is no parameter ${shortened(name)} here; there are: ${names.join(', ')}.`);
  }
};

/** The one value of a parameter, or undefined. @throws GraphError BAD_USER_INPUT where it was given twice. */
export const single = (parameters: Parameters, name: string): string | undefined => {
  const [first, ...more] = parameters.get(name) ?? [];
  if (more.length > 0)
    throw badInput(name, `${name} was given ${more.length + 1} times; it may be given once.`);
  return first;
};

/** @throws GraphError BAD_USER_INPUT where it is no whole number, or is outside least–most. */
export const whole = (
  parameters: Parameters,
  name: string,
  { least, most, standard }: { least: number; most: number; standard: number },
): number => {
  const text = single(parameters, name);
  if (text === undefined) return standard;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    const range = most === Infinity ? `at least ${least}` : `${least}–${most}`;
    throw badInput(name, `${name} is "${shortened(text)}"; it must be a whole number, ${range}.`);
  }
  return value;
};

/** One of some words. @throws GraphError BAD_USER_INPUT where it is none of them, or missing. */
export const oneOf = <Word extends string>(
  text: string | undefined,
  name: string,
  words: readonly Word[],
): Word => {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  const given = text === undefined ? 'is missing' : `is "${shortened(text)}"`;
  throw badInput(name, `${name} ${given}; it must be one of ${words.join(', ')}.`);
};

/** Some of some words, given one at a time or separated by commas. */
export const someOf = <Word extends string>(
  parameters: Parameters,
  name: string,
  words: readonly Word[],
): Word[] =>
  (parameters.get(name) ?? []).flatMap((list) => list.split(',')).map((word) => oneOf(word, name, words));
