import type { EntityId } from '../model/ids.ts';

/** In the order of the schema's enum. */
export const correctionKinds = ['SAME', 'DIFFERENT', 'SPLIT', 'RENAME', 'HIDE'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** A correction as a curator asks for it. */
export interface CorrectionDraft {
  kind: CorrectionKind;
  /** SAME and DIFFERENT: two or more entities of one kind. SPLIT: the author. RENAME and HIDE: the entity. */
  entityIds: readonly EntityId[];
  /** SPLIT: the papers of the author that are another person's. */
  paperIds?: readonly EntityId[];
  /** SPLIT: the author whose papers these are. By default a new author. */
  into?: EntityId;
  /** RENAME: the name. SPLIT: the name of a new author, by default the most frequent printed name. */
  name?: string;
  reason?: string;
  /** Who makes the correction. */
  by: string;
  /** The evidence for the correction at the time when it was made, in words or as JSON. */
  evidence?: string;
}

/** Where an author stood on a paper when a SPLIT moved the authorship. */
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
  /** SPLIT: one for each paper. */
  places?: readonly SplitPlace[];
  /** False if the correction is undone, if its entities are not stored, or if an earlier correction contradicts it. */
  effective: boolean;
}

export interface CorrectionOutcome {
  correction: Correction;
  /** The ids by which the entities that the correction is about are found now, without hidden ones. */
  entityIds: readonly EntityId[];
}
