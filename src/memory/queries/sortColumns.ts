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
  /** The position, score or weight of the edge; NaN if it has none. */
  value?: (entry: number) => number;
  papers?: (entry: number) => number;
  strength?: (entry: number) => number;
  lastYear?: (entry: number) => number;
}

/**
 * Converts the keys of an order to columns of numbers that are sorted in ascending order. Also converts the position of
 * a cursor to the same numbers.
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
    return order.map((key) => this.#column(key, readers));
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

  #column(key: OrderKey, { node, value, papers, strength, lastYear }: EntryReaders): SortColumn {
    const { columns, rows } = this.#graph;
    const dayOf = (paper: number): number => at(columns.days, paper - columns.start);
    const ofPaper =
      (read: (paper: number) => number, sign: 1 | -1): SortColumn =>
      (entry) => {
        const number = read(node(entry));
        return number === UNKNOWN ? LAST : sign * number;
      };
    const ofValue =
      (sign: 1 | -1): SortColumn =>
      (entry) => {
        const number = value?.(entry) ?? NaN;
        return Number.isNaN(number) ? LAST : sign * number;
      };
    switch (key) {
      case '-day':
        return ofPaper(dayOf, -1);
      case 'day':
        return ofPaper(dayOf, 1);
      case '-citationCount':
        return ofPaper((paper) => citationCountOf(this.#graph, paper), -1);
      case 'position':
        return ofValue(1);
      case '-score':
        return ofValue(-1);
      case '-paperCount':
      case '-papers':
        return (entry) => -(papers?.(entry) ?? 0);
      case '-strength':
        return (entry) => -(strength?.(entry) ?? 0);
      case '-collaborators':
        return (entry) => -degree(rows.collaborators, node(entry));
      case '-lastYear':
        return (entry) => {
          const year = lastYear?.(entry) ?? UNKNOWN_YEAR;
          return year === UNKNOWN_YEAR ? LAST : -year;
        };
      case 'folded':
      case 'name':
      case 'id':
        return node;
    }
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

/** Like `firstIndex`, but with an asynchronous test, because the test reads records. */
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
 * The rank, in the name order of a kind, of a cursor whose entity no longer exists or got another name: a number
 * between two ranks. The graph in memory has no names, so the records of about 20 entities are read.
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
