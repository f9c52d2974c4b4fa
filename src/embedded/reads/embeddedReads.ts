import type { Edge } from '../../graph/model/edges.ts';
import type { Author, Entity, EntityKind, Topic } from '../../graph/model/entities.ts';
import { GraphError } from '../../graph/errors.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { AuthorMetrics } from '../../graph/metrics/authorMetrics.ts';
import type { ListPageRequest, Page, PageRequest } from '../../graph/model/pages.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from '../../graph/paths.ts';
import type { LinksAnswer } from '../../graph/links.ts';
import type { SuggestionPage, SuggestionsRequest } from '../../graph/suggestions.ts';
import type { RelationKind, RelationName } from '../../graph/model/relations.ts';
import {
  pairKey,
  type GraphStatistics,
  type GraphReads,
  type Neighborhood,
  type NeighborsRequest,
  type Pair,
  type SearchPage,
  type SearchRequest,
  type EgoNetwork,
} from '../../graph/store.ts';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import { compareLinks } from '../../memory/queries/compareLinks.ts';
import { withNodes } from '../../memory/queries/pathFinding.ts';
import { saidBySqlite } from '../file/dataFile.ts';
import type { NeighborPages } from './neighborPages.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that can be read of the current state of the store. */
export class StoredReads implements GraphReads {
  readonly #current: () => Snapshot;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param current the state to read from
   * @param signal stops what takes several slices, with its reason, and lets nothing more begin
   */
  constructor(current: () => Snapshot, signal?: AbortSignal) {
    this.#current = current;
    this.#signal = signal;
  }

  entities(ids: readonly EntityId[]): Promise<Map<EntityId, Entity>> {
    return this.#readEach(ids, ({ records }, node) => records.entity(node));
  }

  abstracts(paperIds: readonly EntityId[]): Promise<Map<EntityId, string>> {
    return this.#readEach(paperIds, ({ records }, node) => records.abstract(node));
  }

  neighbors(ids: readonly EntityId[], requests: readonly NeighborsRequest[]): Promise<Map<EntityId, Page[]>> {
    return this.#readEach(ids, ({ neighbors }, node) => pagesFrom(neighbors, node, requests));
  }

  neighborhoods(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Neighborhood>> {
    return this.#runInSlices(ids, ({ records, neighbors }, id): [EntityId, Neighborhood] | undefined => {
      const node = records.nodeOf(id);
      const entity = node === undefined ? undefined : records.entity(node);
      if (node === undefined || entity?.id !== id) return undefined;
      return [id, { entity, pages: pagesFrom(neighbors, node, requests) }];
    }).then((found) => new Map(found.filter((each) => each !== undefined)));
  }

  async egoNetwork(
    id: EntityId,
    requests: readonly NeighborsRequest[],
    relations: readonly RelationKind[],
  ): Promise<EgoNetwork | undefined> {
    const found = (await this.neighborhoods([id], requests)).get(id);
    if (!found) return undefined;
    const around = found.pages.flatMap(({ entries }) => entries.map(({ node }) => node.id));
    return { ...found, ...(await this.links([...new Set([id, ...around])], relations, [id])) };
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
    return this.#readEach(authorIds, (snapshot, author) => snapshot.metrics(author));
  }

  suggestions(
    authorIds: readonly EntityId[],
    request: SuggestionsRequest,
  ): Promise<Map<EntityId, SuggestionPage>> {
    return this.#readEach(authorIds, ({ suggesting }, author) => suggesting.page(author, request));
  }

  collaborationPaths(queries: readonly CollaborationPathQuery[]): Promise<CollaborationPathAnswer[]> {
    return this.#runInSlices(queries, async ({ paths, records }, query) =>
      withNodes(await paths.betweenAuthors(query, this.#signal), (node) => records.entity(node) as Author),
    );
  }

  topicPaths(queries: readonly TopicPathQuery[]): Promise<TopicPathAnswer[]> {
    return this.#runInSlices(queries, async ({ paths, records }, query) =>
      withNodes(await paths.betweenTopics(query, this.#signal), (node) => records.entity(node) as Topic),
    );
  }

  async links(
    ids: readonly EntityId[],
    relations: readonly RelationKind[],
    counted: readonly EntityId[],
  ): Promise<LinksAnswer> {
    const found = await this.#runInSlices([ids], ({ nodes }) => new Set(nodes(ids).map(([, node]) => node)));
    const among = found[0] ?? new Set();
    const links = await this.#runInSlices([...among], ({ linking }, node) =>
      linking.linksFrom(node, among, relations),
    );
    const counts = await this.#readEach(counted, ({ linking }, node) => linking.counts(node, relations));
    return { links: links.flat().sort(compareLinks), counts: [...counts.values()].flat() };
  }

  statistics(): Promise<GraphStatistics> {
    return this.#read((snapshot) => snapshot.statistics());
  }

  /** By pairKey; without pairs of which one is not stored, or of which nothing is read. */
  async #readPairs<Result>(
    pairs: readonly Pair[],
    read: (snapshot: Snapshot, from: number, to: number) => Result | undefined,
  ): Promise<Map<string, Result>> {
    const results = await this.#runInSlices(pairs, (snapshot, { from, to }) => {
      const [start, end] = [snapshot.records.nodeOf(from), snapshot.records.nodeOf(to)];
      return start === undefined || end === undefined ? undefined : read(snapshot, start, end);
    });
    return mapped(pairs.map(pairKey), results);
  }

  /** By id; without ids that are not stored, or of which nothing is read. */
  async #readEach<Result>(
    ids: readonly EntityId[],
    read: (snapshot: Snapshot, node: number) => Result | undefined,
  ): Promise<Map<EntityId, Result>> {
    const results = await this.#runInSlices(ids, (snapshot, id) => {
      const node = snapshot.records.nodeOf(id);
      return node === undefined ? undefined : read(snapshot, node);
    });
    return mapped(ids, results);
  }

  async #read<Result>(read: (snapshot: Snapshot) => Result): Promise<Result> {
    const [result] = await this.#runInSlices([undefined], (snapshot) => [read(snapshot)] as const);
    return (result as readonly [Result])[0];
  }

  /** Does one after the other, letting others have the processor where it takes long; all see one state. */
  async #runInSlices<Item, Result>(
    items: readonly Item[],
    read: (snapshot: Snapshot, item: Item) => Result | Promise<Result>,
  ): Promise<Result[]> {
    try {
      this.#signal?.throwIfAborted();
      return await this.#current().use(async (snapshot) => {
        const results: Result[] = [];
        for (const item of items) {
          if (cooperativeScheduler.isOver) {
            await cooperativeScheduler.next();
            this.#signal?.throwIfAborted();
          }
          const result = read(snapshot, item);
          results.push(result instanceof Promise ? await result : result);
        }
        return results;
      });
    } catch (thrown) {
      throw saidBySqlite(thrown) ? unreadable(thrown) : thrown;
    }
  }
}

const mapped = <Key, Value>(
  keys: readonly Key[],
  values: readonly (Value | undefined)[],
): Map<Key, Value> => {
  const map = new Map<Key, Value>();
  for (const [index, key] of keys.entries()) {
    const value = values[index];
    if (value !== undefined) map.set(key, value);
  }
  return map;
};

/** What failed below; the cause, which may name the file, is for the log alone. */
export const unreadable = (cause: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The stored graph could not be read.', { cause });

const pagesFrom = (neighbors: NeighborPages, node: number, requests: readonly NeighborsRequest[]): Page[] =>
  requests.map(({ relation, page }) => neighbors.page(relation, node, page));
