import type { AuthorEventsRequest } from '../../graph/authorEvents.ts';
import type { BreakdownRequest } from '../../graph/breakdown.ts';
import type { FeedRequest } from '../../graph/feed.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import { memoize } from '../../graph/memoize.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { ListPageRequest, Page, PairPageRequest, RelationPageRequest } from '../../graph/model/pages.ts';
import type { RelationName } from '../../graph/model/relations.ts';
import { graphSlice, type Slice } from '../../graph/slice/graphSlice.ts';
import type { SliceQuestion } from '../../graph/slice/sliceQuestion.ts';
import {
  joinedPage,
  neighborhoodRequests,
  type NeighborhoodPosition,
} from '../../graph/slice/neighborhood.ts';
import type { GraphReads, GraphStore, NeighborsRequest } from '../../graph/store.ts';
import type { GraphStatistics } from '../../graph/statistics.ts';
import type { SearchRequest } from '../../graph/searchRequest.ts';
import { pairKey, pairOfKey, type Pair } from '../../graph/pair.ts';
import type { DuplicatesRequest } from '../../graph/identity/duplicates.ts';
import type { RelatedPapersRequest } from '../../graph/relatedPapers.ts';
import type { ReviewersPage, ReviewersRequest } from '../../graph/reviewers.ts';
import type { SurroundingWorksRequest } from '../../graph/surroundingWorks.ts';
import type { SuggestionsRequest } from '../../graph/suggestions.ts';
import type { Deadline } from '../execution/deadline.ts';
import { deadlineReads } from '../execution/deadlineReads.ts';
import { BatchScheduler } from './batchScheduler.ts';
import { LoaderFactory } from './loaderFactory.ts';
import type { RequestedPage } from './pageArguments.ts';
import type { PageArguments } from './pageLoader.ts';

/** The key that lists without a parent use in place of a parent's id, for example the list of all authors. */
export const ROOT = '';

/**
 * The loaders of one request. A loader collects keys until the batch scheduler lets it read, and then reads the values
 * of all collected keys by one call to the store. Results are kept until the request ends.
 */
export class Loaders {
  readonly batchScheduler = new BatchScheduler();
  readonly #make = new LoaderFactory(this.batchScheduler);
  readonly #reads: GraphReads;
  readonly #deadline: Deadline;
  readonly #expectedEntities = new Set<EntityId>();

  constructor(store: GraphStore, deadline: Deadline) {
    this.#reads = deadlineReads(store, deadline);
    this.#deadline = deadline;
  }

  /** Entities by any of their ids; null for an id that is not stored. */
  readonly entities = this.#make.byId((ids) => this.#reads.entities(ids));
  /** Abstracts by the id of the paper; null for a paper without an abstract. */
  readonly abstracts = this.#make.byId((ids) => this.#reads.abstracts(ids));
  /** Metrics by the id of the author; null for an id that is not stored. */
  readonly metrics = this.#make.byId((ids) => this.#reads.metrics(ids));
  /** The author's activity in each year, by the id of the author. */
  readonly activities = this.#make.byId((ids) => this.#reads.activities(ids));

  /**
   * The papers of an author in groups, where different groups may be by different people; by the id of the author. Null
   * if all papers are in one group.
   */
  readonly mixtures = this.#make.byId((ids) => this.#reads.mixtures(ids));

  /** The ids of entities that were merged into an entity, by the id of the entity. */
  readonly formerIds = this.#make.byId((ids) => this.#reads.formerIds(ids));
  /** When and why a source took a paper back, by any id that the removed paper had. */
  readonly removals = this.#make.byId((ids) => this.#reads.removals(ids));
  /** All corrections, the latest first. */
  readonly corrections = memoize(() => this.#reads.corrections());

  /** Pages of the neighbors of entities along a relation. The loader takes the id of an entity as the parent. */
  readonly neighbors = memoize((relation: RelationName, page: PageArguments<RelationPageRequest>) =>
    this.#make.pages(page, async (ids, request) =>
      mapValues(await this.#neighborPages(ids, [{ relation, page: request }]), ([first]) => first),
    ),
  );

  /**
   * Pages of the neighbors of entities along several relations, joined to one list. The loader takes the id of an
   * entity as the parent.
   */
  readonly neighborhood = memoize(
    (relations: readonly RelationName[], page: RequestedPage<NeighborhoodPosition>) =>
      this.#make.pages(page, async (ids, request) =>
        mapValues(await this.#neighborPages(ids, neighborhoodRequests(relations, request)), (pages) =>
          joinedPage(relations, pages, request),
        ),
      ),
  );

  /** Pages of suggested collaborators. The loader takes the id of an author as the parent. */
  readonly suggestions = memoize((page: PageArguments<SuggestionsRequest>) =>
    this.#make.pages(page, (ids, request) => this.#reads.suggestions(ids, request)),
  );

  /**
   * Pages of events in the work of authors, such as a first joint paper. The loader takes the id of an author as the
   * parent.
   */
  readonly authorEvents = memoize((page: PageArguments<AuthorEventsRequest>) =>
    this.#make.pages(page, (ids, request) => this.#reads.authorEvents(ids, request)),
  );

  /** Pages of papers that are related to a paper. The loader takes the id of the paper as the parent. */
  readonly relatedPapers = memoize((page: PageArguments<RelatedPapersRequest>) =>
    this.#make.pages(page, (ids, request) => this.#reads.relatedPapers(ids, request)),
  );

  /** Prior and derivative works of a paper, by the id of the paper; null for an id that is not stored. */
  readonly surroundingWorks = memoize((request: SurroundingWorksRequest) =>
    this.#make.byId((ids) => this.#reads.surroundingWorks(ids, request)),
  );

  /** Pages of possible reviewers. The loader takes ROOT in place of the id of a parent. */
  readonly reviewers = memoize((page: PageArguments<ReviewersRequest>) => {
    const load = this.#make.pages(
      page,
      async (_, request) => new Map([[ROOT, await this.#reads.reviewers(request)]]),
    );
    // the result is never null, because the map above always has a page for ROOT
    return load as (...args: Parameters<typeof load>) => Promise<ReviewersPage>;
  });

  /**
   * Pairs of authors that may be one person. The loader takes as the parent the id of an author who is in each pair, or
   * ROOT for the pairs of all authors.
   */
  readonly duplicates = memoize((page: PageArguments<DuplicatesRequest>) =>
    this.#make.pages(page, async (parents, request) => {
      const pages = parents.map((id) => this.#reads.duplicates(id === ROOT ? undefined : id, request));
      return new Map((await Promise.all(pages)).map((each, index) => [parents[index] ?? ROOT, each]));
    }),
  );

  /**
   * Pages of neighbors of two entities along a relation. The loader takes the key of the pair, made by `pairKey`, as
   * the parent.
   */
  readonly commonNeighbors = memoize((relation: RelationName, page: PageArguments<PairPageRequest>) =>
    this.#make.pages(page, (keys, request) =>
      this.#reads.commonNeighbors(relation, keys.map(pairOfKey), request),
    ),
  );

  /** Pages of the list of all entities of a kind. The loader takes ROOT in place of the id of a parent. */
  readonly list = memoize((kind: EntityKind, page: PageArguments<ListPageRequest>) =>
    this.#make.pages(page, async (_, request) => new Map([[ROOT, await this.#reads.list(kind, request)]])),
  );

  /** Pages of the hits of a search. The loader takes ROOT in place of the id of a parent. */
  readonly search = memoize((page: PageArguments<SearchRequest>) =>
    this.#make.pages(page, async (_, request) => new Map([[ROOT, await this.#reads.search(request)]])),
  );

  /**
   * The collaboration of two authors, computed from their joint papers that pass the filter; null if there are none.
   */
  readonly collaborations = memoize((filter: CollaborationFilter | undefined) =>
    this.#make.batched(async (pairs: readonly Pair[]) => {
      const edges = await this.#reads.collaborations(pairs, filter);
      return pairs.map((pair) => edges.get(pairKey(pair)) ?? null);
    }, pairKey),
  );

  readonly collaborationPaths = this.#make.batched(
    (queries: Parameters<GraphReads['collaborationPaths']>[0]) => this.#reads.collaborationPaths(queries),
    JSON.stringify,
  );

  readonly topicPaths = this.#make.batched(
    (queries: Parameters<GraphReads['topicPaths']>[0]) => this.#reads.topicPaths(queries),
    JSON.stringify,
  );

  /** The groups of papers by one or two dimensions, with the counts over all groups. */
  readonly breakdown = memoize((request: BreakdownRequest) => this.#reads.breakdown(request));

  /** A page of the papers of a period. */
  readonly feed = memoize((request: FeedRequest) => this.#reads.feed(request));

  documents(): Promise<Map<string, string>> {
    return this.#reads.documents();
  }

  statistics(): Promise<GraphStatistics> {
    return this.#reads.statistics();
  }

  slice(question: SliceQuestion): Promise<Slice> {
    return graphSlice(this.#reads, question);
  }

  /** Announces that the entity itself is needed, too. It is then read together with the first page of its neighbors. */
  expectEntity(id: EntityId): void {
    this.#expectedEntities.add(id);
  }

  /** Resolves when all reads have ended, but not later than after a fifth of the operation's time limit. */
  async settledSoon(reads: readonly unknown[]): Promise<void> {
    await Promise.race([Promise.allSettled(reads), this.#deadline.soon]);
  }

  async #neighborPages(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Page[]>> {
    const expected = ids.filter((id) => this.#expectedEntities.delete(id));
    if (expected.length === 0) return this.#reads.neighbors(ids, requests);
    const neighborhoods = await this.#reads.neighborhoods(ids, requests);
    for (const [id, { entity }] of neighborhoods) this.entities.prime(id, entity);
    return mapValues(neighborhoods, ({ pages }) => pages);
  }
}

/** Changes the values of a map. A key whose new value is undefined is left out. */
const mapValues = <Key, From, To>(map: ReadonlyMap<Key, From>, change: (value: From) => To | undefined) => {
  const changed = new Map<Key, To>();
  for (const [key, value] of map) {
    const result = change(value);
    if (result !== undefined) changed.set(key, result);
  }
  return changed;
};
