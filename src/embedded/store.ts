import type { Edge } from '../graph/edges.ts';
import type { Author, Entity, EntityKind, Topic } from '../graph/entities.ts';
import { GraphError } from '../graph/errors.ts';
import type { CollaborationFilter } from '../graph/filters.ts';
import type { EntityId } from '../graph/ids.ts';
import type { ImportSession } from '../graph/importSession.ts';
import type { AuthorMetrics } from '../graph/metrics.ts';
import type { ListPageRequest, Page, PageRequest } from '../graph/pages.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  LinksAnswer,
  SuggestionPage,
  SuggestionsRequest,
  TopicPathAnswer,
  TopicPathQuery,
} from '../graph/questions.ts';
import type { RelationKind, RelationName } from '../graph/relations.ts';
import {
  pairKey,
  type GraphStatistics,
  type GraphStore,
  type NeighborsRequest,
  type Pair,
  type Readiness,
  type SearchPage,
  type SearchRequest,
} from '../graph/store.ts';
import { COLLABORATION_CAP } from '../graph/teams.ts';
import { withNodes } from '../traversal/pathFinding.ts';
import { open, prepareDatabase, type Database } from './database.ts';
import { EmbeddedImportSession } from './importSession.ts';
import { Snapshot } from './snapshot.ts';

export interface EmbeddedStoreOptions {
  /** The folder of the data file; created where there is none. */
  directory: string;
  /** The most authors of a paper that makes collaborators. */
  collaborationCap?: number;
  /** Told what an operator should know. */
  log?: (message: string) => void;
}

/** How soon a change by another process is noticed, in ms. */
const WATCH_INTERVAL = 500;

/** The store that needs nothing installed: one SQLite file for what is said, a projection for how it hangs together. */
class EmbeddedStore implements GraphStore {
  readonly #path: string;
  readonly #cap: number;
  readonly #log: (message: string) => void;
  /** Sees commits of others, which the snapshot's own connection must not. */
  readonly #watcher: Database;
  readonly #timer: NodeJS.Timeout;
  #seenVersion: number;
  #snapshot: Snapshot | undefined;

  constructor(path: string, options: EmbeddedStoreOptions) {
    this.#path = path;
    this.#cap = options.collaborationCap ?? COLLABORATION_CAP;
    this.#log = options.log ?? (() => undefined);
    this.#watcher = open(path);
    this.#seenVersion = this.#fileVersion();
    this.#timer = setInterval(() => this.#refreshIfChanged(), WATCH_INTERVAL).unref();
  }

  entities(ids: readonly EntityId[]): Promise<Map<EntityId, Entity>> {
    return this.#read(
      ({ nodes, records }) => new Map(nodes(ids).map(([id, node]) => [id, records.entity(node)])),
    );
  }

  abstracts(paperIds: readonly EntityId[]): Promise<Map<EntityId, string>> {
    return this.#read(({ nodes, records }) => {
      const texts = nodes(paperIds).map(([id, node]) => [id, records.abstract(node)] as const);
      return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])));
    });
  }

  neighbors(ids: readonly EntityId[], requests: readonly NeighborsRequest[]): Promise<Map<EntityId, Page[]>> {
    return this.#read(({ nodes, neighbors }) => {
      const pages = ([id, node]: [EntityId, number]): [EntityId, Page[]] => [
        id,
        requests.map(({ relation, page }) => neighbors.page(relation, node, page)),
      ];
      return new Map(nodes(ids).map(pages));
    });
  }

  commonNeighbors(
    relation: RelationName,
    pairs: readonly Pair[],
    page: PageRequest<CollaborationFilter>,
  ): Promise<Map<string, Page>> {
    return this.#readPairs(pairs, ({ neighbors }, from, to) =>
      neighbors.commonPage(relation, from, to, page),
    );
  }

  collaborations(
    pairs: readonly Pair[],
    filter: CollaborationFilter | undefined,
  ): Promise<Map<string, Edge>> {
    return this.#readPairs(pairs, ({ collaborations }, from, to) => collaborations.edge(from, to, filter));
  }

  list(kind: EntityKind, page: ListPageRequest): Promise<Page> {
    return this.#read(({ lists }) => lists.page(kind, page));
  }

  search(request: SearchRequest): Promise<SearchPage> {
    return this.#read(({ searching }) => searching.page(request));
  }

  metrics(authorIds: readonly EntityId[]): Promise<Map<EntityId, AuthorMetrics>> {
    return this.#read(
      (snapshot) => new Map(snapshot.nodes(authorIds).map(([id, node]) => [id, snapshot.metrics(node)])),
    );
  }

  suggestions(
    authorIds: readonly EntityId[],
    request: SuggestionsRequest,
  ): Promise<Map<EntityId, SuggestionPage>> {
    return this.#read(
      ({ nodes, suggesting }) =>
        new Map(nodes(authorIds).map(([id, node]) => [id, suggesting.page(node, request)])),
    );
  }

  collaborationPaths(queries: readonly CollaborationPathQuery[]): Promise<CollaborationPathAnswer[]> {
    return this.#readInTurns(queries, async ({ paths, records }, query) =>
      withNodes(await paths.betweenAuthors(query), (node) => records.entity(node) as Author),
    );
  }

  topicPaths(queries: readonly TopicPathQuery[]): Promise<TopicPathAnswer[]> {
    return this.#readInTurns(queries, async ({ paths, records }, query) =>
      withNodes(await paths.betweenTopics(query), (node) => records.entity(node) as Topic),
    );
  }

  links(
    ids: readonly EntityId[],
    relations: readonly RelationKind[],
    counted: readonly EntityId[],
  ): Promise<LinksAnswer> {
    return this.#read(({ nodes, linking }) => ({
      links: linking.links(nodes(ids).map(nodeOf), relations),
      counts: linking.counts(nodes(counted).map(nodeOf), relations),
    }));
  }

  statistics(): Promise<GraphStatistics> {
    return this.#read((snapshot) => snapshot.statistics());
  }

  readiness(): Promise<Readiness> {
    return this.#read(() => ({ ready: true, importUnfinished: false }));
  }

  beginImport(): Promise<ImportSession> {
    return Promise.resolve().then(
      () =>
        new EmbeddedImportSession(this.#path, () => {
          this.#refreshIfChanged();
        }),
    );
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    this.#snapshot?.retire();
    this.#snapshot = undefined;
    this.#watcher.close();
    return Promise.resolve();
  }

  #readPairs<Result>(
    pairs: readonly Pair[],
    read: (snapshot: Snapshot, from: number, to: number) => Result | undefined,
  ): Promise<Map<string, Result>> {
    return this.#read((snapshot) => {
      const found = new Map<string, Result>();
      for (const pair of pairs) {
        const from = snapshot.records.nodeOf(pair.from);
        const to = snapshot.records.nodeOf(pair.to);
        const result = from === undefined || to === undefined ? undefined : read(snapshot, from, to);
        if (result !== undefined) found.set(pairKey(pair), result);
      }
      return found;
    });
  }

  /** Reads from the current state, which is loaded when it is first asked for. */
  #read<Result>(read: (snapshot: Snapshot) => Result): Promise<Result> {
    try {
      this.#snapshot ??= new Snapshot(this.#path, this.#cap);
      return Promise.resolve(read(this.#snapshot));
    } catch (cause) {
      if (cause instanceof GraphError) return Promise.reject(cause);
      const message = 'The stored graph could not be read.';
      return Promise.reject(new GraphError('STORE_UNAVAILABLE', message, { cause }));
    }
  }

  /** Answers one query after the other, letting others have the processor meanwhile; all see one state. */
  async #readInTurns<Query, Answer>(
    queries: readonly Query[],
    answer: (snapshot: Snapshot, query: Query) => Promise<Answer>,
  ): Promise<Answer[]> {
    const current = await this.#read((snapshot) => snapshot);
    return current.use(async (snapshot) => {
      const answers: Answer[] = [];
      for (const query of queries) answers.push(await answer(snapshot, query));
      return answers;
    });
  }

  #fileVersion(): number {
    return (this.#watcher.prepare('PRAGMA data_version').get() as { data_version: number }).data_version;
  }

  /** Swaps the snapshot for one of the file as it is now; between two reads, so none sees a mixture. */
  #refreshIfChanged(): void {
    try {
      const version = this.#fileVersion();
      if (version === this.#seenVersion) return;
      this.#seenVersion = version;
      if (!this.#snapshot) return;
      const before = this.#snapshot;
      this.#snapshot = new Snapshot(this.#path, this.#cap);
      before.retire();
      this.#watcher.exec('PRAGMA wal_checkpoint(PASSIVE)');
      this.#log('the stored graph changed and was loaded again');
    } catch (error) {
      this.#log(`the stored graph changed and could not be loaded again: ${(error as Error).message}`);
    }
  }
}

const nodeOf = ([, node]: [EntityId, number]): number => node;

/**
 * Opens the embedded store of a data folder, creating it where there is none.
 *
 * @throws GraphError STORE_UNAVAILABLE where the folder or the file in it cannot be used.
 */
export const openEmbeddedStore = (options: EmbeddedStoreOptions): Promise<GraphStore> =>
  Promise.resolve().then(() => new EmbeddedStore(prepareDatabase(options.directory), options));
