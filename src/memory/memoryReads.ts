import type { AuthorActivity } from '../graph/authorActivity.ts';
import type { AuthorEventPage, AuthorEventsRequest } from '../graph/authorEvents.ts';
import type { BreakdownPage, BreakdownRequest } from '../graph/breakdown.ts';
import type { FeedPage, FeedRequest } from '../graph/feed.ts';
import { cooperativeScheduler, runCooperatively } from '../graph/cooperativeScheduler.ts';
import { compareLinks, type Link, type LinksAnswer } from '../graph/links.ts';
import type { DuplicatesPage, DuplicatesRequest } from '../graph/identity/duplicates.ts';
import type { AuthorMetrics } from '../graph/metrics/authorMetrics.ts';
import { compareNamePositions, type SortValues } from '../graph/model/orders.ts';
import type { Edge } from '../graph/model/edges.ts';
import type { Author, Entity, EntityKind, Topic } from '../graph/model/entities.ts';
import { idsOfFilter, type CollaborationFilter } from '../graph/model/filters.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { ListPageRequest, Page, PageRequest } from '../graph/model/pages.ts';
import { relationRow, type RelationKind, type RelationName } from '../graph/model/relations.ts';
import {
  withNodes,
  type CollaborationPathAnswer,
  type CollaborationPathQuery,
  type PathAnswer,
  type PathQuery,
  type TopicPathAnswer,
  type TopicPathQuery,
} from '../graph/paths.ts';
import type { RelatedPapersPage, RelatedPapersRequest } from '../graph/relatedPapers.ts';
import {
  pairKey,
  type EgoNetwork,
  type GraphReads,
  type GraphStatistics,
  type Neighborhood,
  type NeighborsRequest,
  type Pair,
} from '../graph/store.ts';
import { idsOfReviewers, type ReviewersPage, type ReviewersRequest } from '../graph/reviewers.ts';
import type { RankedPaper, SurroundingWorksRequest } from '../graph/surroundingWorks.ts';
import type { SuggestionPage, SuggestionsRequest } from '../graph/suggestions.ts';
import { authorActivity } from './queries/authorActivity.ts';
import { FilterTests, type NodeOf } from './queries/filterTests.ts';
import { metricsOf, statisticsOf } from './queries/measures.ts';
import type { NeighborQuery } from './queries/neighborPages.ts';
import type { SearchContext } from './queries/searchContext.ts';
import { isByName, nameRankAfter } from './queries/sortColumns.ts';
import { readDuplicates } from './readDuplicates.ts';
import { readRelatedPapers, readSurroundingWorks } from './readRelatedPapers.ts';
import { readReviewers } from './readReviewers.ts';
import { entitiesByNode, resolvedPages, withAuthorship, type GraphState } from './records.ts';
import { resolvedActivities } from './resolvedActivities.ts';
import { resolvedEvents } from './resolvedEvents.ts';
import { resolvedFeed } from './resolvedFeed.ts';
import { resolvedBreakdown } from './resolvedBreakdown.ts';

/** Calls `read` with the current state, which stays valid until the promise settles. */
export type UseState = <Result>(read: (state: GraphState) => Promise<Result>) => Promise<Result>;

type MemoryAnswers = Omit<GraphReads, 'abstracts' | 'documents' | 'search'>;

/** Answers reads from the graph in memory. Only names, titles and other record fields are read from the store. */
export class MemoryReads implements MemoryAnswers {
  readonly #use: UseState;
  protected readonly signal: AbortSignal | undefined;

  /** @param signal ends running reads and prevents new ones, with its reason */
  constructor(use: UseState, signal?: AbortSignal) {
    this.#use = use;
    this.signal = signal;
  }

  entities(ids: readonly EntityId[]): Promise<Map<EntityId, Entity>> {
    return this.read(ids, async ({ records }, nodeOf) => {
      const found = nodesById(ids, nodeOf);
      const entities = await records.entities([...found.values()]);
      return new Map([...found.keys()].map((id, index) => [id, entities[index] as Entity]));
    });
  }

  neighbors(ids: readonly EntityId[], requests: readonly NeighborsRequest[]): Promise<Map<EntityId, Page[]>> {
    return this.read([...ids, ...idsOfRequests(requests)], async (state, nodeOf) =>
      this.#pagesFrom(state, nodeOf, nodesById(ids, nodeOf), requests),
    );
  }

  neighborhoods(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Neighborhood>> {
    return this.read(idsOfRequests(requests), async (state, nodeOf) => {
      const { graph } = state.queries;
      const found = nodesById(ids, (id) => graph.nodeOfId(id));
      const [pages, entities] = await Promise.all([
        this.#pagesFrom(state, nodeOf, found, requests),
        state.records.entities([...found.values()]),
      ]);
      return new Map(
        [...found.keys()].map((id, index) => [
          id,
          { entity: entities[index] as Entity, pages: pages.get(id) ?? [] },
        ]),
      );
    });
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
    return this.read([...idsOfPairs(pairs), ...idsOfFilter(page.filter)], async (state, nodeOf) => {
      const [query] = await this.#neighborQueries(state, nodeOf, [{ relation, page }]);
      const pages = await this.#each(pairs, (pair) => {
        const [from, to] = [nodeOf(pair.from), nodeOf(pair.to)];
        if (from === undefined || to === undefined || !query) return [];
        return [[pairKey(pair), state.queries.neighbors.commonPage(relation, from, to, query)] as const];
      });
      const found = pages.flat();
      const resolved = await resolvedPages(
        state,
        found.map(([, each]) => each),
        page.brief ?? false,
      );
      return new Map(found.map(([key], index) => [key, resolved[index] as Page]));
    });
  }

  collaborations(
    pairs: readonly Pair[],
    filter: CollaborationFilter | undefined,
  ): Promise<Map<string, Edge>> {
    return this.read([...idsOfPairs(pairs), ...idsOfFilter(filter)], async ({ queries }, nodeOf) => {
      const { collaborations, graph } = queries;
      const passes = new FilterTests(graph, nodeOf).ofJointPapers(filter);
      const edges = await this.#each(pairs, (pair) => {
        const [from, to] = [nodeOf(pair.from), nodeOf(pair.to)];
        if (from === undefined || to === undefined) return [];
        const edge = filter
          ? collaborations.filteredEdge(from, to, passes, filter)
          : collaborations.storedEdge(from, to);
        return edge ? [[pairKey(pair), edge] as const] : [];
      });
      return new Map(edges.flat());
    });
  }

  list(kind: EntityKind, request: ListPageRequest): Promise<Page> {
    return this.read(idsOfFilter(request.filter), async (state, nodeOf) => {
      const { graph, lists } = state.queries;
      const after = await this.#positionAfter(state, kind, request);
      const page = lists.page(kind, request, after, new FilterTests(graph, nodeOf));
      const [resolved] = await resolvedPages(state, [page], request.brief ?? false);
      return resolved as Page;
    });
  }

  metrics(authorIds: readonly EntityId[]): Promise<Map<EntityId, AuthorMetrics>> {
    return this.read(authorIds, async ({ queries: { graph } }, nodeOf) => {
      const found = [...nodesById(authorIds, nodeOf)];
      return new Map(await this.#each(found, ([id, node]) => [id, metricsOf(graph, node)] as const));
    });
  }

  activities(authorIds: readonly EntityId[]): Promise<Map<EntityId, AuthorActivity>> {
    return this.read(authorIds, async (state, nodeOf) => {
      const found = nodesById(authorIds, nodeOf);
      const activities = await this.#each([...found.values()], (author) =>
        authorActivity(state.queries.graph, author),
      );
      const resolved = await resolvedActivities(state, activities);
      return new Map([...found.keys()].map((id, index) => [id, resolved[index] as AuthorActivity]));
    });
  }

  authorEvents(
    authorIds: readonly EntityId[],
    request: AuthorEventsRequest,
  ): Promise<Map<EntityId, AuthorEventPage>> {
    return this.read(authorIds, async (state, nodeOf) => {
      const { authorEvents, graph } = state.queries;
      const tests = new FilterTests(graph, nodeOf);
      const found = nodesById(authorIds, nodeOf);
      const pages = await this.#each([...found.values()], (author) =>
        authorEvents.page(author, request, tests),
      );
      const resolved = await resolvedEvents(state, pages);
      return new Map([...found.keys()].map((id, index) => [id, resolved[index] as AuthorEventPage]));
    });
  }

  breakdown(request: BreakdownRequest): Promise<BreakdownPage> {
    const { entityId, filter } = request;
    return this.read(
      [...(entityId === undefined ? [] : [entityId]), ...idsOfFilter(filter)],
      async (state, nodeOf) => {
        const { breakdowns, graph } = state.queries;
        const entity = entityId === undefined ? undefined : nodeOf(entityId);
        const steps = breakdowns.page(entity, request, new FilterTests(graph, nodeOf));
        return resolvedBreakdown(state, await runCooperatively(steps, this.signal));
      },
    );
  }

  feed(request: FeedRequest): Promise<FeedPage> {
    const { entityIds = [], paperIds = [] } = request;
    return this.read([...entityIds, ...paperIds], async (state, nodeOf) => {
      const steps = state.queries.feeds.page(request, nodeOf);
      return resolvedFeed(state, await runCooperatively(steps, this.signal));
    });
  }

  suggestions(
    authorIds: readonly EntityId[],
    request: SuggestionsRequest,
  ): Promise<Map<EntityId, SuggestionPage>> {
    return this.read([...authorIds, ...idsOfFilter(request.filter)], async (state, nodeOf) => {
      const { graph, suggestions, columns } = state.queries;
      const tests = new FilterTests(graph, nodeOf);
      // the keys stand for score, common collaborators and id: only the id is converted to a node
      const after = request.after && columns.after(['-papers', '-papers', 'id'], request.after, undefined);
      const found = [...nodesById(authorIds, nodeOf)];
      const pages = await this.#each(found, ([, author]) => suggestions.page(author, request, after, tests));
      const authors = await entitiesByNode(
        state,
        pages.flatMap(({ entries }) => entries.map(({ node }) => node)),
      );
      return new Map(
        pages.map((page, index): [EntityId, SuggestionPage] => [
          found[index]?.[0] ?? '',
          {
            ...page,
            entries: page.entries.map(({ node, scores }) => ({ node: authors.get(node) as Author, scores })),
          },
        ]),
      );
    });
  }

  relatedPapers(
    paperIds: readonly EntityId[],
    request: RelatedPapersRequest,
  ): Promise<Map<EntityId, RelatedPapersPage>> {
    return this.read([...paperIds, ...idsOfFilter(request.filter)], (state, nodeOf) =>
      readRelatedPapers(state, nodesById(paperIds, nodeOf), request, this.#context(state, nodeOf)),
    );
  }

  surroundingWorks(
    paperIds: readonly EntityId[],
    request: SurroundingWorksRequest,
  ): Promise<Map<EntityId, readonly RankedPaper[]>> {
    return this.read(paperIds, (state, nodeOf) =>
      readSurroundingWorks(state, nodesById(paperIds, nodeOf), request, this.#context(state, nodeOf)),
    );
  }

  reviewers(request: ReviewersRequest): Promise<ReviewersPage> {
    return this.read(idsOfReviewers(request), (state, nodeOf) =>
      readReviewers(state, request, this.#context(state, nodeOf)),
    );
  }

  duplicates(authorId: EntityId | undefined, request: DuplicatesRequest): Promise<DuplicatesPage> {
    return this.read(authorId === undefined ? [] : [authorId], async (state, nodeOf) => {
      const author = authorId === undefined ? undefined : nodeOf(authorId);
      if (author === undefined && authorId !== undefined) {
        return { entries: [], hasNext: false, hasPrevious: false, total: 0 };
      }
      return readDuplicates(state, author, request);
    });
  }

  collaborationPaths(queries: readonly CollaborationPathQuery[]): Promise<CollaborationPathAnswer[]> {
    return this.#paths<CollaborationPathQuery, Author, Edge>(queries, (state, query, context) =>
      state.queries.paths.betweenAuthors(query, context),
    );
  }

  topicPaths(queries: readonly TopicPathQuery[]): Promise<TopicPathAnswer[]> {
    return this.#paths<TopicPathQuery, Topic, number>(queries, (state, query, context) =>
      state.queries.paths.betweenTopics(query, context),
    );
  }

  links(
    ids: readonly EntityId[],
    relations: readonly RelationKind[],
    counted: readonly EntityId[],
  ): Promise<LinksAnswer> {
    return this.read([...ids, ...counted], async (state, nodeOf) => {
      const { links } = state.queries;
      const nodes = new Set(nodesById(ids, nodeOf).values());
      const found = (await this.#each([...nodes], (node) => links.from(node, nodes, relations))).flat();
      const placed = found.filter(({ place }) => place !== undefined);
      const authorships = await state.records.authorships(
        placed.flatMap(({ place }) => place ?? []),
        true,
      );
      placed.forEach(({ link }, index) => (link.edge = withAuthorship(link.edge, authorships[index])));
      const counts = await this.#each([...nodesById(counted, nodeOf).values()], (node) =>
        links.counts(node, relations),
      );
      return { links: found.map(({ link }): Link => link).sort(compareLinks), counts: counts.flat() };
    });
  }

  statistics(): Promise<GraphStatistics> {
    return this.read([], async ({ queries }) => statisticsOf(queries.graph));
  }

  /** Reads from one state, with the nodes of the given ids. */
  protected async read<Result>(
    ids: readonly EntityId[],
    read: (state: GraphState, nodeOf: NodeOf) => Promise<Result>,
  ): Promise<Result> {
    this.signal?.throwIfAborted();
    return this.#use(async (state) => {
      if (cooperativeScheduler.isSliceOver) await this.#nextSlice();
      const { graph } = state.queries;
      const others = ids.filter((id) => graph.nodeOfId(id) === undefined);
      const ownIds = others.length > 0 ? await state.records.ownIds(others) : undefined;
      return read(state, (id) => graph.nodeOfId(id) ?? graph.nodeOfId(ownIds?.get(id) ?? id));
    });
  }

  /** Lets other requests run. @throws the signal's reason if it has aborted meanwhile */
  async #nextSlice(): Promise<void> {
    await cooperativeScheduler.nextSlice();
    this.signal?.throwIfAborted();
  }

  /** Computes one result for each item, with pauses in which other requests are served. */
  async #each<Item, Result>(items: readonly Item[], compute: (item: Item) => Result): Promise<Result[]> {
    const results: Result[] = [];
    for (const item of items) {
      if (cooperativeScheduler.isSliceOver) await this.#nextSlice();
      results.push(compute(item));
    }
    return results;
  }

  async #pagesFrom(
    state: GraphState,
    nodeOf: NodeOf,
    nodes: ReadonlyMap<EntityId, number>,
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Page[]>> {
    const { neighbors } = state.queries;
    const queries = await this.#neighborQueries(state, nodeOf, requests);
    const pages = await this.#each([...nodes.values()], (node) =>
      requests.map(({ relation }, index) => neighbors.page(relation, node, queries[index] as NeighborQuery)),
    );
    const brief = requests.every(({ page }) => page.brief === true);
    const resolved = await resolvedPages(state, pages.flat(), brief);
    return new Map(
      [...nodes.keys()].map((id, index) => [
        id,
        resolved.slice(index * requests.length, (index + 1) * requests.length),
      ]),
    );
  }

  #neighborQueries(
    state: GraphState,
    nodeOf: NodeOf,
    requests: readonly NeighborsRequest[],
  ): Promise<NeighborQuery[]> {
    const tests = new FilterTests(state.queries.graph, nodeOf);
    return Promise.all(
      requests.map(async ({ relation, page }) => ({
        request: page,
        after: await this.#positionAfter(state, relationRow(relation).to, page),
        tests,
      })),
    );
  }

  /** The position of a cursor as column values. */
  async #positionAfter(
    { queries: { graph, columns }, records }: GraphState,
    kind: EntityKind,
    { order, after }: { order: ListPageRequest['order']; after?: SortValues },
  ): Promise<readonly number[] | undefined> {
    if (after === undefined) return undefined;
    if (!isByName(order)) return columns.after(order, after, undefined);
    const compareName = async (node: number): Promise<number> => {
      const [entity] = await records.entities([node]);
      return compareNamePositions(entity as Entity, after);
    };
    const node = graph.nodeOfId(String(after[2]));
    const rank =
      node !== undefined && (await compareName(node)) === 0
        ? columns.listRank(node)
        : await nameRankAfter(graph, kind, compareName);
    return columns.after(order, after, rank);
  }

  /** What a search needs besides its query. */
  #context({ queries: { graph } }: GraphState, nodeOf: NodeOf): SearchContext {
    return { nodeOf, tests: new FilterTests(graph, nodeOf), signal: this.signal };
  }

  #paths<Query extends PathQuery & { filter?: CollaborationFilter }, Node extends Entity, Step>(
    queries: readonly Query[],
    find: (state: GraphState, query: Query, context: SearchContext) => Promise<PathAnswer<number, Step>>,
  ): Promise<PathAnswer<Node, Step>[]> {
    const ids = queries.flatMap(({ from, to, avoidIds, filter }) => [
      from,
      to,
      ...avoidIds,
      ...idsOfFilter(filter),
    ]);
    return this.read(ids, async (state, nodeOf) => {
      const context = this.#context(state, nodeOf);
      const answers: PathAnswer<number, Step>[] = [];
      for (const query of queries) answers.push(await find(state, query, context));
      const nodes = answers.flatMap(({ paths }) => paths.flatMap((path) => path.nodes));
      const entities = await entitiesByNode(state, nodes);
      return answers.map((answer) => withNodes(answer, (node) => entities.get(node) as Node));
    });
  }
}

/** The ids that are stored, with their nodes, in order. */
const nodesById = (ids: readonly EntityId[], nodeOf: NodeOf): Map<EntityId, number> => {
  const nodes = new Map<EntityId, number>();
  for (const id of ids) {
    const node = nodeOf(id);
    if (node !== undefined) nodes.set(id, node);
  }
  return nodes;
};

const idsOfRequests = (requests: readonly NeighborsRequest[]): EntityId[] =>
  requests.flatMap(({ page }) => idsOfFilter(page.filter));

const idsOfPairs = (pairs: readonly Pair[]): EntityId[] => pairs.flatMap(({ from, to }) => [from, to]);
