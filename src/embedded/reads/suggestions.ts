import type { Author } from '../../graph/model/entities.ts';
import type { SortValues } from '../../graph/model/orders.ts';
import type {
  Suggestion,
  SuggestionFilter,
  SuggestionPage,
  SuggestionScores as ShownScores,
  SuggestionScoring,
  SuggestionsRequest,
} from '../../graph/suggestions.ts';
import { inUnits } from '../../graph/units.ts';
import { at, rowEnd, rowStart } from '../../memory/algorithms/adjacency.ts';
import { pageOf, type SortColumn } from '../../memory/algorithms/pageOf.ts';
import { UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import { cosine, SuggestionScores } from '../../memory/algorithms/suggestionScores.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { PaperPredicates } from '../../memory/queries/paperPredicates.ts';
import type { Records } from './records.ts';
import type { SortColumns } from './sortColumns.ts';

const order = ['-papers', '-paperCount', 'id'] as const; // score, common, id: only their directions matter here

/** Suggests collaborators, each candidate scored exactly. */
export class SuggestionPages {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #columns: SortColumns;
  readonly #predicates: PaperPredicates;
  readonly #scores: SuggestionScores;

  constructor(graph: LoadedGraph, records: Records, columns: SortColumns, predicates: PaperPredicates) {
    this.#graph = graph;
    this.#records = records;
    this.#columns = columns;
    this.#predicates = predicates;
    this.#scores = new SuggestionScores(graph.arrays.collaborators, graph.arrays.ranges.authors, {
      adamicAdar: (degree) => inUnits(1 / Math.log(degree)),
      resourceAllocation: (degree) => inUnits(1 / degree),
      jaccard: (common, union) => inUnits(common / union),
    });
  }

  page(author: number, request: SuggestionsRequest): SuggestionPage {
    this.#scores.score(author);
    const { candidates } = this.#scores;
    const score = this.#scoreOf(request.scoring);
    const columns: SortColumn[] = [
      (each) => -score(each),
      (each) => -this.#scores.common(each),
      (each) => each,
    ];
    const page = pageOf(
      { length: candidates.length, entry: (index) => candidates[index] ?? 0, isRanked: false },
      {
        first: request.first,
        columns,
        after: this.#after(request.after),
        passes: request.filter && this.#passes(request.filter),
        count: request.count,
      },
    );
    const entries = page.entries.map((candidate): Suggestion => ({
      node: this.#records.entity(candidate) as Author,
      scores: this.#shown(author, candidate),
    }));
    const result: SuggestionPage = { entries, hasNext: page.hasNext, hasPrevious: page.hasPrevious };
    return page.total === undefined ? result : { ...result, total: page.total };
  }

  #scoreOf(scoring: SuggestionScoring): (candidate: number) => number {
    const { adamicAdar, common, jaccard, resourceAllocation } = this.#scores;
    return {
      ADAMIC_ADAR: adamicAdar,
      COMMON_COLLABORATORS: common,
      JACCARD: jaccard,
      RESOURCE_ALLOCATION: resourceAllocation,
    }[scoring];
  }

  #shown(author: number, candidate: number): ShownScores {
    const { adamicAdar, common, jaccard, resourceAllocation } = this.#scores;
    return {
      adamicAdar: adamicAdar(candidate),
      commonCollaboratorCount: common(candidate),
      jaccard: jaccard(candidate),
      resourceAllocation: resourceAllocation(candidate),
      topicSimilarity: inUnits(cosine(this.#graph.arrays.authorTopics, author, candidate)),
    };
  }

  #after(position: SortValues | undefined): number[] | undefined {
    return this.#columns.after(order, 'AUTHOR', position);
  }

  #passes(filter: SuggestionFilter): (candidate: number) => boolean {
    const { arrays } = this.#graph;
    const tests: ((candidate: number) => boolean)[] = [];
    const affiliated = (ids: readonly string[]): ((candidate: number) => boolean) => {
      const wanted = new Set(ids.flatMap((id) => this.#records.nodeOf(id) ?? []));
      return (candidate) => hasTarget(arrays.authorInstitutions, candidate, wanted);
    };
    const { activeSinceYear, institutionIds, excludeInstitutionIds, topicIds } = filter;
    if (activeSinceYear !== undefined)
      tests.push((candidate) => this.#lastYear(candidate) >= activeSinceYear);
    if (institutionIds) tests.push(affiliated(institutionIds));
    if (excludeInstitutionIds) {
      const isExcluded = affiliated(excludeInstitutionIds);
      tests.push((candidate) => !isExcluded(candidate));
    }
    if (topicIds) {
      const topics = this.#predicates.topicsWithin(topicIds);
      tests.push((candidate) => hasTarget(arrays.authorTopics, candidate, topics));
    }
    return (candidate) => tests.every((test) => test(candidate));
  }

  /** Of the newest paper; those without a year come last. */
  #lastYear(author: number): number {
    const { authorPapers, columns } = this.#graph.arrays;
    const start = rowStart(authorPapers, author);
    if (start === rowEnd(authorPapers, author)) return UNKNOWN_YEAR;
    return at(columns.years, at(authorPapers.targets, start) - columns.start);
  }
}

const hasTarget = (
  rows: Parameters<typeof rowStart>[0],
  node: number,
  wanted: ReadonlySet<number>,
): boolean => {
  for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
    if (wanted.has(at(rows.targets, slot))) return true;
  }
  return false;
};
