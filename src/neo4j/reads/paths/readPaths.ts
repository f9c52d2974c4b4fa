import type { Edge } from '../../../graph/model/edges.ts';
import type { Author, Topic } from '../../../graph/model/entities.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  PathAnswer,
  PathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from '../../../graph/paths.ts';
import { withNodes } from '../../../memory/queries/pathFinding.ts';
import type { Database } from '../../connection/database.ts';
import { entityOf } from '../entityOf.ts';
import { versionedEntities } from '../entities/entityStatements.ts';
import type { NodeValues } from '../../cypher/projections.ts';
import {
  movingOn,
  versionOf,
  type ResolvedMemoryGraph,
  type MemoryGraphs,
  type StoredVersion,
} from '../../memoryFeed/memoryGraphs.ts';

/** How often an answer is looked for again because what is stored has moved on. */
const ATTEMPTS = 5;

/**
 * Paths, found in the image of the stored topology. One statement reads the records of the nodes on all of them
 * together with the stored version, which shows whether the image was of what is stored.
 */
export class Paths {
  readonly #database: Database;
  readonly #images: MemoryGraphs;
  readonly #signal: AbortSignal | undefined;

  /** @param signal ends the search, with its reason. The image is read to its end: it is everyone's. */
  constructor(database: Database, images: MemoryGraphs, signal?: AbortSignal) {
    this.#database = database;
    this.#images = images;
    this.#signal = signal;
  }

  /** @param cap of the stored graph: the most authors of a paper that makes collaborators. */
  betweenAuthors(
    queries: readonly CollaborationPathQuery[],
    cap: number,
  ): Promise<CollaborationPathAnswer[]> {
    const find: Find<CollaborationPathQuery, Edge> = ({ paths }, query) =>
      paths.betweenAuthors(query, this.#signal);
    return this.#answers<CollaborationPathQuery, Author, Edge>(queries, cap, 'AUTHOR', find);
  }

  betweenTopics(queries: readonly TopicPathQuery[], cap: number): Promise<TopicPathAnswer[]> {
    const find: Find<TopicPathQuery, number> = ({ paths }, query) => paths.betweenTopics(query, this.#signal);
    return this.#answers<TopicPathQuery, Topic, number>(queries, cap, 'TOPIC', find);
  }

  async #answers<Query extends PathQuery, Node extends Author | Topic, Step>(
    queries: readonly Query[],
    cap: number,
    kind: Node['kind'],
    find: Find<Query, Step>,
  ): Promise<PathAnswer<Node, Step>[]> {
    if (queries.length === 0) return [];
    this.#signal?.throwIfAborted();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const atHand = await this.#images.atHand(queries.flatMap(idsIn));
      const asked = queries.map((query) => withOwnIds(query, atHand));
      if (asked.every((query) => hasEnds(query, atHand))) {
        const found = await Promise.all(asked.map((query) => find(atHand, query)));
        const records = await this.#records<Node>(found, atHand, cap, kind);
        if (records) return found.map((answer) => withNodes(answer, (node) => records.get(node) as Node));
      }
      this.#images.outdate(atHand);
    }
    throw movingOn();
  }

  /** Of the nodes on the paths; undefined where the image is not of what is stored. */
  async #records<Node extends Author | Topic>(
    answers: readonly PathAnswer<number, unknown>[],
    { image, version }: ResolvedMemoryGraph,
    cap: number,
    kind: Node['kind'],
  ): Promise<Map<number, Node> | undefined> {
    const nodes = new Set(answers.flatMap(({ paths }) => paths.flatMap((path) => path.nodes)));
    const ids = Array.from(nodes, (node) => image.ids[node] ?? '');
    const [stored] = await this.#database.read<VersionedNodes>(versionedEntities(kind), { ids });
    if (versionOf(stored) !== version) return undefined;
    const records = new Map<number, Node>();
    for (const values of stored?.nodes ?? []) {
      const entity = entityOf(kind, values, cap) as Node;
      const node = image.nodeOf(entity.id);
      if (node !== undefined) records.set(node, entity);
    }
    // An import that has not ended yet may have removed what the image holds.
    return records.size === nodes.size ? records : undefined;
  }
}

type Find<Query, Step> = (image: ResolvedMemoryGraph, query: Query) => Promise<PathAnswer<number, Step>>;
type VersionedNodes = StoredVersion & { nodes: NodeValues[] };

type AnyPathQuery = PathQuery & Pick<CollaborationPathQuery, 'filter'>;

const idsIn = ({ from, to, avoidIds, filter }: AnyPathQuery): EntityId[] => [
  from,
  to,
  ...avoidIds,
  ...(filter?.topicIds ?? []),
  ...(filter?.institutionIds ?? []),
];

const hasEnds = ({ from, to }: PathQuery, { image }: ResolvedMemoryGraph): boolean =>
  image.nodeOf(from) !== undefined && image.nodeOf(to) !== undefined;

/** The query in the ids of the image, which knows no others. */
const withOwnIds = <Query extends AnyPathQuery>(query: Query, { ownId }: ResolvedMemoryGraph): Query => {
  const { from, to, avoidIds, filter } = query;
  return {
    ...query,
    from: ownId(from),
    to: ownId(to),
    avoidIds: avoidIds.map(ownId),
    ...(filter && {
      filter: {
        ...filter,
        ...(filter.topicIds && { topicIds: filter.topicIds.map(ownId) }),
        ...(filter.institutionIds && { institutionIds: filter.institutionIds.map(ownId) }),
      },
    }),
  };
};
