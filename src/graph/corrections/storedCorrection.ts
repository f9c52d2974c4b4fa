import type { Correction } from '../identity/corrections.ts';
import { compareTexts } from '../model/compareTexts.ts';
import { entityId, schemeOf, type EntityId } from '../model/ids.ts';

const CURATED = 'curated';

/**
 * The id of the author that a SPLIT creates. It is made from the id of the correction, so that it is the same in every
 * store.
 */
export const splitAuthorId = (correctionId: string): EntityId => entityId('AUTHOR', CURATED, correctionId);

/** Whether a correction created the entity. Imports do not contain such entities. */
export const isCurated = (id: EntityId): boolean => schemeOf(id) === CURATED;

export const isInForce = ({ undoneAt }: Correction): boolean => undoneAt === undefined;

export const byTime = (left: Correction, right: Correction): number =>
  compareTexts(left.at, right.at) || compareTexts(left.id, right.id);

export const parseCorrection = (text: string): Correction => JSON.parse(text) as Correction;

/** Parses stored corrections. Returns them with the latest first. */
export const latestFirst = (texts: Iterable<string>): Correction[] =>
  Array.from(texts, parseCorrection).sort((a, b) => byTime(b, a));
