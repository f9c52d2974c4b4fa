import type { Edge } from './model/edges.ts';
import type { Author, Topic } from './model/entities.ts';
import type { CollaborationFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';

/**
 * FOUND: there are paths. NOT_CONNECTED: it is certain that there is no path. BEYOND_MAX_LENGTH: it is certain that no
 * path has at most `maxLength` steps. STOPPED: the search took too long and was ended before it found a path.
 */
export type PathStatus = 'FOUND' | 'NOT_CONNECTED' | 'BEYOND_MAX_LENGTH' | 'STOPPED';

export interface PathQuery {
  from: EntityId;
  to: EntityId;
  /** The number of paths to find, 1–20. */
  k: number;
  /** The maximum number of steps of a path, 1–20. */
  maxLength: number;
  avoidIds: readonly EntityId[];
}

export interface CollaborationPathQuery extends PathQuery {
  /** The cost of a step: 1 (HOPS), or 1 / strength (STRENGTH). */
  cost: 'HOPS' | 'STRENGTH';
  filter?: CollaborationFilter;
}

/** What connects two topics: papers about both, or authors who work on both. */
export type TopicPathThrough = 'PAPERS' | 'AUTHORS';

export interface TopicPathQuery extends PathQuery {
  through: TopicPathThrough;
}

/** A path from one end to the other. It has one step fewer than nodes. */
export interface FoundPath<Node, Step> {
  nodes: readonly Node[];
  steps: readonly Step[];
  /** The sum of the costs of the steps, in units of 10⁻⁹. */
  cost: number;
}

export interface PathAnswer<Node, Step> {
  status: PathStatus;
  /** False if the search ended before it had proved that these are the k best paths. */
  isComplete: boolean;
  paths: readonly FoundPath<Node, Step>[];
}

export type CollaborationPathAnswer = PathAnswer<Author, Edge>;
/**
 * Paths between topics. Each step of a path is given by the number of papers or authors that connect its two topics.
 */
export type TopicPathAnswer = PathAnswer<Topic, number>;

/** Returns the same answer with each node replaced by the result of `change`. */
export const withNodes = <From, To, Step>(
  { paths, ...answer }: PathAnswer<From, Step>,
  change: (node: From) => To,
): PathAnswer<To, Step> => ({
  ...answer,
  paths: paths.map((path) => ({ ...path, nodes: path.nodes.map(change) })),
});
