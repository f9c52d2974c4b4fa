import { rowEnd, rowStart, type Adjacency } from '../algorithms/adjacency.ts';
import { NeighborCounter } from '../algorithms/countedRows.ts';
import type { EdgeSpan, PathGraph } from '../algorithms/pathGraph.ts';
import { jointPaperSource } from './collaborations.ts';
import type { MemoryGraph } from './memoryGraph.ts';
import type { PaperPredicate } from './paperPredicates.ts';

/** 1 / strength in units of 10⁻⁹, of a strength in such units. */
export const stepCost = (strength: number): number => Math.round(1e18 / strength);

/** Who wrote with whom; a step costs 1 / strength. */
export const collaborationGraph = ({ arrays, ids }: MemoryGraph): PathGraph => {
  const rows = arrays.collaborators;
  const costs = rows.strengths.map(stepCost);
  return {
    size: ids.length,
    edges: (node) => ({ targets: rows.targets, costs, start: rowStart(rows, node), end: rowEnd(rows, node) }),
  };
};

/** … over the joint papers that pass, at least so many of them. Edges are worked out where a search gets to. */
export const filteredCollaborationGraph = (
  image: MemoryGraph,
  passes: PaperPredicate,
  minPapers: number,
): PathGraph => {
  const { ranges, columns } = image.arrays;
  const counter = new NeighborCounter(ranges.authors, columns);
  const gather = jointPaperSource(image, passes);
  return remembering(image.ids.length, (node) => {
    gather(node, counter);
    const targets = counter.met.filter((other) => counter.papers(other) >= minPapers);
    const costs = targets.map((other) => stepCost(counter.strength(other)));
    counter.clear();
    return { targets, costs, start: 0, end: targets.length };
  });
};

/** Topics that papers are about together; the more, the cheaper the step. */
export const topicGraphThroughPapers = ({ arrays, ids }: MemoryGraph): PathGraph => {
  const rows = arrays.relatedTopics;
  const costs = Float64Array.from(rows.papers, (papers) => -papers);
  return {
    size: ids.length,
    edges: (node) => ({ targets: rows.targets, costs, start: rowStart(rows, node), end: rowEnd(rows, node) }),
  };
};

/** Topics that the same authors work on; the more, the cheaper the step. */
export const topicGraphThroughAuthors = ({ arrays, ids }: MemoryGraph): PathGraph =>
  remembering(ids.length, (topic) => {
    const counts = new Map<number, number>();
    for (const author of targetsOf(arrays.topicAuthors, topic)) {
      for (const other of targetsOf(arrays.authorTopics, author)) {
        if (other !== topic) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
    const targets = [...counts.keys()];
    return { targets, costs: Array.from(counts.values(), (count) => -count), start: 0, end: targets.length };
  });

const targetsOf = (rows: Adjacency, node: number): Uint32Array =>
  rows.targets.subarray(rowStart(rows, node), rowEnd(rows, node));

const remembering = (size: number, edges: (node: number) => EdgeSpan): PathGraph => {
  const known = new Map<number, EdgeSpan>();
  return {
    size,
    edges: (node) => {
      const span = known.get(node) ?? edges(node);
      known.set(node, span);
      return span;
    },
  };
};
