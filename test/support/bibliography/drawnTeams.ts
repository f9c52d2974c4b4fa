import type { RandomNumbers } from './randomNumbers.ts';

/** How often a team has 1, 2, 3 … authors, of a hundred; larger ones are rarer and rarer. */
const teamSizes = [14, 24, 23, 16, 10, 6, 3, 1.5];
/** The part of the larger teams that have one more author. */
const ONE_MORE = 0.75;
const LARGEST_TEAM = 150;

/** How the first author of a paper is drawn, and each further one; what is left comes from any field. */
const firstAuthor = { isNew: 0.26 };
const furtherAuthor = { isNew: 0.16, wroteWithThem: 0.66, ofField: 0.14 };

/**
 * Draws who writes together. People who have written more write more (preferential attachment), mostly with the people
 * that they wrote with before, in their own field; who is not drawn for some time is drawn no more, so careers end.
 */
export class DrawnTeams {
  readonly #random: RandomNumbers;
  /** The authors of all authorships, in order. */
  readonly #authors: number[] = [];
  /** By paper: its first authorship. */
  readonly #starts = [0];
  /** By authorship: its paper, and the author's authorship before it, -1 if it is the first. */
  readonly #papers: number[] = [];
  readonly #before: number[] = [];
  /** By author: the last authorship. */
  readonly #last: number[] = [];
  /** By field: the authors of its authorships, in order. */
  readonly #byField: number[][];

  constructor(random: RandomNumbers, fields: number) {
    this.#random = random;
    this.#byField = Array.from({ length: fields }, () => []);
  }

  get authorCount(): number {
    return this.#last.length;
  }

  /** The authors of the next paper, in the order of the paper. */
  next(field: number): number[] {
    const random = this.#random;
    const size = this.#teamSize();
    const team = new Set<number>();
    let senior = random.next() < firstAuthor.isNew ? undefined : this.#ofField(field);
    team.add(senior ?? this.#newcomer());
    for (let draws = 0; team.size < size && draws < 3 * size; draws += 1) {
      const author = this.#further(field, senior);
      if (author !== undefined && this.#last[author] !== -1) senior ??= author;
      team.add(author ?? this.#newcomer());
    }
    this.#record(field, team);
    return [...team];
  }

  /** Undefined for someone new. */
  #further(field: number, senior: number | undefined): number | undefined {
    const { isNew, wroteWithThem, ofField } = furtherAuthor;
    const chance = this.#random.next();
    if (chance < isNew) return undefined;
    if (chance < isNew + wroteWithThem && senior !== undefined) return this.#collaboratorOf(senior);
    if (chance < isNew + wroteWithThem + ofField) return this.#ofField(field);
    return this.#random.ofLast(this.#authors, 500, 0.3);
  }

  #teamSize(): number {
    let rest = this.#random.next() * 100;
    for (const [index, share] of teamSizes.entries()) {
      if (rest < share) return index + 1;
      rest -= share;
    }
    return Math.min(LARGEST_TEAM, teamSizes.length + 1 + this.#random.repeats(ONE_MORE));
  }

  #newcomer(): number {
    return this.#last.push(-1) - 1;
  }

  #ofField(field: number): number | undefined {
    return this.#random.ofLast(this.#byField[field]!, 50, 0.3);
  }

  /** An author of one of the last papers of someone who has papers. */
  #collaboratorOf(author: number): number {
    let authorship = this.#last[author]!;
    for (let steps = this.#random.repeats(0.7); steps > 0 && this.#before[authorship] !== -1; steps -= 1) {
      authorship = this.#before[authorship]!;
    }
    const start = this.#starts[this.#papers[authorship]!]!;
    return this.#authors[start + this.#random.below(this.#starts[this.#papers[authorship]! + 1]! - start)]!;
  }

  #record(field: number, team: ReadonlySet<number>): void {
    const paper = this.#starts.length - 1;
    for (const author of team) {
      this.#before.push(this.#last[author]!);
      this.#last[author] = this.#authors.push(author) - 1;
      this.#papers.push(paper);
      this.#byField[field]!.push(author);
    }
    this.#starts.push(this.#authors.length);
  }
}
