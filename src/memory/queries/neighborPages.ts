import { plainEdge } from '../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import type { Page, PairSelection, RelationPageRequest } from '../../graph/model/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';
import { fromUnits } from '../../graph/units.ts';
import { at, rowEnd, rowStart, targetsOf, type Adjacency } from '../algorithms/adjacency.ts';
import type { CountedRows } from '../algorithms/countedRows.ts';
import type { EntryList } from '../algorithms/pageOf.ts';
import { runToEnd, type Steps } from '../algorithms/steps.ts';
import type { MemoryGraph, StoredRows } from '../memoryGraph.ts';
import { edgeAtSlot, edgeOfCount, type Collaborations } from './collaborations.ts';
import type { FilterTests, NodeTest } from './filterTests.ts';
import { nodePage, type NodeEntry } from './nodePages.ts';
import type { EntryReaders, SortColumns } from './sortColumns.ts';

/** The rows of any relation, with the arrays for all values that edges may have. */
type AnyRows = Adjacency & Partial<Omit<CountedRows & StoredRows, keyof Adjacency>>;

/** A page request. `after` is the position of its cursor, converted to the numbers by which the list is sorted. */
export interface NeighborQuery {
  request: RelationPageRequest;
  after: readonly number[] | undefined;
  tests: FilterTests;
}

/** Pages of neighbors along any relation. */
export class NeighborPages {
  readonly #graph: MemoryGraph;
  readonly #columns: SortColumns;
  readonly #collaborations: Collaborations;

  constructor(graph: MemoryGraph, columns: SortColumns, collaborations: Collaborations) {
    this.#graph = graph;
    this.#columns = columns;
    this.#collaborations = collaborations;
  }

  page(relation: RelationName, node: number, query: NeighborQuery): Steps<Page<NodeEntry>> {
    const { request, tests } = query;
    const row = relationRow(relation);
    if (row.filter === 'collaborations' && request.filter) {
      return this.#filteredCollaborators(node, query, request.filter);
    }
    const rows = this.#rows(relation);
    const start = rowStart(rows, node);
    const isRanked = request.order === row.orders[defaultOrder(relation)];
    const list = { length: rowEnd(rows, node) - start, entry: (index: number) => start + index, isRanked };
    const passes = tests.ofPapers(request.filter);
    return this.#page(relation, node, list, query, passes && ((slot) => passes(at(rows.targets, slot))));
  }

  /**
   * A page of the neighbors of the node `from`, compared with those of the node `to`: if `which` is `shared`, the
   * neighbors that both nodes have. They are in the order of `from`, with the edges that lead from `from`.
   */
  commonPage(
    relation: RelationName,
    from: number,
    to: number,
    which: PairSelection,
    query: NeighborQuery,
  ): Steps<Page<NodeEntry>> {
    const rows = this.#rows(relation);
    const passes = pairTests[which](new Set(targetsOf(rows, to)), to, query);
    const slots: number[] = [];
    for (let slot = rowStart(rows, from); slot < rowEnd(rows, from); slot += 1) {
      if (passes(at(rows.targets, slot))) slots.push(slot);
    }
    const isRanked = query.request.order === relationRow(relation).orders[defaultOrder(relation)];
    const list = { length: slots.length, entry: (index: number) => slots[index] ?? 0, isRanked };
    return this.#page(relation, from, list, query, undefined);
  }

  /** The page entry for the edge at a slot of the node's row. */
  entry(relation: RelationName, node: number, slot: number): NodeEntry {
    const rows = this.#rows(relation);
    const target = at(rows.targets, slot);
    const { edge: shape, from } = relationRow(relation);
    if (shape === 'plain') return { node: target, edge: plainEdge };
    if (shape === 'counted' || shape === 'collaboration') {
      return { node: target, edge: edgeAtSlot(rows as CountedRows, slot) };
    }
    const value = rows.values ? at(rows.values, slot) : NaN;
    if (shape === 'authorship') {
      const [paper, author] = from === 'PAPER' ? [node, target] : [target, node];
      return { node: target, edge: plainEdge, place: { paper, author, position: value } };
    }
    if (Number.isNaN(value)) return { node: target, edge: plainEdge };
    return { node: target, edge: { ...plainEdge, weight: fromUnits(value), score: value } };
  }

  #page(
    relation: RelationName,
    node: number,
    list: EntryList,
    { request, after }: NeighborQuery,
    passes: NodeTest | undefined,
  ): Steps<Page<NodeEntry>> {
    const columns = this.#columns.of(request.order, slotReaders(this.#rows(relation)));
    const { first, backward, count } = request;
    return nodePage(list, { first, columns, after, backward, passes, count }, (slot) =>
      this.entry(relation, node, slot),
    );
  }

  /**
   * A page of collaborators whose counts, years and strengths are computed from the joint papers that pass the filter.
   * It must not pause, because another request would then overwrite the shared counter.
   */
  *#filteredCollaborators(
    node: number,
    { request, after, tests }: NeighborQuery,
    filter: CollaborationFilter,
  ): Steps<Page<NodeEntry>> {
    return this.#collaborations.counted(node, tests.ofJointPapers(filter), (counter) => {
      const { neighbors, papers, strength, lastYear } = counter;
      const readers: EntryReaders = { node: (entry) => entry, papers, strength, lastYear };
      const least = filter.minPapers ?? 1;
      const list = {
        length: neighbors.length,
        entry: (index: number) => neighbors[index] ?? 0,
        isRanked: false,
      };
      const { first, backward, count } = request;
      const columns = this.#columns.of(request.order, readers);
      const isCollaborator = tests.ofCollaborators(filter);
      const passes: NodeTest = (other) => papers(other) >= least && isCollaborator(other);
      const page = nodePage(list, { first, columns, after, backward, passes, count }, (other) => ({
        node: other,
        edge: edgeOfCount(counter, other),
      }));
      return runToEnd(page);
    });
  }

  #rows(relation: RelationName): AnyRows {
    return this.#graph.rows[relation];
  }
}

/**
 * Tests which neighbors of the first node are listed. `shared`: neighbors of both nodes. `separate`: neighbors of the
 * first node only. `joint`: papers of both that make their authors collaborators.
 */
const pairTests: Readonly<
  Record<PairSelection, (ofSecond: ReadonlySet<number>, second: number, query: NeighborQuery) => NodeTest>
> = {
  shared: (ofSecond) => (node) => ofSecond.has(node),
  separate: (ofSecond, second) => (node) => node !== second && !ofSecond.has(node),
  joint: (ofSecond, _, { tests, request }) => {
    const isJoint = tests.ofJointPapers(request.filter);
    return (paper) => ofSecond.has(paper) && isJoint(paper);
  },
};

/** Returns functions that read the values of the edge at a slot. */
const slotReaders = ({ targets, values, papers, strengths, lastYears }: AnyRows): EntryReaders => ({
  node: (slot) => at(targets, slot),
  ...(values && { value: (slot: number) => at(values, slot) }),
  ...(papers && { papers: (slot: number) => at(papers, slot) }),
  ...(strengths && { strength: (slot: number) => at(strengths, slot) }),
  ...(lastYears && { lastYear: (slot: number) => at(lastYears, slot) }),
});
