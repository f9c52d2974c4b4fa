import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';
import type { ImportProblem } from './importProblem.ts';
import type { ImportRecord } from './importRecord.ts';
import { isCalendarDay } from './isCalendarDay.ts';
import { repairFields } from './repairFields.ts';
import { shortForm } from './shortForm.ts';

/** The path is the same from src/ and from dist/. */
const schemaFile = new URL('../../schema/import-record.schema.json', import.meta.url);

/**
 * The maximum depth of nested values. No valid record nests deeper. Deeper values are left out, because they could
 * overflow the stack.
 */
const MAX_DEPTH = 8;
/**
 * The maximum number of times that a record is repaired and validated again. A repair can reveal further errors, for
 * example in a list that was cut.
 */
const MAX_ROUNDS = 8;

let validator: ReturnType<typeof compile> | undefined;

const compile = () => {
  const ajv = new Ajv({ allowUnionTypes: true, verbose: true, allErrors: true });
  ajv.addFormat('date', isCalendarDay);
  return ajv.compile<ImportRecord>(JSON.parse(readFileSync(schemaFile, 'utf8')) as SchemaObject);
};

/** A record and the problems of its fields, or the reason why the value is not a record. */
type ValidationResult = { record: ImportRecord; problems: ImportProblem[] } | { reason: string };

/**
 * Validates a parsed JSON value against schema/import-record.schema.json. An invalid field is removed or cut, and the
 * rest of the record is kept. Nulls are removed, and so are NULs and lone surrogates, which no store accepts.
 */
export const validateRecord = (value: unknown): ValidationResult => {
  validator ??= compile();
  const record = withoutNulls(value, MAX_DEPTH);
  const problems: ImportProblem[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (validator(record)) return { record, problems };
    const errors = (validator.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    const fatal = errors.find(({ instancePath }) => instancePath === '/record') ?? errors.find(isFatal);
    if (fatal) return { reason: describe(fatal) };
    problems.push(...repairFields(record, errors, describe));
  }
  return { reason: 'the record has too many invalid fields' };
};

/** Whether the value is not a record because of this error: it is not an object, or nothing identifies it. */
const isFatal = ({ instancePath, keyword, schemaPath }: ErrorObject): boolean =>
  keyword === 'anyOf' ||
  (instancePath === '' && !schemaPath.includes('/anyOf/')) ||
  ['/from', '/to'].includes(instancePath) ||
  (instancePath === '/name' && keyword !== 'maxLength');

const describe = (error: ErrorObject): string => {
  if (error.keyword === 'anyOf') return 'a paper needs ids or a title, but this record has neither';
  const place = readablePath(error.instancePath);
  if (error.keyword === 'required') {
    return `${place === '' ? '' : `${place}: `}"${error.params['missingProperty']}" is missing`;
  }
  return `${place === '' ? 'the line' : place}: expected ${expectedBy(error)}, found ${shortForm(error.data)}`;
};

/** The property attributes (see Object.defineProperty) that an ordinary assignment would give to a property. */
const plain = { configurable: true, enumerable: true, writable: true };

const withoutNulls = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return Array.isArray(value) ? [] : {};
  if (Array.isArray(value)) return value.map((item: unknown) => withoutNulls(item, depth - 1));
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (item === null) continue;
    const field = withoutNulls(item, depth - 1);
    // an assignment would not define a key named __proto__
    if (key === '__proto__') Object.defineProperty(copy, key, { ...plain, value: field });
    else copy[key] = field;
  }
  return copy;
};

const storableText = (text: string): string =>
  /[\u0000\ud800-\udfff]/.test(text)
    ? text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')
    : text;

/** Writes `/authors/3/name` as `authors[3].name`. */
const readablePath = (instancePath: string): string =>
  instancePath
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');

const typeNames: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The patterns of the schema in words. */
const patternWords: ReadonlyMap<string, string> = new Map([
  ['\\S', 'a text that is not blank'],
  ['^[A-Z]{2}$', 'a country code of two capital letters, such as DE'],
  ['^[a-z0-9][a-z0-9-]{0,30}$', 'up to 31 small letters, digits and hyphens'],
  ['^\\s*[A-Za-z0-9]+\\s*:.*\\S', 'a scheme and a value, such as doi:10.1000/xyz'],
  ['^[Hh][Tt][Tt][Pp][Ss]?://\\S', 'a web address that begins with http:// or https://'],
]);

const expectedBy = ({ keyword, params, message }: ErrorObject): string => {
  switch (keyword) {
    case 'type':
      return [params['type'] as string | string[]]
        .flat()
        .filter((type) => type !== 'null')
        .map((type) => typeNames[type] ?? type)
        .join(' or ');
    case 'enum':
      return `one of ${(params['allowedValues'] as (string | null)[]).filter((each) => each !== null).join(', ')}`;
    case 'maxLength':
      return `at most ${params['limit']} characters`;
    case 'maxItems':
      return `at most ${params['limit']} items`;
    case 'minimum':
      return `at least ${params['limit']}`;
    case 'maximum':
      return `at most ${params['limit']}`;
    case 'pattern':
      return patternWords.get(params['pattern'] as string) ?? 'a text of another form';
    case 'format':
      return 'a calendar day as YYYY-MM-DD';
    default:
      return message ?? keyword;
  }
};
