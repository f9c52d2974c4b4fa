import { plainEdge } from '../../graph/model/edges.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import type { OrderKey } from '../../graph/model/orders.ts';
import type { ListPageRequest, Page } from '../../graph/model/pages.ts';
import { runCooperatively, runInSlices } from '../../graph/cooperativeScheduler.ts';
import { at, degree, nodesOf, type NodeRange } from '../algorithms/adjacency.ts';
import type { SortColumn } from '../algorithms/pageOf.ts';
import { sortInSteps } from '../algorithms/sortInSteps.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { computedOnce } from './computedOnce.ts';
import { nodePage, type NodeEntry } from './nodePages.ts';
import type { SearchContext } from './searchContext.ts';
import { isByName, type EntryReaders, type SortColumns } from './sortColumns.ts';

/** How many values are computed between two pauses in which requests are served. */
const VALUES_PER_STEP = 2_000;

/** Pages of the lists of all entities of a kind. Each order is sorted only once and then cached. */
export class ListPages {
  readonly #graph: MemoryGraph;
  readonly #columns: SortColumns;
  readonly #sorted = new Map<string, () => Promise<Uint32Array>>();

  constructor(graph: MemoryGraph, columns: SortColumns) {
    this.#graph = graph;
    this.#columns = columns;
  }

  /** @throws the reason of the signal if it aborts. */
  async page(
    kind: EntityKind,
    { first, backward, count, order, filter }: ListPageRequest,
    after: readonly number[] | undefined,
    { tests, signal }: SearchContext,
  ): Promise<Page<NodeEntry>> {
    const sequence = await this.#sequence(kind, order);
    const list = { length: sequence.length, entry: (index: number) => at(sequence, index), isRanked: true };
    const columns = this.#columns.of(order, this.#readers(kind));
    const passes = tests.ofKind(kind, filter);
    const page = nodePage(list, { first, columns, after, backward, passes, count }, (node) => ({
      node,
      edge:
        kind === 'AUTHOR'
          ? { ...plainEdge, collaboratorCount: degree(this.#graph.rows.collaborators, node) }
          : plainEdge,
    }));
    return runInSlices(page, signal);
  }

  async #sequence(kind: EntityKind, order: readonly OrderKey[]): Promise<Uint32Array> {
    if (isByName(order)) return this.#graph.inListOrder[kind];
    const name = `${kind} ${order.join(' ')}`;
    const sorted =
      this.#sorted.get(name) ??
      computedOnce(() => {
        const columns = this.#columns.of(order, this.#readers(kind));
        return runCooperatively(sortedNodes(this.#graph.ranges[kind], columns));
      });
    this.#sorted.set(name, sorted);
    return sorted();
  }

  #readers(kind: EntityKind): EntryReaders {
    return { node: (node) => node, papers: (node) => paperCount(this.#graph, kind, node) };
  }
}

const sortedNodes = function* (range: NodeRange, columns: readonly SortColumn[]): Steps<Uint32Array> {
  const keys: Float64Array[] = [];
  for (const column of columns) keys.push(yield* valuesOf(range, column));
  return yield* sortInSteps(nodesOf(range), (a, b) => {
    for (const values of keys) {
      const difference = at(values, a - range.start) - at(values, b - range.start);
      if (difference !== 0) return difference;
    }
    return 0;
  });
};

const valuesOf = function* ({ start, end }: NodeRange, column: SortColumn): Steps<Float64Array> {
  const values = new Float64Array(end - start);
  for (let node = start; node < end; node += 1) {
    if (node % VALUES_PER_STEP === 0) yield;
    values[node - start] = column(node);
  }
  return values;
};

/** How many papers an entity has; 1 for a paper. */
export const paperCount = ({ rows }: MemoryGraph, kind: EntityKind, node: number): number => {
  const { papersAlong } = kindRow(kind);
  return papersAlong ? degree(rows[papersAlong], node) : 1;
};
