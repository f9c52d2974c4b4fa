import type { EntityId } from '../../../graph/model/ids.ts';
import type { Edge } from '../../../graph/model/edges.ts';
import type { Author, Topic } from '../../../graph/model/entities.ts';
import { GraphError } from '../../../graph/errors.ts';
import {
  withNodes,
  type CollaborationPathAnswer,
  type CollaborationPathQuery,
  type PathAnswer,
  type PathQuery,
  type TopicPathAnswer,
  type TopicPathQuery,
} from '../../../graph/paths.ts';
import type { MemoryGraph } from '../../../memory/memoryGraph.ts';
import { FilterTests } from '../../../memory/queries/filterTests.ts';
import type { PathContext, PathFinder } from '../../../memory/queries/pathFinder.ts';
import type { Database } from '../../connection/database.ts';
import { waitFor } from '../../connection/waitFor.ts';
import type { NodeValues } from '../../cypher/nodeProjection.ts';
import type { MemoryGraphCache, VersionedMemoryGraph } from '../../memoryFeed/memoryGraphCache.ts';
import { versionOf, type StoredVersion } from '../../memoryFeed/storedVersion.ts';
import { entityOf } from '../entityOf.ts';
import { versionedEntities } from './pathStatements.ts';
import { resolveIds } from './resolveIds.ts';

/** How often paths are searched again because an import changed the stored graph in the meantime. */
const ATTEMPTS = 5;

/** What a read of paths needs. */
interface PathReadContext {
  database: Database;
  memoryGraphs: MemoryGraphCache;
  /** Of the stored graph: the most authors of a paper that makes collaborators. */
  cap: number;
  signal: AbortSignal | undefined;
}

export const readCollaborationPaths = (
  context: PathReadContext,
  queries: readonly CollaborationPathQuery[],
): Promise<CollaborationPathAnswer[]> => {
  const find: Find<CollaborationPathQuery, Edge> = (paths, query, pathContext) =>
    paths.betweenAuthors(query, pathContext);
  return readPaths<CollaborationPathQuery, Author, Edge>(context, queries, 'AUTHOR', find);
};

export const readTopicPaths = (
  context: PathReadContext,
  queries: readonly TopicPathQuery[],
): Promise<TopicPathAnswer[]> => {
  const find: Find<TopicPathQuery, number> = (paths, query, pathContext) =>
    paths.betweenTopics(query, pathContext);
  return readPaths<TopicPathQuery, Topic, number>(context, queries, 'TOPIC', find);
};

type Find<Query, Step> = (
  paths: PathFinder,
  query: Query,
  context: PathContext,
) => Promise<PathAnswer<number, Step>>;

/**
 * Searches the memory graph, then reads the records of all nodes on the paths in one statement. That statement also
 * returns the stored version, which shows whether the memory graph is up to date.
 */
const readPaths = async <Query extends PathQuery, Node extends Author | Topic, Step>(
  context: PathReadContext,
  queries: readonly Query[],
  kind: Node['kind'],
  find: Find<Query, Step>,
): Promise<PathAnswer<Node, Step>[]> => {
  const { database, memoryGraphs, signal } = context;
  if (queries.length === 0) return [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // The memory graph is read to its end for everybody, even when this request is aborted.
    const versioned = await waitFor(memoryGraphs.latest(), { signal });
    const { graph, paths } = versioned.queries;
    const resolved = await resolveIds(database, graph, queries);
    if (resolved.every((query) => hasEnds(graph, query))) {
      const nodeOf = (id: EntityId) => graph.nodeOfId(id);
      const pathContext = { nodeOf, tests: new FilterTests(graph, nodeOf), signal };
      const answers = await Promise.all(resolved.map((query) => find(paths, query, pathContext)));
      const records = await readRecords<Node>(context, versioned, answers, kind);
      if (records) return answers.map((answer) => withNodes(answer, (node) => records.get(node) as Node));
    }
    memoryGraphs.discard(versioned.version);
  }
  throw new GraphError('STORE_UNAVAILABLE', 'An import changes the graph faster than paths can be found.');
};

const hasEnds = (graph: MemoryGraph, { from, to }: PathQuery): boolean =>
  graph.nodeOfId(from) !== undefined && graph.nodeOfId(to) !== undefined;

type VersionedNodes = StoredVersion & { nodes: NodeValues[] };

/** The records of the nodes on the paths; undefined if the memory graph is out of date. */
const readRecords = async <Node extends Author | Topic>(
  { database, cap }: PathReadContext,
  { queries: { graph }, version }: VersionedMemoryGraph,
  answers: readonly PathAnswer<number, unknown>[],
  kind: Node['kind'],
): Promise<Map<number, Node> | undefined> => {
  const nodes = new Set(answers.flatMap(({ paths }) => paths.flatMap((path) => path.nodes)));
  const ids = Array.from(nodes, (node) => graph.ids[node] ?? '');
  const [stored] = await database.read<VersionedNodes>(versionedEntities[kind], { ids });
  if (versionOf(stored) !== version) return undefined;
  const records = new Map<number, Node>();
  for (const values of stored?.nodes ?? []) {
    const entity = entityOf(kind, values, cap) as Node;
    const node = graph.nodeOfId(entity.id);
    if (node !== undefined) records.set(node, entity);
  }
  // An unfinished import has the version before it, and may have removed entities of the memory graph.
  return records.size === nodes.size ? records : undefined;
};
