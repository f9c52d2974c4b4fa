import { tidy } from '../../../graph/names.ts';

/*
 * Fields of JSON from other programs. A field of the wrong type counts as absent, so that one invalid value loses only
 * its field, not the whole record.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value, or an empty object if it is not an object. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects in a list; an empty list if the value is not a list. */
export const objectsOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** The texts in a list that are not empty, each with single spaces. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((item: unknown) => textOf(item) ?? []) : [];

/** A text with single spaces, trimmed; undefined if it is empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? tidy(value) || undefined : undefined;

/**
 * A text as `textOf` returns it. A value of another type is returned unchanged, so that validation reports the field.
 */
export const statedText = (value: unknown): string | undefined =>
  typeof value === 'string' ? textOf(value) : ((value ?? undefined) as string | undefined);

/** An identifier as a text, because some sources write identifiers as numbers. */
export const statedId = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : statedText(value);

/**
 * Converts each item of a list. An item that is not an object counts as an empty one, so that the others keep their
 * places.
 */
export const statedList = <Item>(value: unknown, convert: (item: JsonObject) => Item): Item[] | undefined =>
  Array.isArray(value)
    ? value.map((item: unknown) => convert(objectOf(item)))
    : ((value ?? undefined) as Item[] | undefined);

/**
 * The list; undefined if it is empty. An empty list of authors means that the source does not know the authors, not
 * that the paper has none. With undefined, the import keeps the stored authors.
 */
export const filledList = <Item>(list: readonly Item[] | undefined): readonly Item[] | undefined =>
  list?.length === 0 ? undefined : list;

/** The value if it is an integer from 0 on; otherwise undefined. */
export const countOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/** The value if it is an http or https URL; otherwise undefined. */
export const addressOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined;
};

/** The object without undefined fields; undefined if no field is left. */
export const presentFields = <Fields extends object>(fields: {
  [Key in keyof Fields]: Fields[Key] | undefined;
}): Fields | undefined => {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return present.length > 0 ? (Object.fromEntries(present) as Fields) : undefined;
};
