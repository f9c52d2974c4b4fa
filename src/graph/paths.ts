import type { Edge } from './model/edges.ts';
import type { Author, Topic } from './model/entities.ts';
import type { CollaborationFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';

/** FOUND, or what was proved about there being none; STOPPED proves nothing. */
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
  /** What a step costs: one, or 1 / strength. */
  cost: 'HOPS' | 'STRENGTH';
  filter?: CollaborationFilter;
}

/** What makes two topics one step apart: papers about both, or authors who work on both. */
export type TopicPathThrough = 'PAPERS' | 'AUTHORS';

export interface TopicPathQuery extends PathQuery {
  through: TopicPathThrough;
}

/** A path from end to end. Its edges are one fewer than its nodes. */
export interface FoundPath<Node, Step> {
  nodes: readonly Node[];
  steps: readonly Step[];
  /** The sum of what its steps cost, in units of 10⁻⁹ where that is a fraction. */
  cost: number;
}

export interface PathAnswer<Node, Step> {
  status: PathStatus;
  /** False where the budget ran out before all k were known. */
  isComplete: boolean;
  paths: readonly FoundPath<Node, Step>[];
}

export type CollaborationPathAnswer = PathAnswer<Author, Edge>;
/** A step carries the number of papers or authors that make it. */
export type TopicPathAnswer = PathAnswer<Topic, number>;

/** The same answer with other values for the nodes. */
export const withNodes = <From, To, Step>(
  { paths, ...answer }: PathAnswer<From, Step>,
  change: (node: From) => To,
): PathAnswer<To, Step> => ({
  ...answer,
  paths: paths.map((path) => ({ ...path, nodes: path.nodes.map(change) })),
});
