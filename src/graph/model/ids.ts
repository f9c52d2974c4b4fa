import { badInput } from '../errors.ts';
import { entityKinds, type EntityKind } from './entities.ts';

/** `<kind>:<scheme>:<key>` in printable ASCII, at most 512 bytes, for instance `paper:acl:P18-1001`. */
export type EntityId = string;

/** The longest id there is, in bytes. */
export const LONGEST_ID = 512;

const kindWords = Object.fromEntries(entityKinds.map((kind) => [kind.toLowerCase(), kind]));
const wellFormed = /^([a-z]+):([a-z0-9][a-z0-9-]*):(.+)$/s;
const printableAscii = /^[\x21-\x7e]+$/;
const strayPercent = /%(?![0-9A-F]{2})/;
const encoder = new TextEncoder();

/** Percent-encodes everything but printable ASCII, and `%` itself, as NFC UTF-8. */
const encodeKey = (key: string): string =>
  key
    .normalize('NFC')
    .replace(/[^\x21-\x24\x26-\x7e]/gu, (character) =>
      Array.from(
        encoder.encode(character),
        (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      ).join(''),
    );

/** Makes an id of its parts. The caller sees to it that the key is one of the scheme's. */
export const entityId = (kind: EntityKind, scheme: string, key: string): EntityId =>
  `${kind.toLowerCase()}:${scheme}:${encodeKey(key)}`;

export interface IdParts {
  kind: EntityKind;
  scheme: string;
  /** Decoded. */
  key: string;
}

/** The parts of a well-formed id, else undefined. */
export const parseId = (id: EntityId): IdParts | undefined => {
  const match =
    id.length <= LONGEST_ID && printableAscii.test(id) && !strayPercent.test(id) ? wellFormed.exec(id) : null;
  const kind = match && kindWords[match[1] ?? ''];
  if (!match || !kind) return undefined;
  try {
    return { kind, scheme: match[2] ?? '', key: decodeURIComponent(match[3] ?? '') };
  } catch {
    return undefined; // percent-encoded bytes that are no UTF-8
  }
};

/** The kind an id names. @throws TypeError where it is no id: only for ids the store itself gave. */
export const kindOf = (id: EntityId): EntityKind => {
  const kind = kindWords[id.slice(0, id.indexOf(':'))];
  if (!kind) throw new TypeError(`${id} is no entity id`);
  return kind;
};

export const schemeOf = (id: EntityId): string => {
  const start = id.indexOf(':') + 1;
  return id.slice(start, id.indexOf(':', start));
};

const caseless = new Set(['doi', 'orcid', 'ror']);

/**
 * An id a client sent, checked and in the one spelling it is stored under (DOI, ORCID and ROR ignore case).
 *
 * @throws GraphError BAD_USER_INPUT where it is malformed or of another kind than asked for.
 */
export const checkedId = (id: string, argument: string, ...kinds: EntityKind[]): EntityId => {
  const parts = parseId(id);
  if (!parts) {
    throw badInput(
      argument,
      `"${shortened(id)}" is no id. Ids look like author:orcid:0000-0002-1825-0097 or paper:acl:P18-1001.`,
    );
  }
  if (kinds.length > 0 && !kinds.includes(parts.kind)) {
    throw badInput(
      argument,
      `"${shortened(id)}" is an id of the kind ${parts.kind}; ${argument} wants one of the kind ${kinds.join(' or ')}.`,
    );
  }
  if (!caseless.has(parts.scheme)) return id;
  const key = parts.scheme === 'orcid' ? parts.key.toUpperCase() : parts.key.toLowerCase();
  return entityId(parts.kind, parts.scheme, key);
};

/** A client's text as an error may repeat it: short and on one line. */
export const shortened = (text: string): string => {
  const line = text.replace(/[\p{C}\s]+/gu, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
};
