import { at, degree, rowEnd, rowStart, type Adjacency, type NodeRange } from './adjacency.ts';
import type { CountedRows } from './countedRows.ts';
import { WorkBudget } from './pathGraph.ts';
import type { Steps } from './steps.ts';

/**
 * One array holds FIELDS numbers for each node: the number with the index COMMON, ADAMIC_ADAR or RESOURCE_ALLOCATION.
 * The numbers of a node are adjacent, so that the processor loads them together into its cache.
 */
const COMMON = 0;
const ADAMIC_ADAR = 1;
const RESOURCE_ALLOCATION = 2;
const FIELDS = 4;
/** Stored instead of the number of common neighbors for a node that must not be suggested. */
const EXCLUDED = -1;

/** Functions that return parts of the scores as integers. The caller chooses the unit of these integers. */
interface ScoreTerms {
  /** Returns 1 / ln(degree) as an integer. The degree is at least 2. */
  adamicAdar(degree: number): number;
  /** Returns 1 / degree as an integer. */
  resourceAllocation(degree: number): number;
  /**
   * Returns common / union as an integer: the number of common collaborators divided by the number of all collaborators
   * of both authors.
   */
  jaccard(common: number, union: number): number;
}

/**
 * Scores all nodes y that are two steps away from a node x, but not one, by their common neighbors. Γ(z) is the set of
 * neighbors of z.
 * - common: |Γ(x) ∩ Γ(y)|;
 * - Jaccard: |Γ(x) ∩ Γ(y)| / |Γ(x) ∪ Γ(y)|;
 * - Adamic–Adar: Σ 1 / ln |Γ(z)| over common z (Liben-Nowell & Kleinberg, JASIST 58, 2007);
 * - resource allocation: Σ 1 / |Γ(z)| over common z (Zhou, Lü & Zhang, Eur. Phys. J. B 71, 2009).
 *
 * Every candidate is scored exactly. The time depends on the sum of the degrees of the neighbors of x. The arrays have
 * an element for every node of the kind, so one object is used for many nodes, one after the other.
 */
export class SuggestionScores {
  readonly #rows: Adjacency;
  readonly #terms: ScoreTerms;
  readonly #start: number;
  /** The numbers of all nodes: those of the node with index i begin at i × FIELDS. */
  readonly #values: Float64Array;
  #of = 0;
  /** The nodes that have a score, in no particular order. */
  candidates: number[] = [];

  constructor(rows: Adjacency, range: NodeRange, terms: ScoreTerms) {
    const size = range.end - range.start;
    this.#rows = rows;
    this.#terms = terms;
    this.#start = range.start;
    this.#values = new Float64Array(size * FIELDS);
  }

  /** Finds and scores the candidates for the node `of`. `clear` must be called before another node is scored. */
  *score(of: number): Steps<void> {
    const budget = new WorkBudget(Infinity);
    this.#of = of;
    const rows = this.#rows;
    const values = this.#values;
    this.#mark(of, EXCLUDED);
    for (let slot = rowStart(rows, of); slot < rowEnd(rows, of); slot += 1) {
      const between = at(rows.targets, slot);
      const end = rowEnd(rows, between);
      const size = end - rowStart(rows, between);
      if (budget.spend(size)) yield;
      if (size < 2) continue; // the only neighbor of `between` is the node `of` itself
      const adamicAdar = this.#terms.adamicAdar(size);
      const resourceAllocation = this.#terms.resourceAllocation(size);
      for (let place = rowStart(rows, between); place < end; place += 1) {
        const candidate = at(rows.targets, place);
        const index = (candidate - this.#start) * FIELDS;
        const common = at(values, index);
        if (common === EXCLUDED) continue;
        if (common === 0) this.candidates.push(candidate);
        values[index] = common + 1;
        values[index + ADAMIC_ADAR] = at(values, index + ADAMIC_ADAR) + adamicAdar;
        values[index + RESOURCE_ALLOCATION] = at(values, index + RESOURCE_ALLOCATION) + resourceAllocation;
      }
    }
  }

  common = (candidate: number): number => this.#value(candidate, COMMON);
  adamicAdar = (candidate: number): number => this.#value(candidate, ADAMIC_ADAR);
  resourceAllocation = (candidate: number): number => this.#value(candidate, RESOURCE_ALLOCATION);
  jaccard = (candidate: number): number => {
    const common = this.common(candidate);
    return this.#terms.jaccard(common, degree(this.#rows, this.#of) + degree(this.#rows, candidate) - common);
  };

  clear(): void {
    for (const candidate of this.candidates) {
      const index = (candidate - this.#start) * FIELDS;
      this.#values.fill(0, index, index + FIELDS);
    }
    this.#mark(this.#of, 0);
    this.candidates = [];
  }

  #value(candidate: number, field: number): number {
    return at(this.#values, (candidate - this.#start) * FIELDS + field);
  }

  /**
   * Sets the number of common neighbors to `common` for the node `of` and its neighbors. With EXCLUDED, they cannot
   * become candidates.
   */
  #mark(of: number, common: number): void {
    const rows = this.#rows;
    this.#values[(of - this.#start) * FIELDS] = common;
    for (let slot = rowStart(rows, of); slot < rowEnd(rows, of); slot += 1) {
      this.#values[(at(rows.targets, slot) - this.#start) * FIELDS] = common;
    }
  }
}

/**
 * The cosine similarity of two nodes by their numbers of papers with each neighbor, 0–1; 0 if one of them has no
 * neighbors.
 */
export const cosine = (rows: CountedRows, left: number, right: number): number => {
  const counts = new Map<number, number>();
  let leftSquares = 0;
  for (let slot = rowStart(rows, left); slot < rowEnd(rows, left); slot += 1) {
    const count = at(rows.papers, slot);
    counts.set(at(rows.targets, slot), count);
    leftSquares += count * count;
  }
  let product = 0;
  let rightSquares = 0;
  for (let slot = rowStart(rows, right); slot < rowEnd(rows, right); slot += 1) {
    const count = at(rows.papers, slot);
    product += count * (counts.get(at(rows.targets, slot)) ?? 0);
    rightSquares += count * count;
  }
  return product === 0 ? 0 : product / Math.sqrt(leftSquares * rightSquares);
};
