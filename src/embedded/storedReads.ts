import type { Edge } from '../graph/edges.ts';
import type { Author, Entity, EntityKind, Topic } from '../graph/entities.ts';
import { GraphError } from '../graph/errors.ts';
import type { CollaborationFilter } from '../graph/filters.ts';
import type { EntityId } from '../graph/ids.ts';
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
  type GraphReads,
  type Neighborhood,
  type NeighborsRequest,
  type Pair,
  type SearchPage,
  type SearchRequest,
} from '../graph/store.ts';
import { withNodes } from '../traversal/pathFinding.ts';
import { saidBySqlite } from './dataFile.ts';
import type { NeighborPages } from './neighborPages.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that can be read of the current state of the store. */
export class StoredReads implements GraphReads {
  readonly #current: () => Snapshot;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param current the state to read from
   * @param signal stops what takes several turns, with its reason, and lets nothing more begin
   */
  constructor(current: () => Snapshot, signal?: AbortSignal) {
    this.#current = current;
    this.#signal = signal;
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
    return this.#read(
      ({ nodes, neighbors }) =>
        new Map(nodes(ids).map(([id, node]) => [id, pagesFrom(neighbors, node, requests)])),
    );
  }

  neighborhoods(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Neighborhood>> {
    return this.#read(({ nodes, records, neighbors }) => {
      const found = new Map<EntityId, Neighborhood>();
      for (const [id, node] of nodes(ids)) {
        const entity = records.entity(node);
        if (entity.id !== id) continue;
        found.set(id, { entity, pages: pagesFrom(neighbors, node, requests) });
      }
      return found;
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
      withNodes(await paths.betweenAuthors(query, this.#signal), (node) => records.entity(node) as Author),
    );
  }

  topicPaths(queries: readonly TopicPathQuery[]): Promise<TopicPathAnswer[]> {
    return this.#readInTurns(queries, async ({ paths, records }, query) =>
      withNodes(await paths.betweenTopics(query, this.#signal), (node) => records.entity(node) as Topic),
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

  /** Reads from the current state. */
  #read<Result>(read: (snapshot: Snapshot) => Result): Promise<Result> {
    try {
      this.#signal?.throwIfAborted();
      return Promise.resolve(read(this.#current()));
    } catch (thrown) {
      return Promise.reject(saidBySqlite(thrown) ? unreadable(thrown) : (thrown as Error));
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
}

const nodeOf = ([, node]: [EntityId, number]): number => node;

/** What failed below; the cause, which may name the file, is for the log alone. */
export const unreadable = (cause: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The stored graph could not be read.', { cause });

const pagesFrom = (neighbors: NeighborPages, node: number, requests: readonly NeighborsRequest[]): Page[] =>
  requests.map(({ relation, page }) => neighbors.page(relation, node, page));
