import { compareTexts } from '../../graph/model/compareTexts.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import { folded } from '../../graph/model/foldText.ts';
import { LAST, type OrderKey, type SortValues } from '../../graph/model/orders.ts';
import { at } from '../../memory/algorithms/adjacency.ts';
import type { SortColumn } from '../../memory/algorithms/pageOf.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { Records } from './records.ts';

/** What a list's entries carry besides the node they lead to. */
export interface EntryReaders {
  node: (entry: number) => number;
  position?: (entry: number) => number;
  /** NaN where there is none. */
  score?: (entry: number) => number;
  papers?: (entry: number) => number;
  strength?: (entry: number) => number;
  lastYear?: (entry: number) => number;
  collaborators?: (entry: number) => number;
}

/** Order keys as numbers that can be read off the graph arrays, and cursors' positions in the same numbers. */
export class SortColumns {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #nameRanks: Uint32Array;

  constructor(graph: LoadedGraph, records: Records) {
    this.#graph = graph;
    this.#records = records;
    this.#nameRanks = new Uint32Array(graph.nodes.ids.length);
    for (const nodes of Object.values(graph.byName)) {
      nodes.forEach((node, rank) => {
        this.#nameRanks[node] = rank;
      });
    }
  }

  /** A column for each key, but one for the three by which names are ordered. */
  of(order: readonly OrderKey[], readers: EntryReaders): SortColumn[] {
    if (order[0] === 'folded') return [(entry) => at(this.#nameRanks, readers.node(entry))];
    return order.map((key) => this.#column(key, readers));
  }

  /** The values after which a page continues. An id stands between the nodes it would stand between. */
  after(
    order: readonly OrderKey[],
    kind: EntityKind,
    position: SortValues | undefined,
  ): number[] | undefined {
    if (position === undefined) return undefined;
    if (order[0] === 'folded') return [this.#nameRankAfter(kind, position)];
    return order.map((key, index) => {
      const value = position[index] ?? LAST;
      return key === 'id' ? this.#nodeAfter(String(value)) : Number(value);
    });
  }

  #column(key: OrderKey, readers: EntryReaders): SortColumn {
    const { columns } = this.#graph.arrays;
    const { node, position, score, papers, strength, lastYear, collaborators } = readers;
    const ofPaper =
      (values: Int32Array, sign: 1 | -1): SortColumn =>
      (entry) => {
        const value = at(values, node(entry) - columns.start);
        return value === UNKNOWN ? LAST : sign * value;
      };
    switch (key) {
      case '-day':
        return ofPaper(columns.days, -1);
      case 'day':
        return ofPaper(columns.days, 1);
      case '-citationCount':
        return ofPaper(columns.citations, -1);
      case 'position':
        return (entry) => position?.(entry) ?? LAST;
      case '-score':
        return (entry) => {
          const value = score?.(entry) ?? NaN;
          return Number.isNaN(value) ? LAST : -value;
        };
      case '-paperCount':
      case '-papers':
        return (entry) => -(papers?.(entry) ?? 0);
      case '-strength':
        return (entry) => -(strength?.(entry) ?? 0);
      case '-collaborators':
        return (entry) => -(collaborators?.(entry) ?? 0);
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

  #nodeAfter(id: string): number {
    const { ids } = this.#graph.nodes;
    return firstWhere(ids.length, (node) => compareTexts(ids[node] ?? '', id) > 0) - 0.5;
  }

  #nameRankAfter(kind: EntityKind, [foldedName, name, id]: SortValues): number {
    const nodes = kind === 'PAPER' ? new Uint32Array() : this.#graph.byName[kind];
    const isAfter = (rank: number): boolean => {
      const entity = this.#records.entity(at(nodes, rank));
      const called = entity.kind === 'PAPER' ? '' : entity.name;
      const difference =
        compareTexts(folded(called), String(foldedName)) ||
        compareTexts(called, String(name)) ||
        compareTexts(entity.id, String(id));
      return difference > 0;
    };
    return firstWhere(nodes.length, isAfter) - 0.5;
  }
}

/** The first index for which a condition holds that holds for all after it; the length where it never does. */
const firstWhere = (length: number, holds: (index: number) => boolean): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
