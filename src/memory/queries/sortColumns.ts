import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { LAST, type OrderKey, type SortValues } from '../../graph/model/orders.ts';
import { at, degree } from '../algorithms/adjacency.ts';
import { firstIndex } from '../algorithms/firstIndex.ts';
import type { SortColumn } from '../algorithms/pageOf.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import { listRanks } from '../build/updatedListOrders.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { citationCountOf } from './citations.ts';

/** Functions that read the values by which the entries of a list are ordered. */
export interface EntryReaders {
  node: (entry: number) => number;
  /** Returns the position, score or weight of the edge of an entry; NaN if the edge has none. */
  value?: (entry: number) => number;
  papers?: (entry: number) => number;
  strength?: (entry: number) => number;
  lastYear?: (entry: number) => number;
}

type Column = (readers: EntryReaders, graph: MemoryGraph) => SortColumn;

/**
 * Makes a column of a number that papers have, for example the number of citations. Papers without this number come
 * last.
 */
const paperNumber =
  (read: (graph: MemoryGraph, paper: number) => number, sign: 1 | -1): Column =>
  ({ node }, graph) =>
  (entry) => {
    const number = read(graph, node(entry));
    return number === UNKNOWN ? LAST : sign * number;
  };

/** Makes a column of the values of edges (position, score or weight). Edges without a value come last. */
const edgeValue =
  (sign: 1 | -1): Column =>
  ({ value }) =>
  (entry) => {
    const number = value?.(entry) ?? NaN;
    return Number.isNaN(number) ? LAST : sign * number;
  };

const dayOf = ({ columns }: MemoryGraph, paper: number): number => at(columns.days, paper - columns.start);

const paperCount: Column =
  ({ papers }) =>
  (entry) =>
    -(papers?.(entry) ?? 0);

const nodeNumber: Column = ({ node }) => node;

/** By key of an order, for example `-citationCount`: the function that makes the column of this key. */
const columns: Readonly<Record<OrderKey, Column>> = {
  '-day': paperNumber(dayOf, -1),
  day: paperNumber(dayOf, 1),
  '-citationCount': paperNumber(citationCountOf, -1),
  position: edgeValue(1),
  '-score': edgeValue(-1),
  '-paperCount': paperCount,
  '-papers': paperCount,
  '-strength':
    ({ strength }) =>
    (entry) =>
      -(strength?.(entry) ?? 0),
  '-collaborators':
    ({ node }, { rows }) =>
    (entry) =>
      -degree(rows.collaborators, node(entry)),
  '-lastYear':
    ({ lastYear }) =>
    (entry) => {
      const year = lastYear?.(entry) ?? UNKNOWN_YEAR;
      return year === UNKNOWN_YEAR ? LAST : -year;
    },
  folded: nodeNumber,
  name: nodeNumber,
  id: nodeNumber,
};

/**
 * Converts an order, such as descending date and then id, to functions that return a number for each entry of a list.
 * Lists are sorted by these numbers, ascending. Also converts the position of a cursor to the same numbers.
 */
export class SortColumns {
  readonly #graph: MemoryGraph;
  /** By node: its index in the list order of its kind. */
  readonly #listRanks: Uint32Array;

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
    this.#listRanks = listRanks(graph);
  }

  /**
   * Returns one column for each key. The three keys of the name order (folded name, name, id) become a single column.
   */
  of(order: readonly OrderKey[], readers: EntryReaders): SortColumn[] {
    if (order[0] === 'folded') return [(entry) => at(this.#listRanks, readers.node(entry))];
    return order.map((key) => columns[key](readers, this.#graph));
  }

  /**
   * Converts the position of a cursor to column values. In the name order, `nameRank` is the rank of the cursor's name.
   */
  after(order: readonly OrderKey[], position: SortValues, nameRank: number | undefined): number[] {
    if (nameRank !== undefined) return [nameRank];
    return order.map((key, index) => {
      const value = position[index] ?? LAST;
      return key === 'id' ? this.#nodeAt(String(value)) : Number(value);
    });
  }

  listRank(node: number): number {
    return at(this.#listRanks, node);
  }

  /**
   * The node of the entity with this id. If it is not stored, a number between the nodes of the ids before and after
   * it.
   */
  #nodeAt(id: string): number {
    const { ids } = this.#graph;
    const node = this.#graph.nodeOfId(id);
    return node ?? firstIndex(ids.length, (each) => compareTexts(ids[each] ?? '', id) > 0) - 0.5;
  }
}

/** The same as `firstIndex`, but with an asynchronous test, because the test reads records. */
const firstIndexOf = async (length: number, passes: (index: number) => Promise<boolean>): Promise<number> => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (await passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Whether an order compares names, so that a cursor's position needs `nameRankAfter`. */
export const isByName = (order: readonly OrderKey[]): boolean => order[0] === 'folded';

/**
 * Converts the name in a cursor to a position in the list order of a kind, if the entity of the cursor no longer exists
 * or has another name: a number between the indexes of the entities before and after it. The memory graph has no names,
 * so the records of about 20 entities are read.
 *
 * @param compareName compares the folded name, name and id of a node with those of the cursor
 */
export const nameRankAfter = async (
  graph: MemoryGraph,
  kind: EntityKind,
  compareName: (node: number) => Promise<number>,
): Promise<number> => {
  const nodes = graph.inListOrder[kind];
  return (await firstIndexOf(nodes.length, async (rank) => (await compareName(at(nodes, rank))) > 0)) - 0.5;
};
