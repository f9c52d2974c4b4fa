import { plainEdge } from '../../graph/model/edges.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import type { OrderKey } from '../../graph/model/orders.ts';
import type { ListPageRequest, Page } from '../../graph/model/pages.ts';
import { at, degree, nodesOf } from '../algorithms/adjacency.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { FilterTests } from './filterTests.ts';
import { nodePage, type NodeEntry } from './nodePages.ts';
import { isByName, type EntryReaders, type SortColumns } from './sortColumns.ts';

/** Pages of all entities of a kind. Each order is sorted once and cached. */
export class ListPages {
  readonly #graph: MemoryGraph;
  readonly #columns: SortColumns;
  readonly #sorted = new Map<string, Uint32Array>();

  constructor(graph: MemoryGraph, columns: SortColumns) {
    this.#graph = graph;
    this.#columns = columns;
  }

  page(
    kind: EntityKind,
    { first, backward, count, order, filter }: ListPageRequest,
    after: readonly number[] | undefined,
    tests: FilterTests,
  ): Page<NodeEntry> {
    const sequence = this.#sequence(kind, order);
    const list = { length: sequence.length, entry: (index: number) => at(sequence, index), isRanked: true };
    const columns = this.#columns.of(order, this.#readers(kind));
    const passes = tests.ofKind(kind, filter);
    return nodePage(list, { first, columns, after, backward, passes, count }, (node) => ({
      node,
      edge:
        kind === 'AUTHOR'
          ? { ...plainEdge, collaboratorCount: degree(this.#graph.rows.collaborators, node) }
          : plainEdge,
    }));
  }

  #sequence(kind: EntityKind, order: readonly OrderKey[]): Uint32Array {
    if (isByName(order)) return this.#graph.inListOrder[kind];
    const name = `${kind} ${order.join(' ')}`;
    const cached = this.#sorted.get(name);
    if (cached) return cached;
    const columns = this.#columns.of(order, this.#readers(kind));
    const sequence = nodesOf(this.#graph.ranges[kind]).sort((a, b) => {
      for (const column of columns) {
        const difference = column(a) - column(b);
        if (difference !== 0) return difference;
      }
      return 0;
    });
    this.#sorted.set(name, sequence);
    return sequence;
  }

  #readers(kind: EntityKind): EntryReaders {
    return { node: (node) => node, papers: (node) => paperCount(this.#graph, kind, node) };
  }
}

/** How many papers an entity has; 1 for a paper. */
export const paperCount = ({ rows }: MemoryGraph, kind: EntityKind, node: number): number => {
  const { papersAlong } = kindRow(kind);
  return papersAlong ? degree(rows[papersAlong], node) : 1;
};
