import { countedEdge, type Edge } from '../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import { strengthUnits } from '../../graph/units.ts';
import { at, rowEnd, rowStart } from '../algorithms/adjacency.ts';
import { NeighborCounter, throughPapers, type NeighborSource } from '../algorithms/countedRows.ts';
import { UNKNOWN_YEAR, type PaperColumns } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from './memoryGraph.ts';
import type { PaperPredicate, PaperPredicates } from './paperPredicates.ts';

/** Null where it is not known. */
export const yearOf = (year: number): number | null => (year === UNKNOWN_YEAR ? null : year);

/** Counts an author's collaborators over the papers that pass. */
export const jointPaperSource = ({ arrays }: MemoryGraph, passes: PaperPredicate): NeighborSource =>
  throughPapers(arrays.authorPapers, arrays.paperAuthors, { passes, strength: strengthIn(arrays.columns) });

const strengthIn =
  ({ teamSizes, start }: PaperColumns) =>
  (paper: number): number =>
    strengthUnits(at(teamSizes, paper - start));

/** Collaborations as they are stored, and counted anew over the joint papers that pass a filter. */
export class Collaborations {
  readonly #image: MemoryGraph;
  readonly #predicates: PaperPredicates;
  readonly #counter: NeighborCounter;

  constructor(image: MemoryGraph, predicates: PaperPredicates) {
    const { ranges, columns } = image.arrays;
    this.#image = image;
    this.#predicates = predicates;
    this.#counter = new NeighborCounter(ranges.authors, columns);
  }

  /** The edge between two authors over the joint papers that pass; undefined where none does. */
  edge(from: number, to: number, filter: CollaborationFilter | undefined): Edge | undefined {
    if (!filter) return this.#storedEdge(from, to);
    return this.counted(from, filter, (counter) =>
      counter.met.includes(to) && counter.papers(to) >= (filter.minPapers ?? 1)
        ? edgeOf(counter, to)
        : undefined,
    );
  }

  /** Lets `read` see an author's collaborators counted over the papers that pass; the counts are gone after it. */
  counted<Result>(
    author: number,
    filter: CollaborationFilter,
    read: (counter: NeighborCounter) => Result,
  ): Result {
    try {
      jointPaperSource(this.#image, this.#predicates.ofJointPapers(filter))(author, this.#counter);
      return read(this.#counter);
    } finally {
      this.#counter.clear();
    }
  }

  #storedEdge(from: number, to: number): Edge | undefined {
    const rows = this.#image.arrays.collaborators;
    const start = rowStart(rows, from);
    const place = rows.targets.subarray(start, rowEnd(rows, from)).indexOf(to);
    if (place === -1) return undefined;
    const slot = start + place;
    return countedEdge(
      at(rows.papers, slot),
      yearOf(at(rows.firstYears, slot)),
      yearOf(at(rows.lastYears, slot)),
      at(rows.strengths, slot),
    );
  }
}

/** What was counted of one neighbour. */
export const edgeOf = (counter: NeighborCounter, other: number): Edge =>
  countedEdge(
    counter.papers(other),
    yearOf(counter.firstYear(other)),
    yearOf(counter.lastYear(other)),
    counter.strength(other),
  );
