import type { Correction } from '../identity/corrections.ts';
import type { EntityId } from '../model/ids.ts';
import { entitiesOfCorrection } from './correctionsPage.ts';

/**
 * The pairs of ids that corrections in force declare different. A SPLIT declares the author and the person who wrote
 * the moved papers different.
 */
export const differentPairs = (corrections: readonly Correction[]): (readonly [EntityId, EntityId])[] =>
  corrections
    .filter(({ kind, effective }) => (kind === 'DIFFERENT' || kind === 'SPLIT') && effective)
    .map(entitiesOfCorrection)
    .flatMap((ids) =>
      ids.flatMap((left, index) => ids.slice(index + 1).map((right) => [left, right] as const)),
    );
