import type { EntityKind, IdentifierScheme } from './entities.ts';
import { entityId, LONGEST_ID, parseId, type EntityId } from './ids.ts';

/**
 * One scheme of identifiers: what a value of it looks like for each kind it names, how it is freed of the forms
 * people write it in, and where it can be looked at. In the order in which the best one becomes the entity's id.
 */
interface SchemeRow {
  /** The word in ids and import records. */
  word: string;
  scheme: IdentifierScheme;
  /** Written before the bare value, in any case: resolvers and prefixes. */
  prefixes: RegExp;
  values: Partial<Record<EntityKind, RegExp>>;
  spelling?: (value: string) => string;
  holds?: (value: string) => boolean;
  url(value: string, kind: EntityKind): string | null;
}

const openAlexValues = {
  PAPER: /^W\d{1,12}$/,
  AUTHOR: /^A\d{1,12}$/,
  INSTITUTION: /^I\d{1,12}$/,
  TOPIC: /^(?:T\d{1,12}|(?:domains|fields|subfields)\/\d{1,6})$/,
};

const rows: readonly SchemeRow[] = [
  {
    word: 'orcid',
    scheme: 'ORCID',
    prefixes: /^(?:https?:\/\/(?:www\.)?orcid\.org\/|orcid:\s*)/i,
    values: { AUTHOR: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/ },
    spelling: (value) => value.toUpperCase(),
    holds: (value) => orcidCheckDigit(value) === value.at(-1),
    url: (value) => `https://orcid.org/${value}`,
  },
  {
    word: 'ror',
    scheme: 'ROR',
    prefixes: /^(?:https?:\/\/(?:www\.)?ror\.org\/|ror:\s*)/i,
    values: { INSTITUTION: /^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/ },
    spelling: (value) => value.toLowerCase(),
    holds: (value) => rorCheckDigits(value) === value.slice(-2),
    url: (value) => `https://ror.org/${value}`,
  },
  {
    word: 'doi',
    scheme: 'DOI',
    prefixes: /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i,
    values: { PAPER: /^10\.\d{4,9}\/.+$/ },
    spelling: (value) => value.toLowerCase(),
    url: (value) => `https://doi.org/${encodeURI(value).replace(/[#?]/g, encodeURIComponent)}`,
  },
  {
    word: 'arxiv',
    scheme: 'ARXIV',
    prefixes: /^(?:https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)/i,
    values: { PAPER: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/ },
    spelling: (value) => value.replace(/(?:\.pdf)?$/i, '').replace(/v\d+$/, ''),
    url: (value) => `https://arxiv.org/abs/${value}`,
  },
  {
    word: 'openalex',
    scheme: 'OPENALEX',
    prefixes: /^https?:\/\/(?:www\.|api\.)?openalex\.org\/(?:(?:works|authors|institutions|topics)\/)?/i,
    values: openAlexValues,
    url: (value) => `https://openalex.org/${value}`,
  },
  {
    word: 'acl',
    scheme: 'ACL_ANTHOLOGY',
    prefixes: /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/(?:people\/[a-z]\/)?/i,
    values: {
      PAPER: /^(?:[A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[A-Za-z0-9_]+\.\d+)$/,
      AUTHOR: /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/,
    },
    spelling: (value) => value.replace(/(?:\.pdf|\/)$/, ''),
    url: (value, kind) =>
      kind === 'AUTHOR' ? `https://aclanthology.org/people/${value}/` : `https://aclanthology.org/${value}/`,
  },
  {
    word: 'dblp',
    scheme: 'DBLP',
    prefixes: /^https?:\/\/(?:www\.)?dblp\.(?:org|uni-trier\.de)\/(?:rec|pid)\//i,
    values: { PAPER: /^[a-z]+\/\S{1,200}$/, AUTHOR: /^\S.{0,199}$/ },
    spelling: (value) => value.replace(/\.html$/, ''),
    url: (value, kind) =>
      kind === 'PAPER'
        ? `https://dblp.org/rec/${encodeURI(value)}`
        : /^[\w-]+\/[\w-]+$/.test(value)
          ? `https://dblp.org/pid/${value}`
          : null,
  },
  {
    word: 's2',
    scheme: 'SEMANTIC_SCHOLAR',
    prefixes:
      /^(?:https?:\/\/(?:www\.|api\.)?semanticscholar\.org\/(?:author\/(?:[^/]+\/)?|CorpusID:)|corpusid:\s*)/i,
    values: { PAPER: /^\d{1,15}$/, AUTHOR: /^\d{1,15}$/ },
    url: (value, kind) =>
      kind === 'AUTHOR'
        ? `https://www.semanticscholar.org/author/${value}`
        : `https://api.semanticscholar.org/CorpusID:${value}`,
  },
];

const rowOfWord = new Map(rows.map((row) => [row.word, row]));
const rowOfScheme = new Map(rows.map((row) => [row.scheme, row]));

/** Ids of one catalogue, of which an entity has at most one: two of them are two entities, whatever else they share. */
const catalogues = new Set(['openalex', 'acl', 'dblp', 's2']);
export const isCatalogue = (schemeWord: string): boolean => catalogues.has(schemeWord);

/** ORCID's check character, ISO/IEC 7064 MOD 11-2 over the first fifteen digits. */
const orcidCheckDigit = (orcid: string): string => {
  let total = 0;
  for (const digit of orcid.replaceAll('-', '').slice(0, 15)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? 'X' : String(result);
};

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** ROR's two check digits, ISO/IEC 7064 MOD 97-10 over the number its other characters spell in Crockford's base 32. */
const rorCheckDigits = (ror: string): string => {
  let number = 0;
  for (const character of ror.slice(0, -2)) number = number * 32 + crockford.indexOf(character);
  return String(98 - ((number * 100) % 97)).padStart(2, '0');
};

const bareValue = (row: SchemeRow, kind: EntityKind, written: string): string | undefined => {
  const trimmed = written.trim().normalize('NFC');
  const isUrl = /^https?:/i.test(trimmed);
  let value = trimmed.replace(row.prefixes, '');
  if (isUrl) {
    value = value.replace(/[?#].*$/, row.word === 'doi' ? '$&' : '');
    try {
      value = decodeURIComponent(value);
    } catch {
      // a stray % in a DOI is part of the DOI
    }
  }
  value = row.spelling?.(value) ?? value;
  const isOne = row.values[kind]?.test(value) && (row.holds?.(value) ?? true);
  return isOne ? value : undefined;
};

/**
 * The key of an identifier as someone wrote it (bare, with its prefix or as a URL); undefined where it is none, or
 * longer than an id may be.
 */
export const identifierKey = (
  kind: EntityKind,
  schemeWord: string,
  written: string,
): EntityId | undefined => {
  const row = rowOfWord.get(schemeWord);
  const value = row && bareValue(row, kind, written);
  if (value === undefined) return undefined;
  const key = entityId(kind, schemeWord, value);
  return key.length > LONGEST_ID ? undefined : key;
};

/**
 * The keys of a record's `ids`, best first. A DOI of arXiv's is the arXiv id too.
 *
 * @param onDropped is told what is no identifier of its scheme (pattern or checksum), and is left out.
 */
export const identifierKeys = (
  kind: EntityKind,
  ids: object | undefined,
  onDropped: (reason: string) => void,
): EntityId[] => {
  if (!ids) return [];
  const keys: EntityId[] = [];
  for (const row of rows) {
    const written = (ids as Record<string, unknown>)[row.word];
    if (typeof written !== 'string' || written === '') continue;
    const key = identifierKey(kind, row.word, written);
    if (key === undefined) onDropped(`"${written}" is no ${row.word} identifier of a ${kind.toLowerCase()}`);
    else keys.push(key);
  }
  const arxiv = keys.map(arxivKeyOfDoi).find((key) => key !== undefined);
  if (arxiv !== undefined && !keys.some((key) => key.startsWith('paper:arxiv:'))) {
    keys.splice(keys.findIndex((key) => key.startsWith('paper:doi:')) + 1, 0, arxiv);
  }
  return keys;
};

const arxivKeyOfDoi = (key: EntityId): EntityId | undefined =>
  key.startsWith('paper:doi:10.48550/arxiv.')
    ? identifierKey('PAPER', 'arxiv', key.slice('paper:doi:10.48550/arxiv.'.length))
    : undefined;

/** The key of a paper as a citation writes it, `doi:10.1000/xyz`; undefined where it is none. */
export const referenceKey = (written: string): EntityId | undefined => {
  const colon = written.indexOf(':');
  const key = identifierKey('PAPER', written.slice(0, colon).trim().toLowerCase(), written.slice(colon + 1));
  return key === undefined ? undefined : (arxivKeyOfDoi(key) ?? key);
};

export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
  url: string | null;
}

/** The identifiers among an entity's keys, by scheme and value. */
export const identifiersOf = (keys: readonly EntityId[]): Identifier[] =>
  keys
    .flatMap((key) => {
      const parts = parseId(key);
      const row = parts && rowOfWord.get(parts.scheme);
      return parts && row
        ? [{ scheme: row.scheme, value: parts.key, url: row.url(parts.key, parts.kind) }]
        : [];
    })
    .sort((a, b) => (a.scheme === b.scheme ? (a.value < b.value ? -1 : 1) : a.scheme < b.scheme ? -1 : 1));

/** The keys a lookup may mean: one for each kind the scheme names and the value fits; none where it fits none. */
export const lookupKeys = (
  scheme: IdentifierScheme,
  value: string,
  kind: EntityKind | undefined,
): EntityId[] => {
  const row = rowOfScheme.get(scheme);
  if (!row) return [];
  const kinds = (Object.keys(row.values) as EntityKind[]).filter(
    (each) => kind === undefined || each === kind,
  );
  return kinds.flatMap((each) => identifierKey(each, row.word, value) ?? []);
};
