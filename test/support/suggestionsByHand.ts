import type { SuggestionFilter, SuggestionScores, SuggestionScoring } from '../../src/graph/suggestions.ts';
import { bytes, within, type HandGraph } from './byHand.ts';
import { edgesByHand, type HandEdge } from './relationsByHand.ts';

export interface HandSuggestion {
  id: string;
  scores: SuggestionScores;
}

/** What the definitions need of a graph, as plain sets. */
export interface Acquaintance {
  /** Γ: everyone's collaborators. */
  collaborators: Map<string, Set<string>>;
  /** Papers on each topic someone works on. */
  topics: Map<string, Map<string, number>>;
  institutions: Map<string, Set<string>>;
  /** The last year of a paper, of those who have one. */
  lastYears: Map<string, number>;
  /** The topics and everything narrower. */
  topicsWithin: (ids: readonly string[]) => Set<string>;
}

export const acquaintance = (graph: HandGraph): Acquaintance => {
  const rows = (edges: readonly HandEdge[]): Map<string, Map<string, number>> => {
    const result = new Map([...graph.authors.keys()].map((id) => [id, new Map<string, number>()]));
    for (const { from, to, weight } of edges) result.get(from)?.set(to, weight);
    return result;
  };
  const sets = (edges: readonly HandEdge[]): Map<string, Set<string>> =>
    new Map([...rows(edges)].map(([id, row]) => [id, new Set(row.keys())]));
  const lastYears = new Map<string, number>();
  for (const { authors, year } of graph.papers)
    for (const { id } of authors)
      if (year !== null) lastYears.set(id, Math.max(year, lastYears.get(id) ?? year));
  return {
    collaborators: sets(edgesByHand(graph, 'collaborators')),
    topics: rows(edgesByHand(graph, 'authorTopics')),
    institutions: sets(edgesByHand(graph, 'authorInstitutions')),
    lastYears,
    topicsWithin: (ids) => within(graph, ids),
  };
};

const intersection = (left: Set<string>, right: Set<string>): string[] =>
  left.size <= right.size ? [...left].filter((each) => right.has(each)) : intersection(right, left);
const units = (term: number): number => Math.round(term * 1e9);
const sum = (terms: number[]): number => terms.reduce((total, term) => total + term, 0);

/** Everyone who could be suggested to an author, in the order of the scoring. */
export const suggestionsByHand = (
  known: Acquaintance,
  author: string,
  scoring: SuggestionScoring,
  filter: SuggestionFilter = {},
): HandSuggestion[] => {
  const { collaborators } = known;
  const mine = collaborators.get(author) ?? new Set();
  return [...collaborators]
    .filter(([id, theirs]) => id !== author && !mine.has(id) && intersection(mine, theirs).length > 0)
    .filter(([id]) => passes(known, id, filter))
    .map(([id]) => ({ id, scores: scoresByHand(known, author, id) }))
    .sort(
      (a, b) =>
        scoreByHand(scoring, b.scores) - scoreByHand(scoring, a.scores) ||
        b.scores.commonCollaboratorCount - a.scores.commonCollaboratorCount ||
        bytes(a.id, b.id),
    );
};

export const scoreByHand = (scoring: SuggestionScoring, scores: SuggestionScores): number =>
  ({
    ADAMIC_ADAR: scores.adamicAdar,
    COMMON_COLLABORATORS: scores.commonCollaboratorCount,
    JACCARD: scores.jaccard,
    RESOURCE_ALLOCATION: scores.resourceAllocation,
  })[scoring];

const scoresByHand = (known: Acquaintance, author: string, candidate: string): SuggestionScores => {
  const mine = known.collaborators.get(author) ?? new Set();
  const theirs = known.collaborators.get(candidate) ?? new Set();
  const common = intersection(mine, theirs);
  const sizes = common.map((id) => known.collaborators.get(id)?.size ?? NaN);
  return {
    commonCollaboratorCount: common.length,
    jaccard: units(common.length / new Set([...mine, ...theirs]).size),
    adamicAdar: sum(sizes.map((size) => units(1 / Math.log(size)))),
    resourceAllocation: sum(sizes.map((size) => units(1 / size))),
    topicSimilarity: units(cosine(known.topics.get(author), known.topics.get(candidate))),
  };
};

const cosine = (left = new Map<string, number>(), right = new Map<string, number>()): number => {
  const product = sum([...left].map(([topic, count]) => count * (right.get(topic) ?? 0)));
  const length = (counts: Map<string, number>): number => Math.hypot(...counts.values());
  return product === 0 ? 0 : product / (length(left) * length(right));
};

/** Whether an author passes the filter. */
export const passes = (
  { topics, institutions, lastYears, topicsWithin }: Acquaintance,
  id: string,
  { activeSinceYear, institutionIds, excludeInstitutionIds, topicIds }: SuggestionFilter,
): boolean => {
  const theirInstitutions = institutions.get(id) ?? new Set();
  const theirTopics = topics.get(id) ?? new Map<string, number>();
  if (activeSinceYear !== undefined && !((lastYears.get(id) ?? NaN) >= activeSinceYear)) return false;
  if (institutionIds && !institutionIds.some((each) => theirInstitutions.has(each))) return false;
  if (excludeInstitutionIds?.some((each) => theirInstitutions.has(each))) return false;
  return !topicIds || [...topicsWithin(topicIds)].some((each) => theirTopics.has(each));
};
