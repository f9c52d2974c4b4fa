import { createHash } from 'node:crypto';
import { tidy } from '../../graph/names.ts';
import type { OnDropped } from './normalizedRecord.ts';

/** NFC text with single spaces and without NULs, which no store accepts; null if nothing is left. */
export const text = (value: string | undefined): string | null => {
  const tidied = value === undefined ? '' : tidy(value.replaceAll('\0', ''));
  return tidied === '' ? null : tidied;
};

/** In characters: longer than any real name, and short enough for the indexes of both stores. */
const MAX_NAME_LENGTH = 1_000;

/** A name that both stores can index; a longer one is cut and reported. */
export const nameText = (value: string | undefined, onDropped: OnDropped): string | null => {
  const name = text(value);
  if (name === null || name.length <= MAX_NAME_LENGTH) return name;
  onDropped(
    `the name "${name.slice(0, 40)}…" was cut: it has ${name.length} characters, ${MAX_NAME_LENGTH} are kept`,
  );
  return name.slice(0, MAX_NAME_LENGTH).replace(/\p{Surrogate}$/u, ''); // the cut may split a surrogate pair
};

/** Checksum by which a record that has not changed since the last import is recognized. */
export const fingerprintOf = (json: string): string => createHash('sha1').update(json).digest('base64url');
