import type { RandomNumbers } from './randomNumbers.ts';

const MEAN_REFERENCES = 8.5;
const MOST_REFERENCES = 80;
/** The part of references that are found in another paper's list: much cited papers are cited more. */
const COPIED = 0.5;
const OF_OTHER_FIELD = 0.1;

/** Draws whom a paper cites: mostly recent papers of its field, and papers that these cite. */
export class DrawnReferences {
  readonly #random: RandomNumbers;
  readonly #byPaper: number[][] = [];
  readonly #byField: number[][];
  readonly #all: number[] = [];

  constructor(random: RandomNumbers, fields: number) {
    this.#random = random;
    this.#byField = Array.from({ length: fields }, () => []);
  }

  /** The papers that the next paper cites. */
  next(field: number): number[] {
    const random = this.#random;
    const count = Math.min(MOST_REFERENCES, Math.floor(-Math.log(1 - random.next()) * MEAN_REFERENCES));
    const references = new Set<number>();
    for (let draw = 0; draw < count; draw += 1) {
      const papers = random.next() < OF_OTHER_FIELD ? this.#all : this.#byField[field]!;
      const recent = random.ofLast(papers, 100, 0.4);
      if (recent === undefined) break;
      const copied = random.next() < COPIED ? this.#byPaper[recent]! : [];
      references.add(copied[random.below(copied.length)] ?? recent);
    }
    const paper = this.#byPaper.push([...references]) - 1;
    this.#byField[field]!.push(paper);
    this.#all.push(paper);
    return [...references];
  }
}
