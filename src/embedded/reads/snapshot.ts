import type { EntityId } from '../../graph/model/ids.ts';
import { authorMetrics, type AuthorMetrics } from '../../graph/metrics/authorMetrics.ts';
import type { GraphStatistics } from '../../graph/store.ts';
import { at, degree, rowEnd, rowStart, type NodeRange } from '../../memory/algorithms/adjacency.ts';
import { UNKNOWN, UNKNOWN_YEAR } from '../../memory/algorithms/paperColumns.ts';
import { atOnce, inTurns, type InParts } from '../../memory/algorithms/steps.ts';
import { close, open, type Database } from '../file/database.ts';
import { Linking } from './links.ts';
import { ListPages } from './listPages.ts';
import { loadGraph, type LoadedGraph } from './loadGraph.ts';
import { NeighborPages } from './neighborPages.ts';
import { Collaborations } from '../../memory/queries/collaborations.ts';
import type { GraphImage } from '../../memory/queries/memoryGraph.ts';
import { PaperPredicates } from '../../memory/queries/paperPredicates.ts';
import { PathFinding } from '../../memory/queries/pathFinding.ts';
import { Records } from './records.ts';
import { Searching } from './search.ts';
import { SortColumns } from './sortColumns.ts';
import { Suggesting } from './suggestions.ts';

/**
 * One state of the stored graph: a connection whose read transaction keeps seeing it, and the projection built
 * from it. Records and topology are therefore never of two states, whatever other processes write.
 */
export class Snapshot {
  readonly records: Records;
  readonly neighbors: NeighborPages;
  readonly lists: ListPages;
  readonly searching: Searching;
  readonly suggesting: Suggesting;
  readonly collaborations: Collaborations;
  readonly paths: PathFinding;
  readonly linking: Linking;
  readonly #database: Database;
  readonly #graph: LoadedGraph;
  #users = 0;
  #isRetired = false;

  private constructor(database: Database, graph: LoadedGraph) {
    this.#database = database;
    this.#graph = graph;
    this.records = new Records(this.#database, this.#graph);
    const columns = new SortColumns(this.#graph, this.records);
    const { projection, nodes, types, venues } = this.#graph;
    const nodeOf = (id: EntityId): number | undefined => this.records.nodeOf(id);
    const image: GraphImage = { projection, ids: nodes.ids, types, venues, nodeOf };
    const predicates = new PaperPredicates(image);
    this.collaborations = new Collaborations(image, predicates);
    this.neighbors = new NeighborPages(this.#graph, this.records, columns, predicates, this.collaborations);
    this.lists = new ListPages(this.#graph, this.records, columns, predicates);
    this.searching = new Searching(this.#database, this.#graph, this.records);
    this.suggesting = new Suggesting(this.#graph, this.records, columns, predicates);
    this.paths = new PathFinding(image, this.collaborations, predicates);
    this.linking = new Linking(this.#graph, this.neighbors);
  }

  /** Loads the current state of a file in one turn: some 1.5 s for 75,000 papers. */
  static load(path: string, cap: number): Snapshot {
    const database = open(path);
    try {
      return new Snapshot(database, atOnce(loadState(database, cap)));
    } catch (error) {
      close(database);
      throw error;
    }
  }

  /** The same without holding up others. */
  static async loadInTurns(path: string, cap: number): Promise<Snapshot> {
    const database = open(path);
    try {
      return new Snapshot(database, await inTurns(loadState(database, cap)));
    } catch (error) {
      close(database);
      throw error;
    }
  }

  metrics(author: number): AuthorMetrics {
    const { authorPapers, collaborators, columns } = this.#graph.projection;
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
    const { ranges, columns, paperAuthors, collaborators, references, cap } = this.#graph.projection;
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

  /** Does work that takes several turns, and stays open until it is done. */
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
const loadState = (database: Database, cap: number): InParts<LoadedGraph> => {
  database.exec('BEGIN');
  return loadGraph(database, cap);
};
