import { runCooperatively } from '../graph/cooperativeScheduler.ts';
import { withSharedArrays } from './build/sharedArrays.ts';
import type { MemoryGraph } from './memoryGraph.ts';
import { hasWorker, TaskWorker, type TaskWorkerOptions } from './workers/taskWorker.ts';
import { AuthorEvents } from './queries/authorEvents.ts';
import { Breakdowns } from './queries/breakdowns.ts';
import { Collaborations } from './queries/collaborations.ts';
import { Feeds } from './queries/feeds.ts';
import { DuplicatePairs } from './queries/duplicates/duplicatePairs.ts';
import { PaperPairs } from './queries/duplicates/paperPairs.ts';
import type { SavedDuplicates } from './queries/duplicates/savedDuplicates.ts';
import { Links } from './queries/links.ts';
import { ListPages } from './queries/listPages.ts';
import { AuthorMixtures } from './queries/mixtures/authorMixtures.ts';
import { NeighborPages } from './queries/neighborPages.ts';
import { PathFinder } from './queries/pathFinder.ts';
import { RelatedPapers } from './queries/relatedPapers.ts';
import { Reviewers } from './queries/reviewers.ts';
import { SortColumns } from './queries/sortColumns.ts';
import { SurroundingWorks } from './queries/surroundingWorks.ts';
import { SuggestionPages } from './queries/suggestionPages.ts';

export interface MemoryQueriesOptions extends TaskWorkerOptions {
  /** The file in which the pairs of authors that may be one person are saved. */
  savedDuplicates?: SavedDuplicates | undefined;
}

/**
 * The objects that answer queries from one graph in memory. They are made once for each graph. Their results contain
 * node numbers instead of entities.
 */
export class MemoryQueries {
  readonly graph: MemoryGraph;
  readonly columns: SortColumns;
  readonly collaborations: Collaborations;
  readonly neighbors: NeighborPages;
  readonly lists: ListPages;
  readonly suggestions: SuggestionPages;
  readonly links: Links;
  readonly paths: PathFinder;
  readonly relatedPapers: RelatedPapers;
  readonly breakdowns: Breakdowns;
  readonly surroundingWorks: SurroundingWorks;
  readonly reviewers: Reviewers;
  readonly feeds: Feeds;
  readonly authorEvents: AuthorEvents;
  readonly duplicates: DuplicatePairs;
  readonly paperPairs: PaperPairs;
  readonly mixtures: AuthorMixtures;
  /** Runs long computations in a worker thread. */
  readonly tasks: TaskWorker;

  /**
   * Makes the objects for a graph. If the graph is large, its arrays are first copied to shared memory, for the worker
   * that runs long computations.
   */
  static async of(graph: MemoryGraph, options: MemoryQueriesOptions): Promise<MemoryQueries> {
    const shared = hasWorker(graph, options) ? await runCooperatively(withSharedArrays(graph)) : graph;
    return new MemoryQueries(shared, options);
  }

  private constructor(graph: MemoryGraph, options: MemoryQueriesOptions) {
    this.graph = graph;
    this.columns = new SortColumns(graph);
    this.collaborations = new Collaborations(graph);
    this.neighbors = new NeighborPages(graph, this.columns, this.collaborations);
    this.lists = new ListPages(graph, this.columns);
    this.suggestions = new SuggestionPages(graph);
    this.links = new Links(graph, this.neighbors);
    this.paths = new PathFinder(graph, this.collaborations);
    this.relatedPapers = new RelatedPapers(graph);
    this.breakdowns = new Breakdowns(graph);
    this.surroundingWorks = new SurroundingWorks(graph, this.relatedPapers);
    this.reviewers = new Reviewers(graph, this.relatedPapers);
    this.feeds = new Feeds(graph, this.columns);
    this.authorEvents = new AuthorEvents(graph, this.columns);
    this.duplicates = new DuplicatePairs(graph, options.savedDuplicates);
    this.paperPairs = new PaperPairs(graph);
    this.mixtures = new AuthorMixtures(graph);
    this.tasks = new TaskWorker(graph, this, options);
  }
}
