import type { CollaborationFilter, PaperFilter, YearRange } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { makesCollaborators } from '../../graph/collaborationCap.ts';
import { at, rowEnd, rowStart, type Adjacency } from '../algorithms/adjacency.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from './memoryGraph.ts';

/** Whether a paper's node passes. */
export type PaperPredicate = (paper: number) => boolean;

const all =
  (tests: readonly PaperPredicate[]): PaperPredicate =>
  (paper) =>
    tests.every((test) => test(paper));

/** Filters as tests on the graph arrays' papers. */
export class PaperPredicates {
  readonly #graph: MemoryGraph;

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  /** Undefined where nothing is filtered. */
  ofPapers(filter: PaperFilter | undefined): PaperPredicate | undefined {
    if (!filter) return undefined;
    const { columns } = this.#graph.arrays;
    const tests = this.#shared(filter);
    if (filter.paperTypes) tests.push(this.#numbered(columns.types, this.#graph.types, filter.paperTypes));
    if (filter.hasCode !== undefined) {
      const wanted = filter.hasCode ? 1 : 0;
      tests.push((paper) => at(columns.hasCode, paper - columns.start) === wanted);
    }
    return tests.length === 0 ? undefined : all(tests);
  }

  /** The papers that make collaborators and pass. */
  ofJointPapers(filter: CollaborationFilter | undefined): PaperPredicate {
    const { columns, cap, paperInstitutions } = this.#graph.arrays;
    const tests = filter ? this.#shared(filter) : [];
    tests.unshift((paper) => makesCollaborators(at(columns.teamSizes, paper - columns.start), cap));
    if (filter?.institutionIds) tests.push(leadsTo(paperInstitutions, this.#nodes(filter.institutionIds)));
    const most = filter?.maxAuthorsPerPaper;
    if (most !== undefined) {
      tests.push((paper) => {
        const count = at(columns.authorCounts, paper - columns.start);
        return count !== UNKNOWN && count <= most;
      });
    }
    return all(tests);
  }

  /** The topics and everything narrower. */
  topicsWithin(ids: readonly EntityId[]): Set<number> {
    const { narrower } = this.#graph.arrays;
    const within = this.#nodes(ids);
    for (const topic of within) {
      for (let slot = rowStart(narrower, topic); slot < rowEnd(narrower, topic); slot += 1)
        within.add(at(narrower.targets, slot));
    }
    return within;
  }

  #shared(filter: Pick<PaperFilter, 'years' | 'venueNames' | 'topicIds'>): PaperPredicate[] {
    const { columns, paperTopics } = this.#graph.arrays;
    const tests: PaperPredicate[] = [];
    if (filter.years) tests.push(this.#inYears(filter.years));
    if (filter.venueNames) tests.push(this.#numbered(columns.venues, this.#graph.venues, filter.venueNames));
    if (filter.topicIds) tests.push(leadsTo(paperTopics, this.topicsWithin(filter.topicIds)));
    return tests;
  }

  #inYears({ from = -Infinity, to = Infinity }: YearRange): PaperPredicate {
    const { columns } = this.#graph.arrays;
    return (paper) => {
      const year = at(columns.years, paper - columns.start);
      return year !== UNKNOWN_YEAR && year >= from && year <= to;
    };
  }

  #numbered(
    values: Uint32Array,
    numbers: ReadonlyMap<string, number>,
    words: readonly string[],
  ): PaperPredicate {
    const { columns } = this.#graph.arrays;
    const wanted = new Set(words.flatMap((word) => numbers.get(word) ?? []));
    return (paper) => wanted.has(at(values, paper - columns.start));
  }

  #nodes(ids: readonly EntityId[]): Set<number> {
    return new Set(ids.flatMap((id) => this.#graph.nodeOf(id) ?? []));
  }
}

const leadsTo =
  (rows: Adjacency, wanted: ReadonlySet<number>): PaperPredicate =>
  (paper) => {
    for (let slot = rowStart(rows, paper); slot < rowEnd(rows, paper); slot += 1) {
      if (wanted.has(at(rows.targets, slot))) return true;
    }
    return false;
  };
