import {
  commonWords,
  comparedName,
  nameRelation,
  nameRelations,
  type ComparedName,
  type NameRelation,
} from '../../../graph/identity/nameRelation.ts';
import type { AuthorNaming } from '../../records.ts';

/** How two authors' names relate, and how frequent what they have in common is. */
interface NameMatch {
  relation: NameRelation;
  left: ComparedName;
  right: ComparedName;
}

/** How many names of an author are compared. */
const MOST_NAMES = 5;

/** The names of all authors, prepared for being compared, with the number of different names that each word is in. */
export class NameIndex {
  readonly #names: readonly (readonly ComparedName[])[];
  readonly #words = new Map<string, number>();
  readonly #familyNames = new Map<string, number>();
  #distinctCount = 0;

  constructor(namings: readonly AuthorNaming[]) {
    const prepared = new Map<string, ComparedName | undefined>();
    this.#names = namings.map(({ name, alternativeNames }) =>
      [name, ...alternativeNames].slice(0, MOST_NAMES).flatMap((each) => {
        if (!prepared.has(each)) prepared.set(each, this.#prepare(each));
        return prepared.get(each) ?? [];
      }),
    );
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
