import type { EntityId } from '../model/ids.ts';

/** The kinds of corrections, in the order of the schema's enum. */
export const correctionKinds = ['SAME', 'DIFFERENT', 'SPLIT', 'RENAME', 'HIDE'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** A correction that a curator wants to make. */
export interface CorrectionDraft {
  kind: CorrectionKind;
  /**
   * SAME and DIFFERENT: the ids of two or more entities of one kind. SPLIT: the id of the author. RENAME and HIDE: the
   * id of the entity.
   */
  entityIds: readonly EntityId[];
  /** SPLIT: those papers of the author that another person wrote. */
  paperIds?: readonly EntityId[];
  /** SPLIT: the author who wrote `paperIds`. By default a new author is created. */
  into?: EntityId;
  /** RENAME: the new name. SPLIT: the name of a new author; by default the most frequent printed name. */
  name?: string;
  reason?: string;
  /** The person or program that makes the correction. */
  by: string;
  /** The evidence that was known when the correction was made, in words or as JSON. */
  evidence?: string;
}

/** The position and printed name of an author on a paper when a SPLIT moved the authorship. */
export interface SplitPlace {
  paperId: EntityId;
  position: number;
  printed: string;
}

/** A stored correction. Times are ISO 8601 in UTC. */
export interface Correction extends CorrectionDraft {
  id: string;
  at: string;
  undoneAt?: string;
  undoneBy?: string;
  /** SPLIT: the authorships that it moves, one for each paper. */
  places?: readonly SplitPlace[];
  /** False if the correction is undone, if its entities are not stored, or if another one contradicts or replaces it. */
  effective: boolean;
}

export interface CorrectionOutcome {
  correction: Correction;
  /** The ids by which readers now find the entities of the correction. Hidden entities are left out. */
  entityIds: readonly EntityId[];
}
