import type { Entity } from '../model/entities.ts';
import type { SortValues } from '../model/orders.ts';
import type { Page } from '../model/pages.ts';
import type { Evidence } from './pairEvidence.ts';

/** The kinds of entities that can be compared. */
export type ComparedKind = 'AUTHOR' | 'PAPER';

/** Two authors who may be one person, or two papers that may be one. */
export interface DuplicateCandidate {
  /** The two entities, the one with the smaller id first. */
  entities: readonly [Entity, Entity];
  /** The probability that the two are one, in units of 10⁻⁹: 0–10⁹. */
  score: number;
  status: DuplicateStatus;
  evidence: readonly Evidence[];
}

/** DIFFERENT: a correction says that the two are different. OPEN: no correction says so. */
export type DuplicateStatus = 'OPEN' | 'DIFFERENT';

export interface DuplicatesRequest {
  /** The kind of the compared entities; by default AUTHOR. */
  kind?: ComparedKind;
  /** Only pairs with this status; by default OPEN. */
  status?: DuplicateStatus;
  /** Only pairs with at least this score, in units of 10⁻⁹. */
  minScore: number;
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by duplicatePosition. */
  after?: SortValues;
  backward?: boolean;
  count: boolean;
}

/** A page in the form that connections need: the field `node` contains the content of an entry. */
export type DuplicatesPage = Page<{ node: DuplicateCandidate }>;

/** The sort values of a candidate: the negated score, and the ids of both entities. */
export const duplicatePosition = ({ score, entities: [left, right] }: DuplicateCandidate): SortValues => [
  0 - score,
  left.id,
  right.id,
];
