import { createHash } from 'node:crypto';
import { tidy } from '../../graph/names.ts';
import type { OnDropped } from './normalizedRecord.ts';

/** A text without what no store can hold, NFC and single-spaced; null where nothing is left. */
export const text = (value: string | undefined): string | null => {
  const tidied = value === undefined ? '' : tidy(value.replaceAll('\0', ''));
  return tidied === '' ? null : tidied;
};

/** In characters: longer than any name there is, and short enough for every store's indexes. */
const LONGEST_NAME = 1_000;

/** A name a store can index; of one that is too long only the beginning is kept, which is reported. */
export const nameText = (value: string | undefined, onDropped: OnDropped): string | null => {
  const name = text(value);
  if (name === null || name.length <= LONGEST_NAME) return name;
  onDropped(
    `the name "${name.slice(0, 40)}…" was cut: it has ${name.length} characters, ${LONGEST_NAME} are kept`,
  );
  return name.slice(0, LONGEST_NAME).replace(/\p{Surrogate}$/u, ''); // half a character is none
};

/** A checksum of a record's JSON: equal records have equal ones. */
export const fingerprintOf = (json: string): string => createHash('sha1').update(json).digest('base64url');
