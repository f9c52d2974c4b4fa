import DataLoader from 'dataloader';
import type { Edge } from '../../graph/model/edges.ts';
import type { Entity, EntityKind } from '../../graph/model/entities.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { AuthorMetrics } from '../../graph/metrics/authorMetrics.ts';
import {
  joinedPage,
  neighborhoodRequests,
  type Neighbor,
  type NeighborhoodPosition,
} from '../../graph/slice/neighborhood.ts';
import type {
  ListPageRequest,
  Page,
  PageEntry,
  PageRequest,
  RelationPageRequest,
} from '../../graph/model/pages.ts';
import type { RelationName } from '../../graph/model/relations.ts';
import {
  pairKey,
  type GraphReads,
  type GraphStatistics,
  type NeighborsRequest,
  type GraphStore,
  type Pair,
  type SearchHit,
  type SearchRequest,
} from '../../graph/store.ts';
import type { Deadline } from '../execution/deadline.ts';
import { BatchScheduler } from './batchScheduler.ts';
import {
  asWanted,
  pageLoader,
  type Asked,
  type PageLoader,
  type PageReader,
  type Wanted,
} from './pageLoader.ts';
import { TraversalLoaders } from './traversalLoaders.ts';
import { memoize } from './memoize.ts';

/** The one "parent" of a list that has none. */
export const ROOT = '';

/**
 * What one request has asked of the store: one loader for each distinct page or kind of key, so that a field costs
 * one call however many parents it is resolved for. Made afresh for each request; nothing is remembered longer.
 */
export class Loaders {
  readonly #store: GraphReads;
  readonly #deadline: Deadline;
  readonly #pages = new Map<string, PageLoader<PageEntry>>();
  readonly #neighborhoods = new Map<string, PageLoader<Neighbor>>();
  readonly #searches = new Map<string, PageLoader<SearchHit>>();
  readonly #expected = new Set<EntityId>();
  readonly #collaborations = new Map<string, DataLoader<Pair, Edge | null, string>>();

  /** When what is asked is read. */
  readonly batchScheduler = new BatchScheduler();

  /** Entities by any of their ids; null where there is none. */
  readonly entities: DataLoader<EntityId, Entity | null>;
  /** Abstracts by a paper's id; null where there is none. */
  readonly abstracts: DataLoader<EntityId, string | null>;
  /** Metrics by an author's id; null where there is no such author. */
  readonly metrics: DataLoader<EntityId, AuthorMetrics | null>;

  /** What is asked about the graph's shape beyond one step. */
  readonly questions: TraversalLoaders;

  constructor(asked: GraphStore, deadline: Deadline) {
    const store = asked.during(deadline.signal);
    this.#store = store;
    this.#deadline = deadline;
    this.questions = new TraversalLoaders(store, (work) => deadline.race(work), this.batchScheduler.schedule);
    this.entities = this.#keyed((ids) => store.entities(ids));
    this.abstracts = this.#keyed((ids) => store.abstracts(ids));
    this.metrics = this.#keyed((ids) => store.metrics(ids));
  }

  /** The entity will be asked for right after a page of its neighbors: the first page brings it along. */
  expect(id: EntityId): void {
    this.#expected.add(id);
  }

  /** Resolves when all of these are there or have failed, at the latest after a fifth of the operation's time. */
  async settledSoon(reads: readonly Promise<unknown>[]): Promise<void> {
    await Promise.race([Promise.allSettled(reads), this.#deadline.soon]);
  }

  /** Neighbors along one relation, for each parent of the relation's kind. */
  neighbors(relation: RelationName, page: Asked<RelationPageRequest>): PageLoader<PageEntry> {
    return memoize(this.#pages, [relation, page], () =>
      this.#pageLoader((ids, wanted) =>
        this.#ask(async () => {
          const pages = await this.#pagesOf(ids, [{ relation, page: asWanted(page, wanted) }]);
          return valuesMapped(pages, ([only]) => only);
        }),
      ),
    );
  }

  /** Neighbors along several relations, joined, for each parent of the kind those start at. */
  neighborhood(
    relations: readonly RelationName[],
    page: { first: number; after?: NeighborhoodPosition },
  ): PageLoader<Neighbor> {
    return memoize(this.#neighborhoods, [relations, page], () =>
      this.#pageLoader((ids, wanted) =>
        this.#ask(async () => {
          const request = asWanted(page, wanted);
          const pages = await this.#pagesOf(ids, neighborhoodRequests(relations, request));
          return valuesMapped(pages, (each) => joinedPage(relations, each, request));
        }),
      ),
    );
  }

  /** What both of a pair are neighbors of along one relation. The parent is the pair's key. */
  commonNeighbors(
    relation: RelationName,
    pair: Pair,
    page: Asked<PageRequest<CollaborationFilter>>,
  ): (want: keyof Wanted) => Promise<Page> {
    const load = memoize(this.#pages, ['common', relation, page], () =>
      this.#pageLoader((keys, wanted) =>
        this.#ask(() => this.#store.commonNeighbors(relation, keys.map(pairOfKey), asWanted(page, wanted))),
      ),
    );
    return (want) => load(pairKey(pair), want);
  }

  /** What stands between two authors; null where nothing that passes does. */
  collaborations(filter: CollaborationFilter | undefined): DataLoader<Pair, Edge | null, string> {
    return memoize(
      this.#collaborations,
      [filter],
      () =>
        new DataLoader(
          async (pairs) => {
            const edges = await this.#ask(() => this.#store.collaborations(pairs, filter));
            return pairs.map((pair) => edges.get(pairKey(pair)) ?? null);
          },
          { cacheKeyFn: pairKey, batchScheduleFn: this.batchScheduler.schedule },
        ),
    );
  }

  /** All entities of a kind. */
  list(kind: EntityKind, page: Asked<ListPageRequest>): PageLoader<PageEntry> {
    return memoize(this.#pages, ['list', kind, page], () =>
      this.#pageLoader(async (_, wanted) => {
        const listed = await this.#ask(() => this.#store.list(kind, asWanted(page, wanted)));
        return new Map([[ROOT, listed]]);
      }),
    );
  }

  /** What a text finds. */
  search(page: Asked<SearchRequest>): PageLoader<SearchHit> {
    return memoize(this.#searches, [page], () =>
      this.#pageLoader(async (_, wanted) => {
        const found = await this.#ask(() => this.#store.search(asWanted(page, wanted)));
        return new Map([[ROOT, found]]);
      }),
    );
  }

  statistics(): Promise<GraphStatistics> {
    return this.#ask(() => this.#store.statistics());
  }

  #pageLoader<Entry>(read: PageReader<Entry>): PageLoader<Entry> {
    return pageLoader(read, this.batchScheduler.schedule);
  }

  async #pagesOf(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Page[]>> {
    const expected = ids.filter((id) => this.#expected.delete(id));
    if (expected.length === 0) return this.#store.neighbors(ids, requests);
    const found = await this.#store.neighborhoods(ids, requests);
    for (const [id, { entity }] of found) this.entities.prime(id, entity);
    return valuesMapped(found, ({ pages }) => pages);
  }

  #ask<T>(work: () => Promise<T>): Promise<T> {
    return this.#deadline.race(work);
  }

  #keyed<Value>(read: (ids: readonly EntityId[]) => Promise<Map<EntityId, Value>>) {
    return new DataLoader<EntityId, Value | null>(
      async (ids) => {
        const values = await this.#ask(() => read(ids));
        return ids.map((id) => values.get(id) ?? null);
      },
      { batchScheduleFn: this.batchScheduler.schedule },
    );
  }
}

/** Ids hold no blank, so a pair's key can be taken apart again. */
const pairOfKey = (key: string): Pair => {
  const [from = '', to = ''] = key.split(' ');
  return { from, to };
};

const valuesMapped = <Key, From, To>(map: Map<Key, From>, change: (value: From) => To | undefined) => {
  const changed = new Map<Key, To>();
  for (const [key, value] of map) {
    const result = change(value);
    if (result !== undefined) changed.set(key, result);
  }
  return changed;
};
