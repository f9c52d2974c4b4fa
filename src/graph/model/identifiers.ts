import type { IdentifierScheme } from './entities.ts';
import type { EntityKind } from './entityKinds.ts';
import { identifierSchemeRows, type IdentifierSchemeRow } from './identifierSchemes.ts';
import { entityId, LONGEST_ID, parseId, schemeOf, type EntityId } from './ids.ts';
import { withoutFormatCharacters } from './withoutFormatCharacters.ts';
import { withoutLinkCommands } from './withoutLinkCommands.ts';

/*
 * Identifiers are normalized only here: for imports, ids, lookups, search and addresses.
 */

const rowOfWord = new Map(identifierSchemeRows.map((row) => [row.word, row]));

/** Whether an entity has at most one id of the scheme, so that two different ids always belong to two entities. */
export const isCatalogue = (schemeWord: string): boolean => rowOfWord.get(schemeWord)?.isCatalogue ?? false;

/** Whether the catalogue merges duplicate entries, so that one entity can have an old and a new id. */
export const mergesEntries = (schemeWord: string): boolean =>
  rowOfWord.get(schemeWord)?.mergesEntries ?? false;

/**
 * Whether a catalogue has made an identifier from a name alone. Such an identifier does not distinguish people of the
 * same name.
 */
export const isMadeFromName = (key: EntityId): boolean =>
  rowOfWord.get(schemeOf(key))?.fromNames?.test(key) ?? false;

/** Whether an entity has at most one identifier of the scheme. */
export const isUnique = (schemeWord: string): boolean => rowOfWord.get(schemeWord)?.isUnique ?? false;

/** Whether sources often give identifiers of the scheme to the wrong person. */
export const isDoubtful = (schemeWord: string): boolean => rowOfWord.get(schemeWord)?.isDoubtful ?? false;

const htmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * Removes what documents and web pages add to identifiers, whatever the scheme: link commands of LaTeX, escapes of
 * HTML, and Unicode variants of hyphens and colons.
 */
const unescapeIdentifier = (text: string): string =>
  withoutLinkCommands(withoutFormatCharacters(text))
    .normalize('NFC')
    .replace(hyphens, '-')
    .replace('：', ':')
    .replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, (entity, name: string) => {
      if (!name.startsWith('#')) return htmlEntities[name.toLowerCase()] ?? entity;
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : entity;
    })
    .trim()
    .replace(/^[<([{"'“]+/, '');

/** Decodes percent-encoding repeatedly, because web addresses are sometimes encoded twice. */
const decodePercent = (text: string): string => {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? text : decodePercent(decoded);
  } catch {
    return text; // the text is not percent-encoded, so the percent sign is part of the identifier
  }
};

/**
 * Removes punctuation that belongs to the sentence around an identifier. A DOI of the SICI form may end in a full stop,
 * which is kept.
 */
const withoutTrailingPunctuation = (value: string): string => {
  if (/;2-\.$/.test(value)) return value;
  const trimmed = value.replace(/[\s.,;:'"”’>]+$/, '');
  const [opening, closing] = brackets.find((pair) => trimmed.endsWith(pair[1])) ?? [];
  if (opening === undefined || countOf(opening, trimmed) >= countOf(closing, trimmed)) return trimmed;
  return withoutTrailingPunctuation(trimmed.slice(0, -1));
};

const brackets = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const countOf = (character: string, text: string): number => text.split(character).length - 1;

/** Whether a text is a web address, with or without `https://`, perhaps after the name of a scheme. */
const isAddress = (text: string): boolean =>
  /^(?:[a-z]+:?\s*)?(?:https?:\/\/|(?:[a-z][\w-]*\.)+[a-z]{2,}\/)/i.test(text);

const removeRepeatedly = (text: string, pattern: RegExp): string => {
  const shorter = text.replace(pattern, '');
  return shorter === text ? text : removeRepeatedly(shorter, pattern);
};

const normalizedValue = (row: IdentifierSchemeRow, kind: EntityKind, text: string): string | undefined => {
  const unescaped = unescapeIdentifier(text);
  // the end of the address is removed before percent-encoding is decoded, because an encoded ? or # belongs to the
  // identifier
  let value = isAddress(unescaped)
    ? unescaped.replace(row.addressEnd ?? /[?#].*$/, '').replace(/\/+$/, '')
    : unescaped;
  value = decodePercent(value);
  if (row.pages?.prefixes.test(value)) {
    value = value.replace(row.pages.prefixes, '').replace(row.pages.suffixes, '');
  }
  value = removeRepeatedly(value, row.prefixes);
  value = row.names === kind ? value.replace(/\s+/g, ' ') : withoutTrailingPunctuation(value);
  if (row.suffixes) value = removeRepeatedly(value, row.suffixes);
  value = row.spelling?.(value) ?? value;
  return row.values[kind]?.test(value) && (row.isValid?.(value) ?? true) ? value : undefined;
};

/**
 * Returns the key of an identifier, which may be written as a bare value, with a prefix or as a URL.
 *
 * @returns undefined if it is not valid for the scheme and kind, or if the key is too long for an id
 */
export const identifierKey = (kind: EntityKind, schemeWord: string, text: string): EntityId | undefined => {
  const row = rowOfWord.get(schemeWord);
  const value = row && normalizedValue(row, kind, text);
  if (value === undefined) return undefined;
  const key = entityId(kind, schemeWord, value);
  return key.length > LONGEST_ID ? undefined : key;
};

/**
 * The keys of the `ids` of a record, in the order of the schemes. A DOI that arXiv has assigned also gives the arXiv
 * id.
 *
 * @param onDropped receives the reason for each identifier that is not valid
 */
export const identifierKeys = (
  kind: EntityKind,
  ids: object | undefined,
  onDropped: (reason: string) => void,
): EntityId[] => {
  if (!ids) return [];
  const keys: EntityId[] = [];
  for (const { word } of identifierSchemeRows) {
    const text = (ids as Record<string, unknown>)[word];
    if (typeof text !== 'string' || text === '') continue;
    const key = identifierKey(kind, word, text);
    if (key === undefined) onDropped(`"${text}" is not a valid ${word} identifier for the kind ${kind}`);
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
    ? identifierKey('PAPER', 'arxiv', key.slice('paper:doi:'.length))
    : undefined;

/** The key of a paper from a reference such as `doi:10.1000/xyz`; undefined if the reference is not valid. */
export const referenceKey = (reference: string): EntityId | undefined => {
  const colon = reference.indexOf(':');
  const scheme = reference.slice(0, colon).trim().toLowerCase();
  const key = identifierKey('PAPER', scheme, reference.slice(colon + 1));
  return key === undefined ? undefined : (arxivKeyOfDoi(key) ?? key);
};

export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
  url: string | null;
}

/** Those keys of an entity that are identifiers, as scheme and value. */
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

/** The keys that distinguish two authors: ORCIDs, and ids that curators of a catalogue assign to distinguish people. */
export const distinguishingKeys = (keys: readonly EntityId[]): EntityId[] =>
  keys.filter((key) => {
    const parts = parseId(key);
    const row = parts && rowOfWord.get(parts.scheme);
    return row?.isUnique ?? row?.tellsPeopleApart?.test(parts?.key ?? '') ?? false;
  });

/** The schemes in which both authors have identifiers, but no identifier in common. */
export const conflictingSchemes = (
  left: readonly EntityId[],
  right: readonly EntityId[],
): ReadonlySet<string> => {
  const schemes = new Set(left.map(schemeOf));
  const both = right.map(schemeOf).filter((scheme) => schemes.has(scheme));
  return new Set(
    both.filter((scheme) => !left.some((key) => schemeOf(key) === scheme && right.includes(key))),
  );
};

/** The keys under which an identifier may be stored: one for each kind of entity for which its value is valid. */
export const lookupKeys = (
  scheme: IdentifierScheme,
  value: string,
  kind: EntityKind | undefined,
): EntityId[] =>
  identifierSchemeRows
    .filter((row) => row.scheme === scheme)
    .flatMap(({ word, values }) =>
      (Object.keys(values) as EntityKind[])
        .filter((each) => kind === undefined || each === kind)
        .flatMap((each) => identifierKey(each, word, value) ?? []),
    );
