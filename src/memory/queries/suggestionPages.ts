import type { Page } from '../../graph/model/pages.ts';
import type {
  SuggestionScores as Scores,
  SuggestionScoring,
  SuggestionsRequest,
} from '../../graph/suggestions.ts';
import { toUnits } from '../../graph/units.ts';
import { cosine, SuggestionScores } from '../algorithms/suggestionScores.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { FilterTests } from './filterTests.ts';
import { nodePage } from './nodePages.ts';

/** A suggested collaborator before the record is read. */
export interface NodeSuggestion {
  node: number;
  scores: Scores;
}

/** Pages of suggested collaborators; each candidate is scored exactly. */
export class SuggestionPages {
  readonly #graph: MemoryGraph;
  readonly #scores: SuggestionScores;

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
    this.#scores = new SuggestionScores(graph.rows.collaborators, graph.ranges.AUTHOR, {
      adamicAdar: (degree) => toUnits(1 / Math.log(degree)),
      resourceAllocation: (degree) => toUnits(1 / degree),
      jaccard: (common, union) => toUnits(common / union),
    });
  }

  page(
    author: number,
    { scoring, filter, first, backward, count }: SuggestionsRequest,
    after: readonly number[] | undefined,
    tests: FilterTests,
  ): Page<NodeSuggestion> {
    this.#scores.score(author);
    const { candidates, common } = this.#scores;
    const score = this.#scoreOf(scoring);
    return nodePage(
      { length: candidates.length, entry: (index) => candidates[index] ?? 0, isRanked: false },
      {
        first,
        columns: [(each) => -score(each), (each) => -common(each), (each) => each],
        after,
        backward,
        passes: filter && tests.ofSuggestions(filter),
        count,
      },
      (node) => ({ node, scores: this.#scoresOf(author, node) }),
    );
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

  #scoresOf(author: number, candidate: number): Scores {
    const { adamicAdar, common, jaccard, resourceAllocation } = this.#scores;
    return {
      adamicAdar: adamicAdar(candidate),
      commonCollaboratorCount: common(candidate),
      jaccard: jaccard(candidate),
      resourceAllocation: resourceAllocation(candidate),
      topicSimilarity: toUnits(cosine(this.#graph.rows.authorTopics, author, candidate)),
    };
  }
}
