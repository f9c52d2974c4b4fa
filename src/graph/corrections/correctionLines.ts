import { badInput } from '../errors.ts';
import { correctionKinds, type Correction } from '../identity/corrections.ts';
import { parseId } from '../model/ids.ts';

/** Corrections as JSON lines, in order of time, so that a file in version control grows at its end. */
export const correctionLines = (corrections: readonly Correction[]): string =>
  corrections
    .toReversed()
    .map(({ effective: _, ...correction }) => `${JSON.stringify(correction)}\n`)
    .join('');

/** @throws GraphError BAD_USER_INPUT for a line that is not a correction */
export const readCorrectionLines = (text: string): Correction[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const reason = invalidReason(parsed(line));
    if (reason !== undefined) throw badInput('file', `Line ${index + 1} is not a correction: ${reason}.`);
    return [{ ...(parsed(line) as Correction), effective: false }];
  });

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

const invalidReason = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const { id, kind, by, at, entityIds, into, places = [], ...texts } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[\w-]{1,100}$/.test(id)) return `id is ${JSON.stringify(id)}`;
  if (!correctionKinds.some((each) => each === kind)) return `kind is ${JSON.stringify(kind)}`;
  if (typeof by !== 'string') return `by is ${JSON.stringify(by)}`;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return `at is ${JSON.stringify(at)}`;
  if (!isIdList(entityIds)) return `entityIds is ${JSON.stringify(entityIds)}`;
  if (into !== undefined && !isIdList([into])) return `into is ${JSON.stringify(into)}`;
  if (!Array.isArray(places) || !places.every(isPlace)) return `places is ${JSON.stringify(places)}`;
  const malformed = ['name', 'reason', 'evidence', 'undoneAt', 'undoneBy'].find(
    (field) => texts[field] !== undefined && typeof texts[field] !== 'string',
  );
  return malformed && `${malformed} is ${JSON.stringify(texts[malformed])}`;
};

const isIdList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string' && parseId(id));

const isPlace = (value: unknown): boolean => {
  const { paperId, position, printed } = (value ?? {}) as Record<string, unknown>;
  return isIdList([paperId]) && typeof position === 'number' && typeof printed === 'string';
};
