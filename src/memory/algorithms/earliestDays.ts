import { targetsOf, type Adjacency } from './adjacency.ts';
import type { Steps } from './steps.ts';

/** Papers that connect all their authors with each other from a day on. */
export interface DatedPapers {
  authorPapers: Adjacency;
  paperAuthors: Adjacency;
  /** The day of a paper; undefined if it connects nobody. */
  dayOf: (paper: number) => number | undefined;
}

/** A path of some steps, and the first day on which there is one of so many steps or fewer. */
interface Reached {
  steps: number;
  day: number;
}

/**
 * When one author was connected to others, and by how many steps: for each number of steps the first day on which a path
 * exists. A search in layers: a path exists from the day of its latest paper on, so that a layer gives every author the
 * earliest of the days at which the authors before it, and the joint papers, are there.
 */
export class EarliestDays {
  readonly #papers: DatedPapers;
  /** By author: more steps and earlier days follow. */
  readonly #reached = new Map<number, Reached[]>();
  /** By paper: the day from which one of its authors is reached and the paper exists. */
  readonly #joined = new Map<number, number>();

  constructor(papers: DatedPapers) {
    this.#papers = papers;
  }

  /** Searches paths of at most `mostSteps`. What comes too late to bring a target nearer is not searched. */
  *search(from: number, targets: readonly number[], mostSteps: number): Steps<void> {
    this.#reached.set(from, [{ steps: 0, day: -Infinity }]);
    let border = new Map([[from, -Infinity]]);
    for (let steps = 1; steps <= mostSteps && border.size > 0; steps += 1) {
      const latest = Math.max(...targets.map((target) => this.#dayOf(target)));
      const joined = yield* this.#join(border, latest);
      border = yield* this.#reach(joined, steps);
    }
  }

  /** The numbers of steps by which an author was connected, the latest and shortest first, each from a day on. */
  reached(author: number): readonly Reached[] {
    return this.#reached.get(author) ?? [];
  }

  /**
   * The first of the papers that made the distance to a target shorter on a day: those of this day that connect, for the
   * first time, two authors who are neighbors on a shortest path.
   */
  firstPaper(target: number, { steps, day }: Reached): number {
    let first = Infinity;
    let layer = new Set([target]);
    for (let stepsLeft = steps - 1; stepsLeft >= 0; stepsLeft -= 1) {
      const next = new Set<number>();
      for (const author of layer) {
        for (const [paper, other] of this.#coauthors(author, day)) {
          if (this.#stepsOn(other, day) !== stepsLeft) continue;
          next.add(other);
          if (this.#papers.dayOf(paper) === day && !this.#wroteBefore(author, other, day))
            first = Math.min(first, paper);
        }
      }
      layer = next;
    }
    return first;
  }

  *#join(border: ReadonlyMap<number, number>, latest: number): Steps<Map<number, number>> {
    const joined = new Map<number, number>();
    for (const [author, day] of border) {
      for (const paper of targetsOf(this.#papers.authorPapers, author)) {
        const joinedOn = Math.max(day, this.#papers.dayOf(paper) ?? Infinity);
        if (joinedOn >= latest || joinedOn >= (this.#joined.get(paper) ?? Infinity)) continue;
        this.#joined.set(paper, joinedOn);
        joined.set(paper, joinedOn);
      }
      yield;
    }
    return joined;
  }

  *#reach(joined: ReadonlyMap<number, number>, steps: number): Steps<Map<number, number>> {
    const border = new Map<number, number>();
    for (const [paper, day] of joined) {
      for (const author of targetsOf(this.#papers.paperAuthors, paper)) {
        if (day >= this.#dayOf(author)) continue;
        const reached = this.#reached.get(author)?.filter((each) => each.steps < steps) ?? [];
        this.#reached.set(author, [...reached, { steps, day }]);
        border.set(author, day);
      }
      yield;
    }
    return border;
  }

  #dayOf(author: number): number {
    return this.#reached.get(author)?.at(-1)?.day ?? Infinity;
  }

  /** The distance of an author on a day; undefined without a path. */
  #stepsOn(author: number, day: number): number | undefined {
    return this.reached(author).find((each) => each.day <= day)?.steps;
  }

  /** The papers of an author up to a day, with each of their authors. */
  *#coauthors(author: number, day: number): Iterable<readonly [paper: number, other: number]> {
    for (const paper of targetsOf(this.#papers.authorPapers, author)) {
      if ((this.#papers.dayOf(paper) ?? Infinity) > day) continue;
      for (const other of targetsOf(this.#papers.paperAuthors, paper)) yield [paper, other];
    }
  }

  #wroteBefore(author: number, other: number, day: number): boolean {
    for (const [paper, each] of this.#coauthors(author, day))
      if (each === other && (this.#papers.dayOf(paper) ?? Infinity) < day) return true;
    return false;
  }
}
