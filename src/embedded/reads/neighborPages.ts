import { countedEdge, plainEdge, type Edge } from '../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import type { Page, RelationPageRequest } from '../../graph/model/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';
import { shown } from '../../graph/units.ts';
import { at, rowEnd, rowStart, type Adjacency } from '../../memory/algorithms/adjacency.ts';
import { pageOf, type EntryList } from '../../memory/algorithms/pageOf.ts';
import { edgeOf, yearOf, type Collaborations } from '../../memory/queries/collaborations.ts';
import type { PaperPredicates } from '../../memory/queries/paperPredicates.ts';
import type { LoadedGraph } from './loadGraph.ts';
import type { Records } from './records.ts';
import type { EntryReaders, SortColumns } from './sortColumns.ts';

/** Any relation's rows, with whatever its edges carry. */
type AnyRows = Adjacency & {
  positions?: Uint32Array;
  scores?: Float64Array;
  papers?: Uint32Array;
  firstYears?: Int16Array;
  lastYears?: Int16Array;
  strengths?: Float64Array | undefined;
};

/** Pages of neighbours along any relation, read off the graph arrays. */
export class NeighborPages {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #columns: SortColumns;
  readonly #predicates: PaperPredicates;
  readonly #collaborations: Collaborations;

  constructor(
    graph: LoadedGraph,
    records: Records,
    columns: SortColumns,
    predicates: PaperPredicates,
    collaborations: Collaborations,
  ) {
    this.#graph = graph;
    this.#records = records;
    this.#columns = columns;
    this.#predicates = predicates;
    this.#collaborations = collaborations;
  }

  page(relation: RelationName, node: number, request: RelationPageRequest): Page {
    const row = relationRow(relation);
    if (row.filter === 'collaborations' && request.filter) {
      return this.#filteredCollaborators(node, request, request.filter);
    }
    const rows: AnyRows = this.#graph.arrays[relation];
    const start = rowStart(rows, node);
    const isRanked = request.order === row.orders[defaultOrder(relation)];
    const list: EntryList = { length: rowEnd(rows, node) - start, entry: (index) => start + index, isRanked };
    const passes = this.#predicates.ofPapers(request.filter);
    return this.#pageOf(relation, node, list, request, passes && ((slot) => passes(at(rows.targets, slot))));
  }

  /** The page of nodes that both are neighbours of, ordered and with edges as seen from the first. */
  commonPage(relation: RelationName, from: number, to: number, request: RelationPageRequest): Page {
    const rows: AnyRows = this.#graph.arrays[relation];
    const theirs = new Set(rows.targets.subarray(rowStart(rows, to), rowEnd(rows, to)));
    const passes = relation === 'authorPapers' ? this.#predicates.ofJointPapers(request.filter) : undefined;
    const slots: number[] = [];
    for (let slot = rowStart(rows, from); slot < rowEnd(rows, from); slot += 1) {
      const target = at(rows.targets, slot);
      if (theirs.has(target) && (!passes || passes(target))) slots.push(slot);
    }
    const isRanked = request.order === relationRow(relation).orders[defaultOrder(relation)];
    const list: EntryList = { length: slots.length, entry: (index) => slots[index] ?? 0, isRanked };
    return this.#pageOf(relation, from, list, request, undefined);
  }

  #pageOf(
    relation: RelationName,
    node: number,
    list: EntryList,
    request: RelationPageRequest,
    passes: ((slot: number) => boolean) | undefined,
  ): Page {
    const rows: AnyRows = this.#graph.arrays[relation];
    const page = pageOf(list, {
      first: request.first,
      columns: this.#columns.of(request.order, slotReaders(rows)),
      after: this.#columns.after(request.order, relationRow(relation).to, request.after),
      passes,
      count: request.count,
    });
    return withTotal(page.total, {
      entries: page.entries.map((slot) => ({
        node: this.#records.entity(at(rows.targets, slot)),
        edge: this.edge(relation, node, slot),
      })),
      hasNext: page.hasNext,
      hasPrevious: page.hasPrevious,
    });
  }

  /** Counts, years and strengths are computed anew over the joint papers that pass. */
  #filteredCollaborators(node: number, request: RelationPageRequest, filter: CollaborationFilter): Page {
    return this.#collaborations.counted(node, filter, (counter) => {
      const { met } = counter;
      const readers: EntryReaders = {
        node: (entry) => entry,
        papers: counter.papers,
        strength: counter.strength,
        lastYear: counter.lastYear,
      };
      const least = filter.minPapers ?? 1;
      const page = pageOf(
        { length: met.length, entry: (index) => met[index] ?? 0, isRanked: false },
        {
          first: request.first,
          columns: this.#columns.of(request.order, readers),
          after: this.#columns.after(request.order, 'AUTHOR', request.after),
          passes: (other) => counter.papers(other) >= least,
          count: request.count,
        },
      );
      const entries = page.entries.map((other) => ({
        node: this.#records.entity(other),
        edge: edgeOf(counter, other),
      }));
      return withTotal(page.total, { entries, hasNext: page.hasNext, hasPrevious: page.hasPrevious });
    });
  }

  /** What an edge of a relation's row carries. */
  edge(relation: RelationName, node: number, slot: number): Edge {
    const rows: AnyRows = this.#graph.arrays[relation];
    const { edge, from } = relationRow(relation);
    if (edge === 'plain') return plainEdge;
    if (edge === 'scored') {
      const score = rows.scores ? at(rows.scores, slot) : NaN;
      return Number.isNaN(score) ? plainEdge : { ...plainEdge, weight: shown(score), score };
    }
    if (edge === 'authorship') {
      const target = at(rows.targets, slot);
      const [paper, author] = from === 'PAPER' ? [node, target] : [target, node];
      const position = rows.positions ? at(rows.positions, slot) : 0;
      return { ...plainEdge, authorship: this.#records.authorship(paper, author, position) };
    }
    const { papers, firstYears, lastYears, strengths } = rows;
    return countedEdge(
      papers ? at(papers, slot) : 0,
      firstYears ? yearOf(at(firstYears, slot)) : null,
      lastYears ? yearOf(at(lastYears, slot)) : null,
      strengths ? at(strengths, slot) : null,
    );
  }
}

const slotReaders = (rows: AnyRows): EntryReaders => {
  const { positions, scores, papers, strengths, lastYears } = rows;
  return {
    node: (slot) => at(rows.targets, slot),
    ...(positions && { position: (slot: number) => at(positions, slot) }),
    ...(scores && { score: (slot: number) => at(scores, slot) }),
    ...(papers && { papers: (slot: number) => at(papers, slot) }),
    ...(strengths && { strength: (slot: number) => at(strengths, slot) }),
    ...(lastYears && { lastYear: (slot: number) => at(lastYears, slot) }),
  };
};

const withTotal = (total: number | undefined, page: Page): Page =>
  total === undefined ? page : { ...page, total };
