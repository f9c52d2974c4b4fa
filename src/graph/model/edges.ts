import type { EntityId } from './ids.ts';

/** One author's place on one paper. */
export interface Authorship {
  paperId: EntityId;
  authorId: EntityId;
  /** From 1. */
  position: number;
  /** Null where the source says nothing. */
  isCorresponding: boolean | null;
  nameAsPrinted: string;
  affiliationsAsPrinted: readonly string[];
  institutionIds: readonly EntityId[];
}

/**
 * What stands between two neighbours. Which fields are not null depends on the relation alone; `weight` is what
 * a widget draws the edge by.
 */
export interface Edge {
  weight: number;
  /** The papers that give rise to a derived relation. */
  paperCount: number | null;
  firstYear: number | null;
  lastYear: number | null;
  /** Newman's collaboration strength, in units of 10⁻⁹ (units.ts). */
  strength: number | null;
  /** How much a paper is about a topic, 0–1, in units of 10⁻⁹. */
  score: number | null;
  authorship: Authorship | null;
  /** In lists of authors by collaborators: how many. */
  collaboratorCount: number | null;
}

/** An edge that says nothing but that it is there. */
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

/** The edge of a derived relation. */
export const countedEdge = (
  paperCount: number,
  firstYear: number | null,
  lastYear: number | null,
  strength: number | null = null,
): Edge => ({ ...plainEdge, weight: paperCount, paperCount, firstYear, lastYear, strength });
