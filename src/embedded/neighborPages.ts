import { countedEdge, plainEdge, type Edge } from '../graph/edges.ts';
import type { CollaborationFilter } from '../graph/filters.ts';
import type { Page, RelationPageRequest } from '../graph/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../graph/relations.ts';
import { shown, strengthUnits } from '../graph/units.ts';
import { at, rowEnd, rowStart, type Adjacency } from '../projection/adjacency.ts';
import { NeighborCounter, throughPapers } from '../projection/countedRows.ts';
import { pageOf, type EntryList } from '../projection/page.ts';
import { UNKNOWN_YEAR } from '../projection/papers.ts';
import type { LoadedGraph } from './loading.ts';
import type { PaperPredicates } from './paperPredicates.ts';
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

const yearOf = (year: number): number | null => (year === UNKNOWN_YEAR ? null : year);

/** Pages of neighbours along any relation, read off the projection. */
export class NeighborPages {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #columns: SortColumns;
  readonly #predicates: PaperPredicates;
  readonly #counter: NeighborCounter;

  constructor(graph: LoadedGraph, records: Records, columns: SortColumns, predicates: PaperPredicates) {
    this.#graph = graph;
    this.#records = records;
    this.#columns = columns;
    this.#predicates = predicates;
    this.#counter = new NeighborCounter(graph.projection.ranges.authors, graph.projection.columns);
  }

  page(relation: RelationName, node: number, request: RelationPageRequest): Page {
    const row = relationRow(relation);
    if (row.filter === 'collaborations' && request.filter) {
      return this.#filteredCollaborators(node, request, request.filter);
    }
    const rows: AnyRows = this.#graph.projection[relation];
    const start = rowStart(rows, node);
    const isRanked = request.order === row.orders[defaultOrder(relation)];
    const list: EntryList = { length: rowEnd(rows, node) - start, entry: (index) => start + index, isRanked };
    const passes = this.#predicates.ofPapers(request.filter);
    return this.#pageOf(relation, node, list, request, passes && ((slot) => passes(at(rows.targets, slot))));
  }

  /** The page of nodes that both are neighbours of, ordered and with edges as seen from the first. */
  commonPage(relation: RelationName, from: number, to: number, request: RelationPageRequest): Page {
    const rows: AnyRows = this.#graph.projection[relation];
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

  /** The edge between two authors over the joint papers that pass; undefined where none does. */
  collaboration(from: number, to: number, filter: CollaborationFilter | undefined): Edge | undefined {
    const rows = this.#graph.projection.collaborators;
    if (!filter) {
      const slot = rows.targets.subarray(rowStart(rows, from), rowEnd(rows, from)).indexOf(to);
      return slot === -1 ? undefined : this.edge('collaborators', from, rowStart(rows, from) + slot);
    }
    return this.#counted(from, filter, (counter) =>
      counter.met.includes(to) && counter.papers(to) >= (filter.minPapers ?? 1)
        ? countedEdgeOf(counter, to)
        : undefined,
    );
  }

  #pageOf(
    relation: RelationName,
    node: number,
    list: EntryList,
    request: RelationPageRequest,
    passes: ((slot: number) => boolean) | undefined,
  ): Page {
    const rows: AnyRows = this.#graph.projection[relation];
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
    return this.#counted(node, filter, (counter) => {
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
        edge: countedEdgeOf(counter, other),
      }));
      return withTotal(page.total, { entries, hasNext: page.hasNext, hasPrevious: page.hasPrevious });
    });
  }

  #counted<Result>(
    node: number,
    filter: CollaborationFilter,
    read: (counter: NeighborCounter) => Result,
  ): Result {
    const { authorPapers, paperAuthors, columns } = this.#graph.projection;
    const gather = throughPapers(authorPapers, paperAuthors, {
      passes: this.#predicates.ofJointPapers(filter),
      strength: (paper) => strengthUnits(at(columns.teamSizes, paper - columns.start)),
    });
    try {
      gather(node, this.#counter);
      return read(this.#counter);
    } finally {
      this.#counter.clear();
    }
  }

  /** What an edge of a relation's row carries. */
  edge(relation: RelationName, node: number, slot: number): Edge {
    const rows: AnyRows = this.#graph.projection[relation];
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

const countedEdgeOf = (counter: NeighborCounter, other: number): Edge =>
  countedEdge(
    counter.papers(other),
    yearOf(counter.firstYear(other)),
    yearOf(counter.lastYear(other)),
    counter.strength(other),
  );

const withTotal = (total: number | undefined, page: Page): Page =>
  total === undefined ? page : { ...page, total };
