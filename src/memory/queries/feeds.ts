import { feedOrders, type FeedEntry, type FeedPage, type FeedRequest } from '../../graph/feed.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { at, targetsOf } from '../algorithms/adjacency.ts';
import { filteredNodes } from '../algorithms/filteredNodes.ts';
import { pageOf, type EntryList } from '../algorithms/pageOf.ts';
import { UNKNOWN } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { NodeOf, NodeTest } from './filterTests.ts';
import type { SortColumns } from './sortColumns.ts';

/** How many papers are looked at between two pauses in which requests are served. */
const PAPERS_PER_STEP = 1_000;

/** Pages of papers of a period, and of papers that were cited in a period. */
export class Feeds {
  readonly #graph: MemoryGraph;
  readonly #columns: SortColumns;

  constructor(graph: MemoryGraph, columns: SortColumns) {
    this.#graph = graph;
    this.#columns = columns;
  }

  *page(request: FeedRequest, nodeOf: NodeOf): Steps<FeedPage<number>> {
    const { first, backward, orderBy, entityIds = [] } = request;
    const sets = entityIds.map((id) => ({ id, papers: this.#papersOf(nodeOf(id)) }));
    const papers = this.#candidates(request, sets, nodeOf);
    const isInPeriod = this.#isInPeriod(request);
    const citations = this.#citations(isInPeriod);
    const { list, column } =
      orderBy === 'NEWEST'
        ? { list: listOf(yield* filteredNodes(papers, isInPeriod), true), column: undefined }
        : yield* risen(papers, citations);
    const [days, ids] = this.#columns.of(feedOrders.NEWEST, { node: (paper) => paper });
    const { entries, total, ...page } = yield* pageOf(list, {
      first,
      columns: [column ?? days, ids].flatMap((each) => each ?? []),
      after: request.after && this.#columns.after(feedOrders[orderBy], request.after, undefined),
      backward,
      passes: undefined,
      count: true,
    });
    const entryOf = (paper: number): FeedEntry<number> => ({
      node: paper,
      citationsInPeriod: citations(paper),
      matchedIds: sets.filter((set) => set.papers?.has(paper)).map(({ id }) => id),
    });
    const missingIds = sets.filter((set) => set.papers === undefined).map(({ id }) => id);
    return { ...page, entries: entries.map(entryOf), total: total ?? 0, missingIds };
  }

  /** The papers of an entity or, if it is a paper, the papers that cite it; undefined if the entity is not stored. */
  #papersOf(entity: number | undefined): ReadonlySet<number> | undefined {
    if (entity === undefined) return undefined;
    const { ids, rows } = this.#graph;
    return new Set(targetsOf(rows[kindRow(kindOf(ids[entity] ?? '')).papersAlong ?? 'citedBy'], entity));
  }

  /** The papers that may be in the feed, the newest first. */
  #candidates(
    { entityIds, paperIds }: FeedRequest,
    sets: readonly { papers: ReadonlySet<number> | undefined }[],
    nodeOf: NodeOf,
  ): Uint32Array {
    if (!entityIds && !paperIds) return this.#graph.inListOrder.PAPER;
    const ofEntities = new Set(sets.flatMap(({ papers }) => [...(papers ?? [])]));
    const named = (ids: readonly EntityId[]) => ids.flatMap((id) => nodeOf(id) ?? []);
    const papers = paperIds ? new Set(named(paperIds)) : ofEntities;
    const both = [...papers].filter((paper) => !entityIds || ofEntities.has(paper));
    return Uint32Array.from(both).sort((a, b) => this.#columns.listRank(a) - this.#columns.listRank(b));
  }

  #isInPeriod({ days: { from = -Infinity, to } }: FeedRequest): NodeTest {
    const { columns } = this.#graph;
    return (paper) => {
      const day = at(columns.days, paper - columns.start);
      return day !== UNKNOWN && day >= from && day <= to;
    };
  }

  #citations(isInPeriod: NodeTest): (paper: number) => number {
    const { citedBy } = this.#graph.rows;
    return (paper) =>
      targetsOf(citedBy, paper).reduce((sum, citing) => sum + (isInPeriod(citing) ? 1 : 0), 0);
  }
}

/**
 * The papers that were cited in the period, and a function that returns minus the number of these citations for each,
 * so that the most cited paper comes first.
 */
const risen = function* (papers: Uint32Array, citations: (paper: number) => number) {
  const counts = new Map<number, number>();
  for (const [index, paper] of papers.entries()) {
    if (index % PAPERS_PER_STEP === 0) yield;
    const count = citations(paper);
    if (count > 0) counts.set(paper, count);
  }
  const column = (paper: number): number => 0 - (counts.get(paper) ?? 0);
  return { list: listOf(Uint32Array.from(counts.keys()), false), column };
};

const listOf = (papers: Uint32Array, isRanked: boolean): EntryList => ({
  length: papers.length,
  entry: (index) => at(papers, index),
  isRanked,
});
