import {
  at,
  nodesOf,
  rowEnd,
  rowStart,
  targetsOf,
  type Adjacency,
  type NodeRange,
} from '../algorithms/adjacency.ts';
import { NeighborCounter } from '../algorithms/neighborCounter.ts';
import { WorkBudget, type EdgeSpan, type PathGraph } from '../algorithms/pathGraph.ts';
import type { Steps } from '../algorithms/steps.ts';
import { jointPaperSource } from './collaborations.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { NodeTest } from './filterTests.ts';

/** Converts a strength to 1 / strength, both in units of 10⁻⁹. */
const stepCost = (strength: number): number => Math.round(1e18 / strength);

/** The graph of collaborations; a step costs 1 / strength. */
export const collaborationGraph = function* ({ rows, ranges }: MemoryGraph): Steps<PathGraph> {
  const { collaborators } = rows;
  const costs = yield* converted(collaborators.strengths, stepCost);
  return { nodes: ranges.AUTHOR, edges: (node) => spanOf(collaborators, node, costs) };
};

/**
 * The collaborations that a graph contains: those with at least `minPapers` joint papers that pass `passes`, between
 * authors who pass `includes`.
 */
interface CollaborationRules {
  passes: NodeTest;
  minPapers: number;
  includes: NodeTest;
}

/**
 * The graph of those collaborations that the rules select. The edges of a node are computed when a search reaches it.
 */
export const filteredCollaborationGraph = (
  graph: MemoryGraph,
  { passes, minPapers, includes }: CollaborationRules,
): PathGraph => {
  const { ranges, columns } = graph;
  const counter = new NeighborCounter(ranges.AUTHOR, columns);
  const count = jointPaperSource(graph, passes);
  return cachedEdges(ranges.AUTHOR, (node) => {
    count(node, counter);
    const targets = counter.neighbors.filter(
      (other) => counter.papers(other) >= minPapers && includes(other),
    );
    const costs = targets.map((other) => stepCost(counter.strength(other)));
    counter.clear();
    return { targets, costs, start: 0, end: targets.length };
  });
};

/**
 * Two topics are adjacent if a paper is about both. The cost of a step is minus the number of these papers, so that
 * steps with many papers come first.
 */
export const topicGraphThroughPapers = function* ({ rows, ranges }: MemoryGraph): Steps<PathGraph> {
  const { relatedTopics } = rows;
  const costs = yield* converted(relatedTopics.papers, (papers) => -papers);
  return { nodes: ranges.TOPIC, edges: (node) => spanOf(relatedTopics, node, costs) };
};

/**
 * Two topics are adjacent if an author works on both. The cost of a step is minus the number of these authors, so that
 * steps with many authors come first.
 */
export const topicGraphThroughAuthors = function* ({ rows, ranges }: MemoryGraph): Steps<PathGraph> {
  const { start, end } = ranges.TOPIC;
  const budget = new WorkBudget(Infinity);
  const counts = new Uint32Array(end - start);
  const spans: EdgeSpan[] = [];
  for (let topic = start; topic < end; topic += 1) {
    counts.fill(0);
    for (const author of targetsOf(rows.topicAuthors, topic)) {
      const topics = targetsOf(rows.authorTopics, author);
      for (const other of topics) counts[other - start] = at(counts, other - start) + 1;
      if (budget.spend(1 + topics.length)) yield;
    }
    const targets = nodesOf(ranges.TOPIC).filter((other) => other !== topic && at(counts, other - start) > 0);
    const costs = Float64Array.from(targets, (other) => -at(counts, other - start));
    spans.push({ targets, costs, start: 0, end: targets.length });
  }
  return { nodes: ranges.TOPIC, edges: (node) => spans[node - start] as EdgeSpan };
};

/** How many values are converted between two pauses in which requests are served. */
const VALUES_PER_STEP = 20_000;

const converted = function* (
  values: Float64Array | Uint32Array,
  convert: (value: number) => number,
): Steps<Float64Array> {
  const results = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    if (index % VALUES_PER_STEP === 0) yield;
    results[index] = convert(at(values, index));
  }
  return results;
};

const spanOf = (rows: Adjacency, node: number, costs: Float64Array): EdgeSpan => ({
  targets: rows.targets,
  costs,
  start: rowStart(rows, node),
  end: rowEnd(rows, node),
});

const cachedEdges = (nodes: NodeRange, edges: (node: number) => EdgeSpan): PathGraph => {
  const cache = new Map<number, EdgeSpan>();
  return {
    nodes,
    edges: (node) => {
      const span = cache.get(node) ?? edges(node);
      cache.set(node, span);
      return span;
    },
  };
};
