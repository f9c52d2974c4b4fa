import {
  commonWords,
  comparedName,
  nameRelation,
  nameRelations,
  type ComparedName,
  type NameRelation,
} from '../../../graph/identity/nameRelation.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { AuthorNaming } from '../../records.ts';

/** How two authors' names relate, and how frequent what they have in common is. */
interface NameMatch {
  relation: NameRelation;
  left: ComparedName;
  right: ComparedName;
}

/** How many names of an author are compared. */
const MOST_NAMES = 5;
/** Authors between two steps. */
const AUTHORS_PER_STEP = 200;

/** The names of all authors, prepared for being compared, with the number of different names that each word is in. */
export class NameIndex {
  readonly #names: (readonly ComparedName[])[] = [];
  readonly #words = new Map<string, number>();
  readonly #familyNames = new Map<string, number>();
  #distinctCount = 0;

  static *of(namings: readonly AuthorNaming[]): Steps<NameIndex> {
    const index = new NameIndex();
    const prepared = new Map<string, ComparedName | undefined>();
    const compared = (name: string): ComparedName | undefined => {
      if (!prepared.has(name)) prepared.set(name, index.#prepare(name));
      return prepared.get(name);
    };
    for (const [author, { name, alternativeNames }] of namings.entries()) {
      if (author % AUTHORS_PER_STEP === 0) yield;
      const names = [name, ...alternativeNames].slice(0, MOST_NAMES);
      index.#names.push(names.flatMap((each) => compared(each) ?? []));
    }
    return index;
  }

  namesOf(author: number): readonly ComparedName[] {
    return this.#names[author] ?? [];
  }

  /** The closest relation between the names of two authors. */
  match(left: number, right: number): NameMatch | undefined {
    let best: NameMatch | undefined;
    for (const one of this.namesOf(left)) {
      for (const other of this.namesOf(right)) {
        const relation = nameRelation(one, other);
        if (relation && (!best || rankOf(relation) < rankOf(best.relation))) {
          best = { relation, left: one, right: other };
        }
      }
    }
    return best;
  }

  /** How often the names and their words occur, as PairFacts needs it. */
  frequencies({ left, right }: NameMatch) {
    const words = commonWords(left, right).map((word) => this.#words.get(word) ?? 0);
    const chance = words.reduce((product, people) => product * (people / this.#distinctCount), 1);
    return {
      familyNamePeople: Math.max(
        this.#familyNames.get(left.family) ?? 0,
        this.#familyNames.get(right.family) ?? 0,
      ),
      commonWordPeople: words.length > 0 ? Math.min(...words) : 0,
      expectedNamesakes: words.length > 0 ? chance * this.#distinctCount : 0,
    };
  }

  #prepare(name: string): ComparedName | undefined {
    const compared = comparedName(name);
    if (!compared) return undefined;
    this.#distinctCount += 1;
    for (const word of new Set([...compared.given, compared.family])) increment(this.#words, word);
    increment(this.#familyNames, compared.family);
    return compared;
  }
}

const ranks = new Map(nameRelations.map((relation, rank) => [relation, rank]));
const rankOf = (relation: NameRelation): number => ranks.get(relation) ?? ranks.size;

const increment = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
