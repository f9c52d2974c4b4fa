import { cooperativeScheduler } from '../graph/cooperativeScheduler.ts';
import { differentPairs } from '../graph/corrections/differentPairs.ts';
import type { Correction } from '../graph/identity/corrections.ts';
import { entityDimensions } from '../graph/breakdown.ts';
import type { Entity } from '../graph/model/entities.ts';
import {
  idsOfFilter,
  type CollaborationFilter,
  type ListFilter,
  type RelationFilter,
} from '../graph/model/filters.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { Page } from '../graph/model/pages.ts';
import type { CollaborationPathAnswer, PathQuery, TopicPathAnswer } from '../graph/paths.ts';
import type { GraphReads, NeighborsRequest } from '../graph/store.ts';
import type { Pair } from '../graph/pair.ts';
import { idsOfReviewers } from '../graph/reviewers.ts';
import type { ReadArguments } from '../graph/readArguments.ts';
import type { NodeOf } from './queries/filterTests.ts';
import { metricsOf, statisticsOf } from './queries/measures.ts';
import { readMixtures } from './reads/readMixtures.ts';
import { positionAfter } from './reads/positionAfter.ts';
import { readActivities } from './reads/readActivities.ts';
import { readAuthorEvents } from './reads/readAuthorEvents.ts';
import { readBreakdown } from './reads/readBreakdown.ts';
import { readCollaborations } from './reads/readCollaborations.ts';
import { nextSlice, ReadContext } from './reads/readContext.ts';
import { readDuplicates } from './reads/readDuplicates.ts';
import { readFeed } from './reads/readFeed.ts';
import { readLinks } from './reads/readLinks.ts';
import { readCommonNeighbors, readNeighborhoods, readNeighbors } from './reads/readNeighbors.ts';
import { readPaths } from './reads/readPaths.ts';
import { readRelatedPapers, readSurroundingWorks } from './reads/readRelatedPapers.ts';
import { readReviewers } from './reads/readReviewers.ts';
import { readSuggestions } from './reads/readSuggestions.ts';
import { readTitledPapers } from './reads/titledPapers.ts';
import { resolvedPages, type GraphView } from './reads/graphView.ts';

/** Calls `read` with the current state of the graph. The state stays usable until the promise of `read` settles. */
type UseState = <Result>(read: (state: GraphView) => Promise<Result>) => Promise<Result>;

/** The reads that the graph in memory answers. */
export type MemoryAnswers = Omit<
  GraphReads,
  'abstracts' | 'documents' | 'formerIds' | 'latexTexts' | 'removals' | 'search'
>;

/** Answers reads from the graph in memory. Only names, titles and other record fields are read from the store. */
export class MemoryReads implements MemoryAnswers {
  readonly #use: UseState;
  /** All corrections, the latest first. */
  readonly corrections: () => Promise<readonly Correction[]>;
  protected readonly signal: AbortSignal | undefined;

  /** @param signal if it aborts, running and new reads fail with its reason */
  constructor(use: UseState, corrections: () => Promise<readonly Correction[]>, signal?: AbortSignal) {
    this.#use = use;
    this.corrections = corrections;
    this.signal = signal;
  }

  entities(...[ids]: ReadArguments<'entities'>) {
    return this.read(ids, async (context) => {
      const found = context.nodesById(ids);
      const entities = await context.records.entities([...found.values()]);
      return new Map([...found.keys()].map((id, index) => [id, entities[index] as Entity]));
    });
  }

  neighbors(...[ids, requests]: ReadArguments<'neighbors'>) {
    return this.read(
      ids,
      (context) => readNeighbors(context, context.nodesById(ids), requests),
      filtersOf(requests),
    );
  }

  neighborhoods(...[ids, requests]: ReadArguments<'neighborhoods'>) {
    const read = (context: ReadContext) => {
      const { graph } = context.queries;
      const ownNodes = context.nodesById(ids, (id) => graph.nodeOfId(id));
      return readNeighborhoods(context, ownNodes, requests);
    };
    return this.read([], read, filtersOf(requests));
  }

  async egoNetwork(...[id, requests, relations]: ReadArguments<'egoNetwork'>) {
    const found = (await this.neighborhoods([id], requests)).get(id);
    if (!found) return undefined;
    const around = found.pages.flatMap(({ entries }) => entries.map(({ node }) => node.id));
    return { ...found, ...(await this.links([...new Set([id, ...around])], relations, [id])) };
  }

  commonNeighbors(...[relation, pairs, page]: ReadArguments<'commonNeighbors'>) {
    return this.read(idsOfPairs(pairs), (context) => readCommonNeighbors(context, relation, pairs, page), [
      page.filter,
    ]);
  }

  collaborations(...[pairs, filter]: ReadArguments<'collaborations'>) {
    return this.read(idsOfPairs(pairs), (context) => readCollaborations(context, pairs, filter), [filter]);
  }

  list(...[kind, request]: ReadArguments<'list'>) {
    const read = async (context: ReadContext) => {
      const after = await positionAfter(context, kind, request);
      const page = await context.queries.lists.page(kind, request, after, context);
      const [resolved] = await resolvedPages(context, [page], request.brief ?? false);
      return resolved as Page;
    };
    return this.read([], read, [request.filter]);
  }

  metrics(...[authorIds]: ReadArguments<'metrics'>) {
    return this.read(authorIds, async (context) => {
      const found = [...context.nodesById(authorIds)];
      const { graph } = context.queries;
      return new Map(await context.each(found, ([id, node]) => [id, metricsOf(graph, node)] as const));
    });
  }

  activities(...[authorIds]: ReadArguments<'activities'>) {
    return this.read(authorIds, (context) => readActivities(context, authorIds));
  }

  authorEvents(...[authorIds, request]: ReadArguments<'authorEvents'>) {
    return this.read([...authorIds, ...(request.distanceTo ?? [])], (context) =>
      readAuthorEvents(context, authorIds, request),
    );
  }

  breakdown(...[request]: ReadArguments<'breakdown'>) {
    const { entityId, by, values = [], filter } = request;
    const ids = [
      ...(entityId === undefined ? [] : [entityId]),
      ...(by[0] && entityDimensions.has(by[0]) ? values : []),
    ];
    return this.read(ids, (context) => readBreakdown(context, request), [filter]);
  }

  feed(...[request]: ReadArguments<'feed'>) {
    const { entityIds = [], paperIds = [] } = request;
    return this.read([...entityIds, ...paperIds], (context) => readFeed(context, request));
  }

  suggestions(...[authorIds, request]: ReadArguments<'suggestions'>) {
    return this.read([...authorIds, ...idsOfFilter(request.filter)], (context) =>
      readSuggestions(context, authorIds, request),
    );
  }

  relatedPapers(...[paperIds, request]: ReadArguments<'relatedPapers'>) {
    return this.read(paperIds, (context) => readRelatedPapers(context, paperIds, request), [request.filter]);
  }

  surroundingWorks(...[paperIds, request]: ReadArguments<'surroundingWorks'>) {
    return this.read(paperIds, (context) => readSurroundingWorks(context, paperIds, request));
  }

  reviewers(...[request]: ReadArguments<'reviewers'>) {
    return this.read(idsOfReviewers(request), (context) => readReviewers(context, request));
  }

  async duplicates(...[authorId, request]: ReadArguments<'duplicates'>) {
    const different = differentPairs(await this.corrections());
    const ids = [...(authorId === undefined ? [] : [authorId]), ...different.flat()];
    return this.read(ids, (context) => readDuplicates(context, authorId, request, different));
  }

  mixtures(...[authorIds]: ReadArguments<'mixtures'>) {
    return this.read(authorIds, (context) => readMixtures(context, authorIds));
  }

  collaborationPaths(...[queries]: ReadArguments<'collaborationPaths'>): Promise<CollaborationPathAnswer[]> {
    return this.read(queries.flatMap(idsOfPath), (context) =>
      readPaths(context, queries, (query) => context.runTask('collaborationPath', idsOfPath(query), query)),
    );
  }

  topicPaths(...[queries]: ReadArguments<'topicPaths'>): Promise<TopicPathAnswer[]> {
    return this.read(queries.flatMap(idsOfPath), (context) =>
      readPaths(context, queries, (query) => context.runTask('topicPath', idsOfPath(query), query)),
    );
  }

  links(...[ids, relations, counted]: ReadArguments<'links'>) {
    return this.read([...ids, ...counted], (context) => readLinks(context, ids, relations, counted));
  }

  statistics() {
    return this.read([], async ({ queries }) => statisticsOf(queries.graph));
  }

  /**
   * Calls `read` with one state of the graph. The context given to `read` finds the nodes of `ids` and of all ids in
   * the filters, also if they are not the entities' own ids but other identifiers, such as an ORCID.
   */
  protected async read<Result>(
    ids: readonly EntityId[],
    read: (context: ReadContext) => Promise<Result>,
    filters: readonly (RelationFilter | ListFilter | undefined)[] = [],
  ): Promise<Result> {
    this.signal?.throwIfAborted();
    return this.#use(async (state) => {
      if (cooperativeScheduler.isSliceOver) await nextSlice(this.signal);
      const { graph } = state.queries;
      const others = [...ids, ...filters.flatMap(idsOfFilter)].filter(
        (id) => graph.nodeOfId(id) === undefined,
      );
      const ownIds = others.length > 0 ? await state.records.ownIds(others) : undefined;
      const nodeOf: NodeOf = (id) => graph.nodeOfId(id) ?? graph.nodeOfId(ownIds?.get(id) ?? id);
      const titled = await readTitledPapers(state.records, filters);
      return read(new ReadContext(state, nodeOf, titled, this.signal));
    });
  }
}

const filtersOf = (requests: readonly NeighborsRequest[]) => requests.map(({ page }) => page.filter);

const idsOfPairs = (pairs: readonly Pair[]): EntityId[] => pairs.flatMap(({ from, to }) => [from, to]);

const idsOfPath = ({
  from,
  to,
  avoidIds,
  filter,
}: PathQuery & { filter?: CollaborationFilter }): EntityId[] => [
  from,
  to,
  ...avoidIds,
  ...idsOfFilter(filter),
];
