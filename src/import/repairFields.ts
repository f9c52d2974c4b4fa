import type { ErrorObject } from 'ajv';
import type { ImportProblem } from './importProblem.ts';
import { readableDate, readableValue } from './readableValue.ts';

/**
 * Definitions whose values are removed if they are too long. Such a value is not cut, because a part of an identifier
 * or of a text with a syntax would be wrong.
 */
const uncuttable = /^#\/definitions\/(?:identifier|address|latex|paperReference)\//;

type Container = Record<string, unknown> | unknown[];

/**
 * Repairs the invalid fields of a record in place: a number or truth value that is written as a text is read, a text or
 * list that is too long is cut, any other invalid field is removed. An invalid author keeps its position with an empty name.
 *
 * @param describe describes an error in words
 * @returns a problem for each field that lost a part of its value
 */
export const repairFields = (
  record: unknown,
  errors: readonly ErrorObject[],
  describe: (error: ErrorObject) => string,
): ImportProblem[] => {
  const lists = new Set<unknown[]>();
  const problems = errors.flatMap((error): ImportProblem[] => {
    const repair = repairField(record, error, lists);
    return repair === undefined ? [] : [{ kind: repair, message: describe(error) }];
  });
  for (const list of lists) list.splice(0, list.length, ...list.filter((item) => item !== removed));
  return problems;
};

/** Marks an item until all errors of the list are handled, because a removal would change the indexes of the others. */
const removed = Symbol('removed');

const repairField = (
  record: unknown,
  { instancePath, keyword, params, schemaPath, data }: ErrorObject,
  lists: Set<unknown[]>,
): 'invalidField' | 'longField' | 'impossibleDate' | undefined => {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  const place = path.length === 0 ? undefined : containerOf(record, path);
  const key = path.at(-1) ?? '';
  if (place === undefined) return undefined;
  if (instancePath === '/date') return repairDate(record as DatedRecord, data);
  const readable =
    keyword === 'type' ? readableValue(data, [params['type'] as string | string[]].flat()) : undefined;
  if (readable !== undefined) {
    setField(place, key, readable);
    return undefined;
  }
  if (keyword === 'maxLength' && typeof data === 'string' && !uncuttable.test(schemaPath)) {
    setField(place, key, cut(data, params['limit'] as number));
    return 'longField';
  }
  if (keyword === 'maxItems' && Array.isArray(data)) {
    data.length = params['limit'] as number;
    return 'longField';
  }
  if (keyword === 'required' && params['missingProperty'] === 'name' && path[0] === 'authors') {
    (data as Record<string, unknown>)['name'] = '';
    return 'invalidField';
  }
  if (path[0] === 'authors' && path.length === 2) setField(place, key, { name: '' });
  else if (path[0] === 'authors' && path.length === 3 && key === 'name') setField(place, key, '');
  else if (key === 'name' || Array.isArray(place))
    removeItem(record, Array.isArray(place) ? path : path.slice(0, -1), lists);
  else if (keyword === 'required') removeItem(record, path, lists);
  else Reflect.deleteProperty(place, key);
  return 'invalidField';
};

interface DatedRecord {
  date?: unknown;
  year?: unknown;
}

/**
 * Repairs a date that is not written as YYYY-MM-DD. If it has no day, or is not a day that exists, only its year is
 * kept. Returns the kind of problem to report, if any.
 */
const repairDate = (record: DatedRecord, value: unknown): 'impossibleDate' | undefined => {
  const { date, year, isPartial } = readableDate(value);
  if (date !== undefined) {
    record.date = date;
    return undefined;
  }
  delete record.date;
  if (year !== undefined) record.year ??= year;
  return isPartial ? undefined : 'impossibleDate';
};

const containerOf = (record: unknown, path: readonly string[]): Container | undefined => {
  let value = record;
  for (const key of path.slice(0, -1)) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'object' && value !== null ? (value as Container) : undefined;
};

const setField = (container: Container, key: string, value: unknown): void => {
  (container as Record<string, unknown>)[key] = value;
};

/** Removes the list item at a path; a path that does not lead to a list item removes the field. */
const removeItem = (record: unknown, path: readonly string[], lists: Set<unknown[]>): void => {
  const container = containerOf(record, path);
  const key = path.at(-1) ?? '';
  if (Array.isArray(container)) {
    container[Number(key)] = removed;
    lists.add(container);
  } else if (container) Reflect.deleteProperty(container, key);
};

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Cuts a text to a maximum length without splitting a surrogate pair. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');
