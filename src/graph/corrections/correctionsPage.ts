import type { Correction } from '../identity/corrections.ts';
import type { EntityId } from '../model/ids.ts';
import type { OrderKey, SortValues } from '../model/orders.ts';
import type { Page } from '../model/pages.ts';
import { splitAuthorId } from './storedCorrection.ts';

/**
 * The order of corrections: the latest first. Its keys give the types of the two sort values: the negated time in ms,
 * and the id.
 */
export const correctionOrder: readonly OrderKey[] = ['-day', 'id'];
export const correctionPosition = ({ at, id }: Correction): SortValues => [0 - Date.parse(at), id];

interface CorrectionsRequest {
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by correctionPosition. */
  after?: SortValues;
  backward?: boolean;
}

/** Returns a page of corrections. @param corrections all corrections, the latest first */
export const correctionsPage = (
  corrections: readonly Correction[],
  { first, after, backward = false }: CorrectionsRequest,
): Page<{ node: Correction }> => {
  const isOnPageSide = (correction: Correction): boolean => {
    const order = after ? compare(correctionPosition(correction), after) : 0;
    return after === undefined || (backward ? order < 0 : order > 0);
  };
  const side = corrections.filter(isOnPageSide);
  const page = backward ? side.slice(Math.max(0, side.length - first)) : side.slice(0, first);
  const hasMore = side.length > page.length;
  const hasOthers = side.length < corrections.length;
  return {
    entries: page.map((node) => ({ node })),
    hasNext: backward ? hasOthers : hasMore,
    hasPrevious: backward ? hasMore : hasOthers,
    total: corrections.length,
  };
};

/** Compares two positions. If they have the same time, the position with the greater id counts as the later one. */
const compare = ([time, id]: SortValues, [otherTime, otherId]: SortValues): number =>
  Number(time) - Number(otherTime) || (String(id) < String(otherId) ? 1 : -1) * Number(id !== otherId);

/** The ids of the entities that a correction is about, except the papers of a SPLIT. */
export const entitiesOfCorrection = ({ id, kind, entityIds, into }: Correction): readonly EntityId[] =>
  kind === 'SPLIT' ? [...entityIds, into ?? splitAuthorId(id)] : entityIds;

/** The corrections that are about an entity. @param ids all ids that lead to the entity */
export const correctionsOf = (
  corrections: readonly Correction[],
  ids: readonly EntityId[],
): readonly Correction[] =>
  corrections.filter((correction) =>
    [...entitiesOfCorrection(correction), ...(correction.paperIds ?? [])].some((id) => ids.includes(id)),
  );
