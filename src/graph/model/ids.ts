import { entityKinds, type EntityKind } from './entityKinds.ts';

/**
 * The id of an entity: `<kind>:<scheme>:<key>` in printable ASCII, at most 512 bytes, for example `paper:acl:P18-1001`.
 */
export type EntityId = string;

/** The maximum length of an id, in bytes. */
export const LONGEST_ID = 512;

const kindOfWord = new Map<string, EntityKind>(entityKinds.map((kind) => [kind.toLowerCase(), kind]));
const wellFormed = /^([a-z]+):([a-z0-9][a-z0-9-]*):(.+)$/s;
const printableAscii = /^[\x21-\x7e]+$/;
const strayPercent = /%(?![0-9A-F]{2})/;
const needsEncoding = /[^\x21-\x24\x26-\x7e]/;
const encoder = new TextEncoder();

/**
 * Percent-encodes `%` and all characters except printable ASCII. The key is first converted to NFC, and its characters
 * to UTF-8.
 */
const encodeKey = (key: string): string =>
  needsEncoding.test(key) ? key.normalize('NFC').replace(/[^\x21-\x24\x26-\x7e]/gu, percentEncoded) : key;

const percentEncoded = (character: string): string =>
  Array.from(
    encoder.encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');

/** Builds an id from its parts. The caller must check that the key is valid for the scheme. */
export const entityId = (kind: EntityKind, scheme: string, key: string): EntityId =>
  `${kind.toLowerCase()}:${scheme}:${encodeKey(key)}`;

interface IdParts {
  kind: EntityKind;
  scheme: string;
  /** The key without percent-encoding. */
  key: string;
}

/** The parts of an id; undefined if it is malformed. */
export const parseId = (id: EntityId): IdParts | undefined => {
  const match =
    id.length <= LONGEST_ID && printableAscii.test(id) && !strayPercent.test(id) ? wellFormed.exec(id) : null;
  const kind = match && kindOfWord.get(match[1] ?? '');
  if (!match || !kind) return undefined;
  try {
    return { kind, scheme: match[2] ?? '', key: decodeURIComponent(match[3] ?? '') };
  } catch {
    return undefined; // the percent-encoded bytes are not valid UTF-8
  }
};

/**
 * The parts of an id in which only some characters are percent-encoded, or none, or with hexadecimal digits in lower
 * case. Browsers, mail programs and proxies change ids in these ways.
 */
export const differentlyEncodedIdParts = (id: string): IdParts | undefined => {
  if (id.length > LONGEST_ID || /[\p{Cc}\p{Cs}]/u.test(id)) return undefined;
  const encoded = id.normalize('NFC').replace(/[^\x21-\x7e]/gu, percentEncoded);
  return parseId(encoded.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())) ?? unencodedIdParts(id);
};

const unencodedIdParts = (id: string): IdParts | undefined => {
  const match = wellFormed.exec(id);
  const kind = match && kindOfWord.get(match[1] ?? '');
  return match && kind ? { kind, scheme: match[2] ?? '', key: match[3] ?? '' } : undefined;
};

/** The kind of an id from a store. @throws TypeError if it is not an id */
export const kindOf = (id: EntityId): EntityKind => {
  const kind = kindOfWord.get(id.slice(0, id.indexOf(':')));
  if (!kind) throw new TypeError(`${id} is not the id of an entity.`);
  return kind;
};

export const schemeOf = (id: EntityId): string => {
  const start = id.indexOf(':') + 1;
  return id.slice(start, id.indexOf(':', start));
};

/** Shortens a client's text to one line for an error message. */
export const shortened = (text: string): string => {
  const line = text.replace(/[\p{C}\s]+/gu, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
};
