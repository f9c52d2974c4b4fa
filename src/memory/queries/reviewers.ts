import { runCooperatively, runInSlices } from '../../graph/cooperativeScheduler.ts';
import type { Page } from '../../graph/model/pages.ts';
import type { ScoringStatus } from '../../graph/relatedPapers.ts';
import {
  conflictReasons,
  type ConflictReason,
  type ReviewersRequest,
  type ReviewerScores,
} from '../../graph/reviewers.ts';
import { toUnits } from '../../graph/units.ts';
import { at, rowEnd, rowStart, targetsOf } from '../algorithms/adjacency.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { conflictsWith, type Conflicts } from './conflicts.ts';
import { nodePage } from './nodePages.ts';
import type { RelatedPapers } from './relatedPapers.ts';
import type { SearchContext } from './searchContext.ts';
import { nodeSubject, type NodeSubject } from './reviewSubjects.ts';

/** A paper of this age, in years, counts half as much as a new paper. */
const HALF_LIFE = 5;
/** The age that is assumed for papers without a year, in years. */
const UNKNOWN_AGE = 10;
/** The maximum number of related papers that are listed for a reviewer. */
const LISTED_PAPERS = 5;
const CANDIDATES_A_STEP = 500;

/** A reviewer and related papers, given by their nodes, because the records are read later. */
interface NodeReviewer extends ReviewerScores {
  node: number;
  relatedPaperCount: number;
  relatedPapers: readonly { node: number; similarity: number }[];
}

interface NodeReviewersPage extends Page<NodeReviewer> {
  status: ScoringStatus;
  excludedCount: number;
  excluded: readonly { node: number; reasons: ConflictReason[] }[];
}

type Scores = ReadonlyMap<number, ReviewerScores>;

/** Finds authors who could review a subject, with pauses in which other requests are served. */
export class Reviewers {
  readonly #graph: MemoryGraph;
  readonly #relatedPapers: RelatedPapers;

  constructor(graph: MemoryGraph, relatedPapers: RelatedPapers) {
    this.#graph = graph;
    this.#relatedPapers = relatedPapers;
  }

  /** @throws the reason of the signal if it aborts. */
  async page(
    request: ReviewersRequest,
    after: readonly number[] | undefined,
    context: SearchContext,
  ): Promise<NodeReviewersPage> {
    const subject = await nodeSubject(this.#graph, this.#relatedPapers, request.subject, context);
    if (!subject) return nobody;
    const named = request.excluding.authorIds.flatMap((id) => context.nodeOf(id) ?? []);
    const authors = [...new Set([...named, ...subject.authors])];
    const { excluding, year } = request;
    const conflicts = await runCooperatively(
      conflictsWith(this.#graph, authors, excluding, year),
      context.signal,
    );
    const scores = await runCooperatively(this.#scores(subject, year), context.signal);
    return runInSlices(this.#cut(request, after, context, { subject, conflicts, scores }), context.signal);
  }

  /** The scores of all authors of related papers. */
  *#scores({ similarities, topics }: NodeSubject, year: number): Steps<Scores> {
    const { rows } = this.#graph;
    const sums = new Map<number, number>();
    for (const [paper, similarity] of similarities) {
      const term = Math.round(similarity * this.#recency(paper, year));
      for (const author of targetsOf(rows.paperAuthors, paper))
        sums.set(author, (sums.get(author) ?? 0) + term);
      if (paper % CANDIDATES_A_STEP === 0) yield;
    }
    const scores = new Map<number, ReviewerScores>();
    for (const [author, sum] of sums) {
      const papers = toUnits(sum / (toUnits(1) + sum));
      const ofTopics = topics.size === 0 ? 0 : toUnits(this.#topicMatch(author, topics));
      scores.set(author, { score: papers + ofTopics, papers, topics: ofTopics });
      if (scores.size % CANDIDATES_A_STEP === 0) yield;
    }
    return scores;
  }

  #recency(paper: number, year: number): number {
    const { columns } = this.#graph;
    const written = at(columns.years, paper - columns.start);
    const age = written === UNKNOWN_YEAR ? UNKNOWN_AGE : Math.max(0, year - written);
    return 2 ** (-age / HALF_LIFE);
  }

  /** n / (1 + n), where n is the average, over the topics, of the number of the author's papers about a topic. */
  #topicMatch(author: number, topics: ReadonlySet<number>): number {
    const rows = this.#graph.rows.authorTopics;
    let papers = 0;
    for (let slot = rowStart(rows, author); slot < rowEnd(rows, author); slot += 1) {
      if (topics.has(at(rows.targets, slot))) papers += at(rows.papers, slot);
    }
    return papers / (topics.size + papers);
  }

  *#cut(
    { filter, first, backward, count, excludedFirst }: ReviewersRequest,
    after: readonly number[] | undefined,
    { tests }: SearchContext,
    { subject, conflicts, scores }: { subject: NodeSubject; conflicts: Conflicts; scores: Scores },
  ): Steps<NodeReviewersPage> {
    const authors = [...scores.keys()];
    const list = { length: authors.length, entry: (index: number) => authors[index] ?? 0, isRanked: false };
    const columns = [(each: number) => -(scores.get(each)?.score ?? 0), (each: number) => each];
    const passesFilter = filter && tests.ofSuggestions(filter);
    const passes = (excluded: boolean) => (author: number) =>
      isExcluded(conflicts, author) === excluded && (!passesFilter || passesFilter(author));
    const page = yield* nodePage(
      list,
      { first, columns, after, backward, passes: passes(false), count },
      (author) => this.#reviewer(author, subject, scores),
    );
    const { entries: excluded, total = 0 } = yield* nodePage(
      list,
      { first: excludedFirst, columns, after: undefined, backward: false, passes: passes(true), count: true },
      (node) => ({ node, reasons: reasonsFor(conflicts, node) }),
    );
    return { ...page, status: 'COMPLETE', excludedCount: total, excluded };
  }

  #reviewer(author: number, { similarities }: NodeSubject, scores: Scores): NodeReviewer {
    const papers = [...targetsOf(this.#graph.rows.authorPapers, author)]
      .flatMap((node) => {
        const similarity = similarities.get(node);
        return similarity === undefined ? [] : [{ node, similarity }];
      })
      .sort((a, b) => b.similarity - a.similarity); // equally similar papers keep their order: the newest first
    return {
      node: author,
      ...(scores.get(author) as ReviewerScores),
      relatedPaperCount: papers.length,
      relatedPapers: papers.slice(0, LISTED_PAPERS),
    };
  }
}

const nobody: NodeReviewersPage = {
  ...{ entries: [], hasNext: false, hasPrevious: false, total: 0 },
  ...{ status: 'STOPPED', excludedCount: 0, excluded: [] },
};

const reasonsFor = (conflicts: Conflicts, author: number): ConflictReason[] =>
  conflictReasons.filter((reason) => conflicts[reason].has(author));

const isExcluded = (conflicts: Conflicts, author: number): boolean =>
  conflictReasons.some((reason) => conflicts[reason].has(author));
