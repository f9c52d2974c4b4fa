import { tidy } from '../../../graph/names.ts';

/**
 * Reading of JSON that others wrote: a field of the wrong type is as if it were absent, so that one odd value
 * costs one field and not the record.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An empty object where the value is none. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects in a list; none where the value is no list. */
export const objectsOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The texts in a list, tidied, without empty ones. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((item: unknown) => textOf(item) ?? []) : [];

/** A text, single-spaced and trimmed; undefined where nothing is left. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? tidy(value) || undefined : undefined;

/** A whole number from 0. */
export const countOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

export const booleanOf = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** An http or https URL. */
export const addressOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined;
};

/** The object without fields that are undefined, or undefined where none is left. */
export const presentFields = <Fields extends object>(fields: {
  [Key in keyof Fields]: Fields[Key] | undefined;
}): Fields | undefined => {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return present.length > 0 ? (Object.fromEntries(present) as Fields) : undefined;
};
