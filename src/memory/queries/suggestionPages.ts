import type { Page } from '../../graph/model/pages.ts';
import type {
  SuggestionScores as Scores,
  SuggestionScoring,
  SuggestionsRequest,
} from '../../graph/suggestions.ts';
import { toUnits } from '../../graph/units.ts';
import { degree, targetsOf } from '../algorithms/adjacency.ts';
import type { Steps } from '../algorithms/steps.ts';
import { cosine, SuggestionScores } from '../algorithms/suggestionScores.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { FilterTests } from './filterTests.ts';
import { nodePage } from './nodePages.ts';

/** A suggested collaborator, given by the node, because the record is read later. */
export interface NodeSuggestion {
  node: number;
  scores: Scores;
}

/** Pages of suggested collaborators; each candidate is scored exactly. */
export class SuggestionPages {
  readonly #graph: MemoryGraph;
  readonly #idleScores: SuggestionScores[] = [];

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  *page(
    author: number,
    request: SuggestionsRequest,
    after: readonly number[] | undefined,
    tests: FilterTests,
  ): Steps<Page<NodeSuggestion>> {
    const scores = this.#idleScores.pop() ?? this.#newScores();
    try {
      yield* scores.score(author);
      return yield* this.#scoredPage(author, scores, request, after, tests);
    } finally {
      scores.clear();
      this.#idleScores.push(scores);
    }
  }

  /** How many edges are visited when the suggestions for an author are scored. */
  work(author: number): number {
    const { collaborators } = this.#graph.rows;
    return targetsOf(collaborators, author).reduce((sum, other) => sum + degree(collaborators, other), 0);
  }

  #newScores(): SuggestionScores {
    const { rows, ranges } = this.#graph;
    return new SuggestionScores(rows.collaborators, ranges.AUTHOR, {
      adamicAdar: (degree) => toUnits(1 / Math.log(degree)),
      resourceAllocation: (degree) => toUnits(1 / degree),
      jaccard: (common, union) => toUnits(common / union),
    });
  }

  #scoredPage(
    author: number,
    scores: SuggestionScores,
    { scoring, filter, first, backward, count }: SuggestionsRequest,
    after: readonly number[] | undefined,
    tests: FilterTests,
  ): Steps<Page<NodeSuggestion>> {
    const { candidates, common } = scores;
    const score = scoreOf(scores, scoring);
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
      (node) => ({ node, scores: this.#scoresOf(author, node, scores) }),
    );
  }

  #scoresOf(
    author: number,
    candidate: number,
    { adamicAdar, common, jaccard, resourceAllocation }: SuggestionScores,
  ): Scores {
    return {
      adamicAdar: adamicAdar(candidate),
      commonCollaboratorCount: common(candidate),
      jaccard: jaccard(candidate),
      resourceAllocation: resourceAllocation(candidate),
      topicSimilarity: toUnits(cosine(this.#graph.rows.authorTopics, author, candidate)),
    };
  }
}

const scoreOf = (
  { adamicAdar, common, jaccard, resourceAllocation }: SuggestionScores,
  scoring: SuggestionScoring,
): ((candidate: number) => number) =>
  ({
    ADAMIC_ADAR: adamicAdar,
    COMMON_COLLABORATORS: common,
    JACCARD: jaccard,
    RESOURCE_ALLOCATION: resourceAllocation,
  })[scoring];
