import {
  degree,
  rowEnd,
  rowStart,
  rowsOf,
  type Adjacency,
  type NodeRange,
} from '../../../src/memory/algorithms/adjacency.ts';
import type { CountedRows } from '../../../src/memory/algorithms/countedRows.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import type { PathGraph } from '../../../src/memory/algorithms/pathGraph.ts';

export type DrawnEdge = readonly [from: number, to: number, value: number];

export const range = (start: number, end: number): NodeRange => ({ start, end });

/** Each node's neighbors, as plain lists. */
export const listsOf = (rows: Adjacency, { start, end }: NodeRange): number[][] =>
  Array.from({ length: end - start }, (_, index) =>
    Array.from(rows.targets.subarray(rowStart(rows, start + index), rowEnd(rows, start + index))),
  );

/** Rows of edges, both directions of each. */
export const undirected = (nodes: NodeRange, edges: readonly DrawnEdge[]): Adjacency => {
  const both = edges.flatMap(([from, to]) => [
    [from, to],
    [to, from],
  ]);
  return runToEnd(
    rowsOf(nodes, {
      sources: Uint32Array.from(both, ([from = 0]) => from),
      targets: Uint32Array.from(both, ([, to = 0]) => to),
    }),
  );
};

/** A graph of nodes from 0 whose edges cost what they carry. */
export const pathGraph = (size: number, edges: readonly DrawnEdge[]): PathGraph => {
  const rows = undirected(range(0, size), edges);
  const costs = new Float64Array(rows.targets.length);
  for (let node = 0; node < size; node += 1) {
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
      const joins = ([from, to]: DrawnEdge): boolean =>
        (from === node && to === rows.targets[slot]) || (to === node && from === rows.targets[slot]);
      costs[slot] = edges.find(joins)?.[2] ?? NaN;
    }
  }
  return {
    nodes: range(0, size),
    edges: (node) => ({ targets: rows.targets, costs, start: rowStart(rows, node), end: rowEnd(rows, node) }),
  };
};

/** Rows of counts: a list of [target, papers] for each node from 0. */
export const countedRowsOf = (lists: readonly (readonly (readonly [number, number])[])[]): CountedRows => {
  const edges = lists.flatMap((list, source) => list.map(([target, papers]) => ({ source, target, papers })));
  const rows = runToEnd(
    rowsOf(range(0, lists.length), {
      sources: Uint32Array.from(edges, ({ source }) => source),
      targets: Uint32Array.from(edges, ({ target }) => target),
    }),
  );
  return {
    ...rows,
    papers: Uint32Array.from(edges, ({ papers }) => papers),
    firstYears: new Int16Array(edges.length),
    lastYears: new Int16Array(edges.length),
    strengths: undefined,
  };
};

export const degreesOf = (rows: Adjacency, { start, end }: NodeRange): number[] =>
  Array.from({ length: end - start }, (_, index) => degree(rows, start + index));
