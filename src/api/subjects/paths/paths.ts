import type { Author, Topic } from '../../../graph/model/entities.ts';
import type { Edge } from '../../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  FoundPath,
  PathStatus,
  TopicPathThrough,
} from '../../../graph/paths.ts';
import type { Pair } from '../../../graph/pair.ts';
import { fromUnits } from '../../../graph/units.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { pathQuery, type PathArguments } from './pathQuery.ts';
import type { Collaboration, TopicStep } from '../parents.ts';

export interface PathResult<Path> {
  status: PathStatus;
  isComplete: boolean;
  distance: number | null;
  paths: Path[];
}

export interface CollaborationPath {
  length: number;
  cost: number;
  authors: readonly Author[];
  steps: { from: Author; to: Author; collaboration: Collaboration }[];
}

export interface TopicPath {
  length: number;
  topics: readonly Topic[];
  steps: TopicStep[];
}

type Cost = CollaborationPathQuery['cost'];

/**
 * The best paths between two authors.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pathQuery.
 */
export const collaborationPaths = async (
  loaders: Loaders,
  args: PathArguments & { cost: Cost },
  filter: CollaborationFilter | undefined,
): Promise<PathResult<CollaborationPath>> => {
  const { from, query } = await pathQuery(loaders, args, 'AUTHOR');
  const { cost } = args;
  const { paths, ...result } =
    query.from === query.to
      ? pathToItself<Author, Edge>(from)
      : await loaders.collaborationPaths.load({ ...query, cost, ...(filter && { filter }) });
  return pathResult({ ...result, paths: paths.map((path) => collaborationPath(path, cost, filter)) });
};

/**
 * The shortest paths between two topics.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pathQuery.
 */
export const topicPaths = async (
  loaders: Loaders,
  args: PathArguments & { through: TopicPathThrough },
): Promise<PathResult<TopicPath>> => {
  const { from, query } = await pathQuery(loaders, args, 'TOPIC');
  const { paths, ...result } =
    query.from === query.to
      ? pathToItself<Topic, number>(from)
      : await loaders.topicPaths.load({ ...query, through: args.through });
  return pathResult({ ...result, paths: paths.map(topicPath) });
};

/**
 * The best path of at most two steps between two authors, that is, a direct one or one through a common collaborator;
 * null if there is none.
 */
export const introduction = async (loaders: Loaders, pair: Pair): Promise<CollaborationPath | null> => {
  const query: CollaborationPathQuery = { ...pair, k: 1, maxLength: 2, avoidIds: [], cost: 'HOPS' };
  const answer: CollaborationPathAnswer = await loaders.collaborationPaths.load(query);
  const [path] = answer.paths;
  return path ? collaborationPath(path, query.cost, undefined) : null;
};

/** The path without steps from a node to itself. It needs no read of the store. */
const pathToItself = <Node, Step>(node: Node) => ({
  status: 'FOUND' as const,
  isComplete: true,
  paths: [{ nodes: [node], steps: [], cost: 0 }] as FoundPath<Node, Step>[],
});

const pathResult = <Path extends { length: number }>(
  result: Omit<PathResult<Path>, 'distance'>,
): PathResult<Path> => ({ ...result, distance: result.paths[0]?.length ?? null });

const collaborationPath = (
  { nodes, steps, cost }: FoundPath<Author, Edge>,
  costKind: Cost,
  filter: CollaborationFilter | undefined,
): CollaborationPath => ({
  length: steps.length,
  cost: costKind === 'HOPS' ? steps.length : fromUnits(cost),
  authors: nodes,
  steps: stepsAlong(nodes).map(({ from, to }, index) => {
    const edge = steps[index];
    if (!edge) throw new TypeError('The store returned a path with fewer edges than steps.');
    return { from, to, collaboration: { from: from.id, to: to.id, edge, filter } };
  }),
});

const topicPath = ({ nodes }: FoundPath<Topic, number>): TopicPath => {
  const steps = stepsAlong(nodes);
  return { length: steps.length, topics: nodes, steps };
};

/** Pairs each node of a path with the next node of the path. */
const stepsAlong = <Node>(nodes: readonly Node[]): { from: Node; to: Node }[] =>
  nodes.slice(1).map((to, index) => ({ from: nodes[index] as Node, to }));
