import type { EntityId } from './ids.ts';

/** The entry of one author in the author list of a paper, as it is printed. */
export interface Authorship {
  paperId: EntityId;
  authorId: EntityId;
  /** The position in the author list, from 1. */
  position: number;
  /** Whether the author is the corresponding author; null if the source does not state it. */
  isCorresponding: boolean | null;
  nameAsPrinted: string;
  affiliationsAsPrinted: readonly string[];
  institutionIds: readonly EntityId[];
}

/**
 * The edge between two neighbors. Depending on the relation, some of the fields are null. Drawings of the graph use
 * `weight` for the strength of a line.
 */
export interface Edge {
  weight: number;
  /** The number of papers from which the edge of a derived relation follows. */
  paperCount: number | null;
  firstYear: number | null;
  lastYear: number | null;
  /** Newman's collaboration strength, in units of 10⁻⁹ (units.ts). */
  strength: number | null;
  /** How closely a paper is about a topic, in units of 10⁻⁹: 0–10⁹. */
  score: number | null;
  authorship: Authorship | null;
  /** The number of collaborators of the author to whom the edge leads; only in lists of authors. */
  collaboratorCount: number | null;
}

/** An edge without any values. */
export const plainEdge: Edge = {
  weight: 1,
  paperCount: null,
  firstYear: null,
  lastYear: null,
  strength: null,
  score: null,
  authorship: null,
  collaboratorCount: null,
};

/** Makes the edge of a derived relation. */
export const countedEdge = (
  paperCount: number,
  firstYear: number | null,
  lastYear: number | null,
  strength: number | null = null,
): Edge => ({ ...plainEdge, weight: paperCount, paperCount, firstYear, lastYear, strength });
