import {
  comparedName,
  nameRelation,
  nameRelations,
  type ComparedName,
  type NameRelation,
} from '../../../graph/identity/nameRelation.ts';
import { conflictingSchemes } from '../../../graph/model/identifiers.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { AuthorNaming } from '../../entityRecords.ts';
import type { Steps } from '../../algorithms/steps.ts';
import { NameBlocks } from './nameBlocks.ts';
import { NameCounts } from './nameCounts.ts';
import { NameLikeness } from './nameLikeness.ts';

/** The closest relation between names of two authors, and the two names that have this relation. */
interface NameMatch {
  relation: NameRelation;
  left: ComparedName;
  right: ComparedName;
}

/** The maximum number of names of an author that are compared. */
const MOST_NAMES = 5;
/** How many authors are processed between two pauses in which requests are served. */
const AUTHORS_PER_STEP = 50;

/** The names of all authors, prepared for comparisons. Authors are numbered from 0. */
export class NameIndex {
  readonly counts = new NameCounts();
  readonly likeness: NameLikeness;
  readonly blocks: NameBlocks;
  #namings: (AuthorNaming | undefined)[];
  /**
   * By author: the names in the form in which they are compared. They are freed after each computation, because they
   * take ten times the memory of the names themselves.
   */
  readonly #compared = new Map<number, readonly ComparedName[]>();

  private constructor(count: number) {
    this.#namings = Array.from({ length: count }, () => undefined);
    this.likeness = new NameLikeness(count);
    this.blocks = new NameBlocks(count);
  }

  static *of(namings: readonly AuthorNaming[]): Steps<NameIndex> {
    const index = new NameIndex(namings.length);
    for (const [author, naming] of namings.entries()) {
      index.set(author, naming);
      if (author % AUTHORS_PER_STEP === 0) yield;
    }
    index.counts.takeChanges();
    return index;
  }

  get size(): number {
    return this.#namings.length;
  }

  /** @param naming the names of the author; undefined removes the author */
  set(author: number, naming: AuthorNaming | undefined): void {
    for (const [name, compared] of this.#named(author)) this.counts.remove(name, compared);
    this.#namings[author] = naming;
    const named = this.#named(author);
    for (const [name, compared] of named) this.counts.add(name, compared);
    const names = named.map(([, compared]) => compared);
    this.#compared.set(author, names);
    this.likeness.set(author, names);
    this.blocks.set(author, names);
  }

  /** Gives the authors new numbers. @param oldOf by new number: the old one, or ABSENT for an author without names */
  renumber(oldOf: Uint32Array): void {
    this.forget();
    this.#namings = Array.from(oldOf, (old) => this.#namings[old]);
    this.likeness.renumber(oldOf);
    this.blocks.renumber(oldOf);
  }

  /** Frees the memory that comparisons have used. Later comparisons allocate it again. */
  forget(): void {
    this.#compared.clear();
  }

  /** The closest relation between the names of two authors. */
  match(left: number, right: number): NameMatch | undefined {
    let best: NameMatch | undefined;
    for (const one of this.#namesOf(left)) {
      for (const other of this.#namesOf(right)) {
        const relation = nameRelation(one, other);
        if (relation && (!best || rankOf(relation) < rankOf(best.relation))) {
          best = { relation, left: one, right: other };
        }
      }
    }
    return best;
  }

  /** Whether identifiers speak against two authors being one person, in the form that PairFacts needs. */
  conflicts(left: number, right: number) {
    const keysOf = (author: number): readonly EntityId[] => this.#namings[author]?.distinguishingKeys ?? [];
    const schemes = conflictingSchemes(keysOf(left), keysOf(right));
    const hasConflictingIdentifiers = schemes.has('orcid');
    return { hasConflictingIdentifiers, isToldApart: schemes.size > (hasConflictingIdentifiers ? 1 : 0) };
  }

  #namesOf(author: number): readonly ComparedName[] {
    const known = this.#compared.get(author);
    if (known) return known;
    const names = this.#named(author).map(([, compared]) => compared);
    this.#compared.set(author, names);
    return names;
  }

  /** The names of an author that are compared: the first MOST_NAMES, except names without letters. */
  #named(author: number): [name: string, compared: ComparedName][] {
    const naming = this.#namings[author];
    if (!naming) return [];
    return [naming.name, ...naming.alternativeNames].slice(0, MOST_NAMES).flatMap((name) => {
      const compared = comparedName(name);
      return compared ? [[name, compared] as [string, ComparedName]] : [];
    });
  }
}

const ranks = new Map(nameRelations.map((relation, rank) => [relation, rank]));
const rankOf = (relation: NameRelation): number => ranks.get(relation) ?? ranks.size;
