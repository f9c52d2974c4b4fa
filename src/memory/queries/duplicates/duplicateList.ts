import type { PairFacts } from '../../../graph/identity/pairEvidence.ts';
import { nameRelations } from '../../../graph/identity/nameRelation.ts';
import { at, targetsOf, type Adjacency, type NodeRange } from '../../algorithms/adjacency.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { PairList, ScoredPair } from './duplicatesPage.ts';

/** Two authors who may be one person. */
export interface Duplicate extends ScoredPair {
  facts: PairFacts;
}

/** How many pairs are processed between two pauses in which requests are served. */
const PAIRS_PER_STEP = 5_000;

/**
 * The facts about a pair of authors that are numbers, such as the number of shared collaborators. They are stored in
 * this order.
 */
const counted = [
  'familyNamePeople',
  'commonWordPeople',
  'expectedNamesakes',
  'sharedCollaborators',
  'fewerCollaborators',
  'sharedInstitutions',
  'sharedTopics',
  'sharedVenues',
  'yearsApart',
  'fewerPapers',
] as const satisfies readonly (keyof PairFacts)[];

const tested = [
  'hasConflictingIdentifiers',
  'sharesIdentifier',
  'isToldApart',
] as const satisfies readonly (keyof PairFacts)[];

/**
 * How many numbers are stored for each pair of authors: one for each fact in the two lists above, and one for the
 * relation between the two names, for example that one is an abbreviation of the other.
 */
const FACTS = counted.length + tested.length + 1;

/** The names of the facts that are stored for each pair of authors, in this order. */
export const pairColumns = [...counted, ...tested, nameRelations];

/**
 * Pairs of authors in typed arrays. Pair i consists of the authors `lefts[i]` and `rights[i]`; its facts begin at i ×
 * FACTS.
 */
export interface DuplicateColumns {
  lefts: Uint32Array;
  rights: Uint32Array;
  scores: Uint32Array;
  facts: Float64Array;
}

/**
 * Pairs of authors, ordered by descending score, then by node. They are stored in typed arrays, because there may be
 * millions.
 */
export class DuplicateList implements PairList<Duplicate> {
  readonly length: number;
  readonly columns: DuplicateColumns;
  /** By author: the indexes of the pairs with the author, ascending. */
  readonly #byAuthor: Adjacency;

  private constructor(columns: DuplicateColumns, byAuthor: Adjacency) {
    this.length = columns.lefts.length;
    this.columns = columns;
    this.#byAuthor = byAuthor;
  }

  static *of(range: NodeRange, columns = emptyColumns(0)): Steps<DuplicateList> {
    return new DuplicateList(columns, yield* indexesByAuthor(range, columns));
  }

  left(index: number): number {
    return at(this.columns.lefts, index);
  }

  right(index: number): number {
    return at(this.columns.rights, index);
  }

  score(index: number): number {
    return at(this.columns.scores, index);
  }

  pair(index: number): Duplicate {
    const numbers = this.columns.facts.subarray(index * FACTS, (index + 1) * FACTS);
    const facts = {
      ...Object.fromEntries(counted.map((name, place) => [name, at(numbers, place)])),
      ...Object.fromEntries(tested.map((name, place) => [name, at(numbers, counted.length + place) === 1])),
      names: nameRelations[at(numbers, FACTS - 1)],
    } as PairFacts;
    return { left: this.left(index), right: this.right(index), score: this.score(index), facts };
  }

  /** The indexes of the pairs with an author, ascending. */
  indexesOf(author: number): Uint32Array {
    return targetsOf(this.#byAuthor, author);
  }

  /** The index of a pair of two nodes in any order; undefined if it is not in the list. */
  indexOf(one: number, other: number): number | undefined {
    const [left, right] = one < other ? [one, other] : [other, one];
    return this.indexesOf(left).find((index) => this.left(index) === left && this.right(index) === right);
  }

  /**
   * Returns the same pairs with new numbers for the authors.
   *
   * @param newOf gives the new number; undefined for an author who was removed
   */
  *renumbered(range: NodeRange, newOf: (node: number) => number | undefined): Steps<DuplicateList> {
    const columns = emptyColumns(this.length);
    let length = 0;
    for (let index = 0; index < this.length; index += 1) {
      if (index % PAIRS_PER_STEP === 0) yield;
      const [left, right] = [newOf(this.left(index)), newOf(this.right(index))];
      if (left === undefined || right === undefined) continue;
      this.#copyPair(index, columns, length);
      columns.lefts[length] = left;
      columns.rights[length] = right;
      length += 1;
    }
    return yield* DuplicateList.of(range, cut(columns, length));
  }

  /**
   * Returns a list without the pairs of the replaced authors, and with the added pairs.
   *
   * @param added pairs in the order of the list
   */
  *replaced(
    range: NodeRange,
    isReplaced: (author: number) => boolean,
    added: readonly Duplicate[],
  ): Steps<DuplicateList> {
    const columns = emptyColumns(this.length + added.length);
    let [length, next] = [0, 0];
    const addUntil = (isBefore: (duplicate: Duplicate) => boolean): void => {
      for (let each = added[next]; each && isBefore(each); each = added[next]) {
        storePair(each, columns, length++);
        next += 1;
      }
    };
    for (let index = 0; index < this.length; index += 1) {
      if (index % PAIRS_PER_STEP === 0) yield;
      if (isReplaced(this.left(index)) || isReplaced(this.right(index))) continue;
      addUntil((each) => this.#isAfter(index, each));
      this.#copyPair(index, columns, length++);
    }
    addUntil(() => true);
    return yield* DuplicateList.of(range, cut(columns, length));
  }

  #isAfter(index: number, { left, right, score }: Duplicate): boolean {
    return (score - this.score(index) || this.left(index) - left || this.right(index) - right) > 0;
  }

  #copyPair(index: number, columns: DuplicateColumns, place: number): void {
    const { facts } = this.columns;
    columns.lefts[place] = this.left(index);
    columns.rights[place] = this.right(index);
    columns.scores[place] = this.score(index);
    for (let fact = 0; fact < FACTS; fact += 1) {
      columns.facts[place * FACTS + fact] = at(facts, index * FACTS + fact);
    }
  }
}

const emptyColumns = (length: number): DuplicateColumns => ({
  lefts: new Uint32Array(length),
  rights: new Uint32Array(length),
  scores: new Uint32Array(length),
  facts: new Float64Array(length * FACTS),
});

const cut = ({ lefts, rights, scores, facts }: DuplicateColumns, length: number): DuplicateColumns =>
  length === lefts.length
    ? { lefts, rights, scores, facts }
    : {
        lefts: lefts.slice(0, length),
        rights: rights.slice(0, length),
        scores: scores.slice(0, length),
        facts: facts.slice(0, length * FACTS),
      };

const storePair = (
  { left, right, score, facts }: Duplicate,
  columns: DuplicateColumns,
  place: number,
): void => {
  columns.lefts[place] = left;
  columns.rights[place] = right;
  columns.scores[place] = score;
  const numbers = [
    ...counted.map((name) => facts[name]),
    ...tested.map((name) => (facts[name] ? 1 : 0)),
    nameRelations.indexOf(facts.names),
  ];
  columns.facts.set(numbers, place * FACTS);
};

/** Builds `byAuthor`: counts the pairs of each author, and then enters their indexes in ascending order. */
function* indexesByAuthor({ start, end }: NodeRange, { lefts, rights }: DuplicateColumns): Steps<Adjacency> {
  const offsets = new Uint32Array(end - start + 1);
  const targets = new Uint32Array(lefts.length * 2);
  for (let index = 0; index < lefts.length; index += 1) {
    if (index % PAIRS_PER_STEP === 0) yield;
    for (const author of [at(lefts, index), at(rights, index)]) raise(offsets, author - start + 1);
  }
  for (let row = 1; row < offsets.length; row += 1) offsets[row] = at(offsets, row) + at(offsets, row - 1);
  const next = offsets.slice();
  for (let index = 0; index < lefts.length; index += 1) {
    if (index % PAIRS_PER_STEP === 0) yield;
    for (const author of [at(lefts, index), at(rights, index)]) {
      targets[raise(next, author - start)] = index;
    }
  }
  return { base: start, offsets, targets };
}

/** Adds one to a count. @returns the count before */
const raise = (counts: Uint32Array, place: number): number => {
  const count = at(counts, place);
  counts[place] = count + 1;
  return count;
};
