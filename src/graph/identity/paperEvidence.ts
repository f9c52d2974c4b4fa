import { folded } from '../model/foldText.ts';
import { toUnits } from '../units.ts';
import type { Evidence } from './pairEvidence.ts';

/**
 * Two papers are compared only if records give both the same DOI. The weights were chosen so that the score of such a
 * pair is 0.5.
 */
const paperWeights = { base: -4, sharedIdentifier: 4 } as const;

/** The score of two papers in units of 10⁻⁹. */
export const paperScore = toUnits(1 / (1 + Math.exp(-(paperWeights.base + paperWeights.sharedIdentifier))));

/** The evidence that two papers are one. @param titles null for a paper without a title */
export const paperEvidence = ([left, right]: readonly [string | null, string | null]): Evidence[] => [
  {
    kind: 'IDENTIFIERS',
    weight: paperWeights.sharedIdentifier,
    text: folded(left ?? '') === folded(right ?? '') ? 'one DOI' : 'one DOI, different titles',
  },
];
