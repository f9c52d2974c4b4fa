import { at, targetsOf, type Adjacency, type NodeRange } from './adjacency.ts';
import type { Steps } from './steps.ts';

/** Papers and their dates. From its day on, a paper connects each of its authors with all its other authors. */
interface DatedPapers {
  authors: NodeRange;
  papers: NodeRange;
  authorPapers: Adjacency;
  paperAuthors: Adjacency;
  /** The day of a paper, in days since 1970-01-01; undefined if the paper connects nobody. */
  dayOf: (paper: number) => number | undefined;
}

/** A number of steps, and the first day on which a path of at most this many steps exists. */
interface Reached {
  steps: number;
  day: number;
}

/**
 * Finds, for one author, on which day each other author was first connected by a path of at most 1, 2, 3, … steps. A
 * path exists from the day of its latest paper on. The search goes from layer to layer: an author is reached on the
 * first day on which an author of the previous layer is reached and a joint paper of the two exists.
 */
export class EarliestDays {
  readonly #papers: DatedPapers;
  /**
   * By number of steps: the authors that a path of this many steps reaches on an earlier day than any shorter path
   * does, each with this day.
   */
  readonly #layers: ReadonlyMap<number, number>[] = [];
  /** By author: the first day on which a path of any length reaches the author; Infinity if no path does. */
  readonly #days: Float64Array;
  /** By paper: the first day on which both the paper exists and one of its authors is reached. */
  readonly #joined: Float64Array;

  constructor(papers: DatedPapers) {
    this.#papers = papers;
    this.#days = new Float64Array(papers.authors.end - papers.authors.start).fill(Infinity);
    this.#joined = new Float64Array(papers.papers.end - papers.papers.start).fill(Infinity);
  }

  /**
   * Searches paths of at most `mostSteps` steps. Paths that begin to exist too late to shorten the distance to a target
   * are left out.
   */
  *search(from: number, targets: readonly number[], mostSteps: number): Steps<void> {
    const { start } = this.#papers.authors;
    this.#days[from - start] = -Infinity;
    let border = new Map([[from, -Infinity]]);
    this.#layers.push(border);
    for (let steps = 1; steps <= mostSteps && border.size > 0; steps += 1) {
      const latest = Math.max(...targets.map((target) => at(this.#days, target - start)));
      border = yield* this.#reach(yield* this.#join(border, latest));
      this.#layers.push(border);
    }
  }

  /**
   * The distances to an author in the course of time: each number of steps with the first day on which the distance is
   * this short. The latest day, with the shortest distance, comes first.
   */
  reached(author: number): readonly Reached[] {
    return this.#layers.flatMap((layer, steps) => {
      const day = layer.get(author);
      return day === undefined ? [] : [{ steps, day }];
    });
  }

  /**
   * Returns the paper that has shortened the distance to `target` on `day`: on this day it first connected two authors
   * who are neighbors on a shortest path. If there are several such papers, returns the one with the smallest node
   * number.
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
    const { start } = this.#papers.papers;
    const joined = new Map<number, number>();
    for (const [author, day] of border) {
      for (const paper of targetsOf(this.#papers.authorPapers, author)) {
        const joinedOn = Math.max(day, this.#papers.dayOf(paper) ?? Infinity);
        if (joinedOn >= latest || joinedOn >= at(this.#joined, paper - start)) continue;
        this.#joined[paper - start] = joinedOn;
        joined.set(paper, joinedOn);
      }
      yield;
    }
    return joined;
  }

  *#reach(joined: ReadonlyMap<number, number>): Steps<Map<number, number>> {
    const { start } = this.#papers.authors;
    const border = new Map<number, number>();
    for (const [paper, day] of joined) {
      for (const author of targetsOf(this.#papers.paperAuthors, paper)) {
        if (day >= at(this.#days, author - start)) continue;
        this.#days[author - start] = day;
        border.set(author, day);
      }
      yield;
    }
    return border;
  }

  /** The number of steps to an author on a day; undefined if no path exists on that day. */
  #stepsOn(author: number, day: number): number | undefined {
    const steps = this.#layers.findIndex((layer) => (layer.get(author) ?? Infinity) <= day);
    return steps === -1 ? undefined : steps;
  }

  /**
   * Pairs of a paper and an author: all papers of `author` up to and including the day, each with each of its authors.
   */
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
