import type { AuthorGroup } from '../../../graph/identity/mixture.ts';
import { titleWords } from '../../../graph/identity/titleWords.ts';
import { makesCollaborators } from '../../../graph/collaborationCap.ts';
import { at, degree, targetsOf } from '../../algorithms/adjacency.ts';
import { UNKNOWN_YEAR } from '../../algorithms/paperColumns.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import { increment, type Counts, type GroupProfile } from './groupProfile.ts';
import { joinedGroups, linkedGroups } from './paperGroups.ts';

/** How many papers are counted between two pauses in which requests are served. */
const PAPERS_PER_STEP = 2_000;

/** Finds groups of an author's papers that have little in common. */
export class AuthorMixtures {
  readonly #graph: MemoryGraph;
  #venuePapers: Map<string, number> | undefined;

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  /**
   * The groups, the largest first, then by the newest paper; undefined if all papers are in one group.
   *
   * @param titles the titles of the author's papers, by node; some may be missing
   */
  *groups(author: number, titles: ReadonlyMap<number, string>): Steps<AuthorGroup[] | undefined> {
    const { rows } = this.#graph;
    const papers = [...targetsOf(rows.authorPapers, author)];
    const linked = linkedGroups(
      papers.map((paper) => [...this.#collaborators(author, paper), ...this.#institutions(author, paper)]),
    );
    if (linked.length < 2) return undefined;
    this.#venuePapers ??= yield* this.#countVenues();
    const profiles: GroupProfile[] = [];
    for (const places of linked) {
      profiles.push(
        this.#profile(
          author,
          places.map((place) => papers[place] ?? 0),
          titles,
        ),
      );
      yield;
    }
    const groups = yield* joinedGroups(profiles, rows.collaborators.targets.length);
    if (groups.length < 2) return undefined;
    const newestFirst = new Map(papers.map((paper, index) => [paper, index]));
    const placeOf = (paper: number): number => newestFirst.get(paper) ?? 0;
    return groups
      .map((group) => group.papers.toSorted((one, other) => placeOf(one) - placeOf(other)))
      .sort((one, other) => other.length - one.length || placeOf(one[0] ?? 0) - placeOf(other[0] ?? 0))
      .map((each) => this.#described(author, each));
  }

  #profile(author: number, papers: readonly number[], titles: ReadonlyMap<number, string>): GroupProfile {
    const { rows } = this.#graph;
    const collaborators = new Set(papers.flatMap((paper) => this.#collaborators(author, paper)));
    const reach = new Map<number, number>();
    let reachTotal = 0;
    for (const collaborator of collaborators) {
      for (const person of targetsOf(rows.collaborators, collaborator)) increment(reach, person);
      reachTotal += degree(rows.collaborators, collaborator);
    }
    const subjects: Counts = new Map();
    for (const paper of papers) {
      for (const topic of targetsOf(rows.paperTopics, paper)) increment(subjects, topic);
      for (const word of new Set(titleWords(titles.get(paper) ?? ''))) increment(subjects, word);
    }
    const venues = new Map(papers.flatMap((paper) => this.#ratedVenue(paper)));
    return { papers, collaborators, reach, reachTotal, subjects, venues, years: this.#years(papers) };
  }

  /** The other authors of a paper that makes its authors collaborators. */
  #collaborators(author: number, paper: number): number[] {
    const { columns, rows, cap } = this.#graph;
    if (!makesCollaborators(at(columns.teamSizes, paper - columns.start), cap)) return [];
    return [...targetsOf(rows.paperAuthors, paper)].filter((each) => each !== author);
  }

  /**
   * The venue of a paper with its weight ln(number of all papers / number of papers with this venue); empty without a
   * venue.
   */
  #ratedVenue(paper: number): [string, number][] {
    const { start, end } = this.#graph.ranges.PAPER;
    return this.#venue(paper).map((name) => [
      name,
      Math.log((end - start) / (this.#venuePapers?.get(name) ?? 1)),
    ]);
  }

  #venue(paper: number): string[] {
    const venue = this.#graph.words.PAPER['venueName']?.word(paper);
    return venue === undefined ? [] : [venue];
  }

  /** The institutions of the paper that are also institutions of the author. */
  #institutions(author: number, paper: number): number[] {
    const { rows } = this.#graph;
    const own = new Set(targetsOf(rows.authorInstitutions, author));
    return [...targetsOf(rows.paperInstitutions, paper)].filter((node) => own.has(node));
  }

  *#countVenues(): Steps<Map<string, number>> {
    const { start, end } = this.#graph.ranges.PAPER;
    const counts = new Map<string, number>();
    for (let paper = start; paper < end; paper += 1) {
      if (paper % PAPERS_PER_STEP === 0) yield;
      for (const venue of this.#venue(paper)) increment(counts, venue);
    }
    return counts;
  }

  #years(papers: readonly number[]): GroupProfile['years'] {
    const { columns } = this.#graph;
    const years = papers
      .map((paper) => at(columns.years, paper - columns.start))
      .filter((year) => year !== UNKNOWN_YEAR);
    return { first: Math.min(...years), last: Math.max(...years) };
  }

  #described(author: number, papers: readonly number[]): AuthorGroup {
    const { ids, rows } = this.#graph;
    const idsOf = (nodesOf: (paper: number) => Iterable<number>) =>
      mostFrequent(papers, nodesOf).map((node) => ids[node] ?? '');
    const { first, last } = this.#years(papers);
    return {
      paperIds: papers.map((paper) => ids[paper] ?? ''),
      firstYear: first <= last ? first : null,
      lastYear: first <= last ? last : null,
      collaboratorIds: idsOf((paper) => this.#collaborators(author, paper)),
      institutionIds: idsOf((paper) => this.#institutions(author, paper)),
      topicIds: idsOf((paper) => targetsOf(rows.paperTopics, paper)),
      venueNames: mostFrequent(papers, (paper) => this.#venue(paper)),
    };
  }
}

/** The values that the papers have, for example their topics: the most frequent first, then in ascending order. */
const mostFrequent = <Value extends number | string>(
  papers: readonly number[],
  valuesOf: (paper: number) => Iterable<Value>,
): Value[] => {
  const counts = new Map<Value, number>();
  for (const paper of papers) for (const value of valuesOf(paper)) increment(counts, value);
  return [...counts]
    .sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
    .map(([value]) => value);
};
