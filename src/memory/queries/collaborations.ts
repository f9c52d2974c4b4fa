import { countedEdge, type Edge } from '../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import { strengthUnits } from '../../graph/units.ts';
import { at, rowStart, targetsOf } from '../algorithms/adjacency.ts';
import { throughPapers, type CountedRows, type NeighborSource } from '../algorithms/countedRows.ts';
import { NeighborCounter } from '../algorithms/neighborCounter.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { NodeTest } from './filterTests.ts';

/** A year as the API returns it: null if it is unknown. */
const yearOrNull = (year: number): number | null => (year === UNKNOWN_YEAR ? null : year);

/** The edge of a derived relation; `slot` is its index in the rows. */
export const edgeAtSlot = (rows: CountedRows, slot: number): Edge =>
  countedEdge(
    at(rows.papers, slot),
    yearOrNull(at(rows.firstYears, slot)),
    yearOrNull(at(rows.lastYears, slot)),
    rows.strengths ? at(rows.strengths, slot) : null,
  );

/** The edge to a neighbor, with the number and the years of papers that the counter has for this neighbor. */
export const edgeOfCount = (counter: NeighborCounter, neighbor: number): Edge =>
  countedEdge(
    counter.papers(neighbor),
    yearOrNull(counter.firstYear(neighbor)),
    yearOrNull(counter.lastYear(neighbor)),
    counter.strength(neighbor),
  );

/** Returns a function that counts an author's collaborators, using only the papers that pass the test. */
export const jointPaperSource = ({ rows, columns }: MemoryGraph, passes: NodeTest): NeighborSource =>
  throughPapers(rows.authorPapers, rows.paperAuthors, {
    passes,
    strength: (paper) => strengthUnits(at(columns.teamSizes, paper - columns.start)),
  });

/** Collaborations as they are stored, or counted again using only the joint papers that pass a filter. */
export class Collaborations {
  readonly #graph: MemoryGraph;
  readonly #counter: NeighborCounter;

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
    this.#counter = new NeighborCounter(graph.ranges.AUTHOR, graph.columns);
  }

  /** The edge between two authors, counted over all joint papers; undefined if they are not collaborators. */
  storedEdge(from: number, to: number): Edge | undefined {
    const rows = this.#graph.rows.collaborators;
    const index = targetsOf(rows, from).indexOf(to);
    return index === -1 ? undefined : edgeAtSlot(rows, rowStart(rows, from) + index);
  }

  /**
   * The edge between two authors, counted over the joint papers that pass the test; undefined if fewer than `minPapers`
   * pass.
   */
  filteredEdge(
    from: number,
    to: number,
    passes: NodeTest,
    { minPapers = 1 }: CollaborationFilter,
  ): Edge | undefined {
    return this.counted(from, passes, (counter) =>
      counter.neighbors.includes(to) && counter.papers(to) >= minPapers
        ? edgeOfCount(counter, to)
        : undefined,
    );
  }

  /**
   * Calls `read` with the counts of an author's collaborators over the papers that pass the test. The counts are
   * cleared when `read` returns.
   */
  counted<Result>(author: number, passes: NodeTest, read: (counter: NeighborCounter) => Result): Result {
    try {
      jointPaperSource(this.#graph, passes)(author, this.#counter);
      return read(this.#counter);
    } finally {
      this.#counter.clear();
    }
  }
}
