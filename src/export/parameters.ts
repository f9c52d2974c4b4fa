import { badInput } from '../graph/errors.ts';
import { shortened } from '../graph/model/ids.ts';

/** The values of each parameter, in the query of a URL or on the command line. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** @throws GraphError BAD_USER_INPUT for a parameter that is not in `names` */
export const checkNames = (parameters: Parameters, names: readonly string[]): void => {
  for (const name of parameters.keys()) {
    if (names.includes(name)) continue;
    throw badInput(
      name,
      `The parameter ${shortened(name)} does not exist here. The parameters are: ${names.join(', ')}.`,
    );
  }
};

/** @throws GraphError BAD_USER_INPUT if the parameter has several values */
export const singleValue = (parameters: Parameters, name: string): string | undefined => {
  const [first, ...others] = parameters.get(name) ?? [];
  if (others.length > 0)
    throw badInput(name, `${name} was given ${others.length + 1} times; it may be given once.`);
  return first;
};

/** @throws GraphError BAD_USER_INPUT if the value is not an integer between min and max */
export const integer = (
  parameters: Parameters,
  name: string,
  { min, max, fallback }: { min: number; max: number; fallback: number },
): number => {
  const text = singleValue(parameters, name);
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) {
    throw badInput(name, `${name} is "${shortened(text)}"; it must be a whole number, ${min}–${max}.`);
  }
  return value;
};

/**
 * The entry of a table whose key is the value of a parameter.
 *
 * @throws GraphError BAD_USER_INPUT if the parameter is missing or has another value
 */
export const requiredEntry = <Entry>(
  parameters: Parameters,
  name: string,
  entries: ReadonlyMap<string, Entry>,
): Entry => {
  const word = singleValue(parameters, name);
  const entry = entries.get(word ?? '');
  if (entry === undefined) throw notOneOf(word, name, [...entries.keys()]);
  return entry;
};

/**
 * The values of a parameter that is given several times, or once with values separated by commas. @throws GraphError
 * BAD_USER_INPUT for a value that is not among `words`
 */
export const wordList = <Word extends string>(
  parameters: Parameters,
  name: string,
  words: readonly Word[],
): Word[] =>
  (parameters.get(name) ?? [])
    .flatMap((list) => list.split(','))
    .map((text) => {
      const word = words.find((each) => each === text);
      if (word === undefined) throw notOneOf(text, name, words);
      return word;
    });

const notOneOf = (text: string | undefined, name: string, words: readonly string[]): Error => {
  const problem = text === undefined ? 'is missing' : `is "${shortened(text)}"`;
  return badInput(name, `${name} ${problem}; it must be one of ${words.join(', ')}.`);
};
