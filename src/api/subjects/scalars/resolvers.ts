import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/** Creates a scalar type whose values are strings of a certain form. */
const textScalar = (name: string, example: string, matches: (text: string) => boolean): GraphQLScalarType => {
  const checked = (value: unknown): string => {
    if (typeof value === 'string' && matches(value)) return value;
    throw new TypeError(`${JSON.stringify(value)} is not a valid ${name}; an example is ${example}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: checked,
    parseValue: checked,
    parseLiteral: (node) => checked(valueFromASTUntyped(node)),
  });
};

/** Whether a text is a day that exists. JavaScript would read 30 February as a day in March. */
const isDay = (text: string): boolean => {
  const moment = new globalThis.Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
};

const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text) &&
  !Number.isNaN(globalThis.Date.parse(text));

const isUrl = (text: string): boolean => globalThis.URL.canParse(text);

export const Date = textScalar('Date', '2022-09-30', isDay);
export const DateTime = textScalar('DateTime', '2026-11-22T08:00:00Z', isMoment);
export const URL = textScalar('URL', 'https://aclanthology.org/P18-1001/', isUrl);
