import type { EntityId } from '../../graph/model/ids.ts';
import { authorMetrics, type AuthorMetrics } from '../../graph/metrics/authorMetrics.ts';
import type { GraphStatistics } from '../../graph/store.ts';
import { at, degree, rowEnd, rowStart, type NodeRange } from '../../memory/algorithms/adjacency.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import { runToEnd, runInSlices, type Steps } from '../../memory/algorithms/steps.ts';
import { close, open, type Database } from '../file/database.ts';
import { LinkReads } from './links.ts';
import { ListPages } from './listPages.ts';
import { loadGraph, type LoadedGraph } from './loadGraph.ts';
import { NeighborPages } from './neighborPages.ts';
import { Collaborations } from '../../memory/queries/collaborations.ts';
import type { MemoryGraph } from '../../memory/queries/memoryGraph.ts';
import { PaperPredicates } from '../../memory/queries/paperPredicates.ts';
import { PathFinder } from '../../memory/queries/pathFinding.ts';
import { Records } from './records.ts';
import { TextSearch } from './search.ts';
import { SortColumns } from './sortColumns.ts';
import { SuggestionPages } from './suggestions.ts';

/**
 * One state of the stored graph: a connection whose read transaction keeps seeing it, and the graph arrays built
 * from it. Records and topology are therefore never of two states, whatever other processes write.
 */
export class Snapshot {
  readonly records: Records;
  readonly neighbors: NeighborPages;
  readonly lists: ListPages;
  readonly searching: TextSearch;
  readonly suggesting: SuggestionPages;
  readonly collaborations: Collaborations;
  readonly paths: PathFinder;
  readonly linking: LinkReads;
  readonly #database: Database;
  readonly #graph: LoadedGraph;
  #users = 0;
  #isRetired = false;

  private constructor(database: Database, graph: LoadedGraph) {
    this.#database = database;
    this.#graph = graph;
    this.records = new Records(this.#database, this.#graph);
    const columns = new SortColumns(this.#graph, this.records);
    const { arrays, nodes, types, venues } = this.#graph;
    const nodeOf = (id: EntityId): number | undefined => this.records.nodeOf(id);
    const image: MemoryGraph = { arrays, ids: nodes.ids, types, venues, nodeOf };
    const predicates = new PaperPredicates(image);
    this.collaborations = new Collaborations(image, predicates);
    this.neighbors = new NeighborPages(this.#graph, this.records, columns, predicates, this.collaborations);
    this.lists = new ListPages(this.#graph, this.records, columns, predicates);
    this.searching = new TextSearch(this.#database, this.#graph, this.records);
    this.suggesting = new SuggestionPages(this.#graph, this.records, columns, predicates);
    this.paths = new PathFinder(image, this.collaborations, predicates);
    this.linking = new LinkReads(this.#graph, this.neighbors);
  }

  /** Loads the current state of a file in one turn: some 1.5 s for 75,000 papers. */
  static load(path: string, cap: number): Snapshot {
    const database = open(path);
    try {
      return new Snapshot(database, runToEnd(loadState(database, cap)));
    } catch (error) {
      close(database);
      throw error;
    }
  }

  /** The same without holding up others. */
  static async loadInTurns(path: string, cap: number): Promise<Snapshot> {
    const database = open(path);
    try {
      return new Snapshot(database, await runInSlices(loadState(database, cap)));
    } catch (error) {
      close(database);
      throw error;
    }
  }

  metrics(author: number): AuthorMetrics {
    const { authorPapers, collaborators, columns } = this.#graph.arrays;
    const papers = Array.from(
      authorPapers.targets.subarray(rowStart(authorPapers, author), rowEnd(authorPapers, author)),
      (paper) => {
        const year = at(columns.years, paper - columns.start);
        const citations = at(columns.citations, paper - columns.start);
        return {
          year: year === UNKNOWN_YEAR ? null : year,
          citationCount: citations === UNKNOWN ? null : citations,
        };
      },
    );
    return authorMetrics(papers, degree(collaborators, author), this.#graph.asOf);
  }

  statistics(): GraphStatistics {
    const { ranges, columns, paperAuthors, collaborators, references, cap } = this.#graph.arrays;
    const size = ({ start, end }: NodeRange): number => end - start;
    return {
      authorCount: size(ranges.authors),
      paperCount: size(ranges.papers),
      topicCount: size(ranges.topics),
      institutionCount: size(ranges.institutions),
      authorshipCount: paperAuthors.targets.length,
      collaborationCount: collaborators.targets.length / 2,
      citationLinkCount: references.targets.length,
      papersTooLargeForCollaboration: columns.teamSizes.filter((teamSize) => teamSize > cap).length,
      asOf: this.#graph.asOf,
    };
  }

  /** The kept nodes of ids, each with the id asked for. */
  readonly nodes = (ids: readonly EntityId[]): [EntityId, number][] =>
    ids.flatMap((id): [EntityId, number][] => {
      const node = this.records.nodeOf(id);
      return node === undefined ? [] : [[id, node]];
    });

  /** Does work that takes several slices, and stays open until it is done. */
  async use<Result>(work: (snapshot: this) => Promise<Result>): Promise<Result> {
    this.#users += 1;
    try {
      return await work(this);
    } finally {
      this.#users -= 1;
      this.#closeIfIdle();
    }
  }

  /** Closes as soon as nobody uses it. */
  retire(): void {
    this.#isRetired = true;
    this.#closeIfIdle();
  }

  #closeIfIdle(): void {
    if (this.#isRetired && this.#users === 0) close(this.#database);
  }
}

/** From here on the connection sees one state, whatever is written meanwhile. */
const loadState = (database: Database, cap: number): Steps<LoadedGraph> => {
  database.exec('BEGIN');
  return loadGraph(database, cap);
};
