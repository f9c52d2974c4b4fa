import type { Edge } from './model/edges.ts';
import type { Author, Topic } from './model/entities.ts';
import type { CollaborationFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';

/** Whether paths were found. NOT_CONNECTED and BEYOND_MAX_LENGTH are proved; STOPPED means that the search was too long. */
export type PathStatus = 'FOUND' | 'NOT_CONNECTED' | 'BEYOND_MAX_LENGTH' | 'STOPPED';

export interface PathQuery {
  from: EntityId;
  to: EntityId;
  /** 1–20. */
  k: number;
  /** 1–20 steps. */
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

/** A path from end to end, with one step fewer than nodes. */
export interface FoundPath<Node, Step> {
  nodes: readonly Node[];
  steps: readonly Step[];
  /** The sum of the costs of the steps, in units of 10⁻⁹. */
  cost: number;
}

export interface PathAnswer<Node, Step> {
  status: PathStatus;
  /** False if the search ended before all k paths were known to be the best. */
  isComplete: boolean;
  paths: readonly FoundPath<Node, Step>[];
}

export type CollaborationPathAnswer = PathAnswer<Author, Edge>;
/** Each step is the number of papers or authors that connect the two topics. */
export type TopicPathAnswer = PathAnswer<Topic, number>;

/** The same answer with other values for the nodes. */
export const withNodes = <From, To, Step>(
  { paths, ...answer }: PathAnswer<From, Step>,
  change: (node: From) => To,
): PathAnswer<To, Step> => ({
  ...answer,
  paths: paths.map((path) => ({ ...path, nodes: path.nodes.map(change) })),
});
