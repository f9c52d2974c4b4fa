import { createHash } from 'node:crypto';
import { plainText } from '../../graph/text/plainText.ts';
import type { OnProblem } from '../importProblem.ts';

/** The text without mark-up; null if nothing is left. */
export const text = (value: string | undefined): string | null =>
  (value === undefined ? '' : plainText(value)) || null;

/**
 * The maximum length of a name in characters. It is longer than any real name, and short enough for the indexes of both
 * stores.
 */
const MAX_NAME_LENGTH = 1_000;

/** A name that both stores can index. A longer name is cut, and the cut is reported. */
export const nameText = (value: string | undefined, onProblem: OnProblem): string | null => {
  const name = text(value);
  if (name === null || name.length <= MAX_NAME_LENGTH) return name;
  onProblem(
    'longField',
    `the name "${name.slice(0, 40)}…" was cut: it has ${name.length} characters, ${MAX_NAME_LENGTH} are kept`,
  );
  // The pattern removes the first half of a surrogate pair that the cut has split.
  return name.slice(0, MAX_NAME_LENGTH).replace(/\p{Surrogate}$/u, '');
};

/**
 * The name of a topic without the punctuation at its end, so that the last keyword of a list that ends with a full stop
 * is the same topic as elsewhere. The full stop of an abbreviation with several full stops, such as "U.S.", is kept.
 */
export const topicText = (name: string): string =>
  name.replace(/[\s,;:]+$/u, '').replace(/(^|\s)([^\s.]+)\.$/u, '$1$2') || name;

/** Must be increased when the normalization of records changes, so that a repeated import updates the stored data. */
const NORMALIZATION_VERSION = 6;

/** Checksum by which a record that has not changed since the last import is recognized. */
export const fingerprintOf = (json: string): string =>
  createHash('sha1').update(`${NORMALIZATION_VERSION} ${json}`).digest('base64url');
