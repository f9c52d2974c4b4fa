import type { Edge } from '../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import type {
  CollaborationPathQuery,
  FoundPath,
  PathAnswer,
  PathQuery,
  TopicPathQuery,
} from '../../graph/paths.ts';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import { inUnits } from '../../graph/units.ts';
import { at } from '../algorithms/adjacency.ts';
import { bestPaths, type BestPathsQuery, type BestPathsResult } from '../algorithms/bestPaths.ts';
import { components, componentsThroughRows } from '../algorithms/components.ts';
import { WorkBudget, type PathGraph } from '../algorithms/pathGraph.ts';
import { PathScratch } from '../algorithms/shortestPath.ts';
import type { Collaborations } from './collaborations.ts';
import type { MemoryGraph } from './memoryGraph.ts';
import type { PaperPredicates } from './paperPredicates.ts';
import {
  collaborationGraph,
  filteredCollaborationGraph,
  topicGraphThroughAuthors,
  topicGraphThroughPapers,
} from './pathGraphs.ts';

/** Edges a search may look at before it says STOPPED: some seconds of work. */
const WORK_BUDGET = 50_000_000;

/** Finds paths between authors and between topics, exactly and without holding up others. Ends must exist. */
export class PathFinder {
  readonly #graph: MemoryGraph;
  readonly #collaborations: Collaborations;
  readonly #predicates: PaperPredicates;
  readonly #idleScratch: PathScratch[] = [];
  #authorComponents: Uint32Array | undefined;
  readonly #topicComponents: Partial<Record<TopicPathQuery['through'], Uint32Array>> = {};
  #authors: PathGraph | undefined;
  readonly #topics: Partial<Record<TopicPathQuery['through'], PathGraph>> = {};

  constructor(graph: MemoryGraph, collaborations: Collaborations, predicates: PaperPredicates) {
    this.#graph = graph;
    this.#collaborations = collaborations;
    this.#predicates = predicates;
  }

  /** Nodes are of authors. @param signal ends the search, with its reason. */
  async betweenAuthors(
    query: CollaborationPathQuery,
    signal?: AbortSignal,
  ): Promise<PathAnswer<number, Edge>> {
    const { from, to } = this.#ends(query);
    if (this.#authorComponent(from) !== this.#authorComponent(to)) return notConnected;
    const by = query.cost === 'HOPS' ? 'STEPS' : 'COST';
    const { paths, ...proved } = await this.#best(this.#collaborationGraph(query.filter), query, by, signal);
    const steps = (nodes: readonly number[]): Edge[] =>
      eachStep(nodes, (a, b) => this.#collaboration(a, b, query.filter));
    return {
      ...proved,
      paths: paths.map(({ nodes, cost }): FoundPath<number, Edge> => ({
        nodes,
        steps: steps(nodes),
        cost: query.cost === 'HOPS' ? inUnits(nodes.length - 1) : cost,
      })),
    };
  }

  /** Nodes are of topics; a step carries how many papers or authors make it. @param signal ends the search. */
  async betweenTopics(query: TopicPathQuery, signal?: AbortSignal): Promise<PathAnswer<number, number>> {
    const { from, to } = this.#ends(query);
    const { through } = query;
    if (this.#topicComponent(from, through) !== this.#topicComponent(to, through)) return notConnected;
    const graph = this.#topicGraph(through);
    const { paths, ...proved } = await this.#best(graph, query, 'STEPS', signal);
    return {
      ...proved,
      paths: paths.map(({ nodes }): FoundPath<number, number> => ({
        nodes,
        steps: eachStep(nodes, (a, b) => linkCount(graph, a, b)),
        cost: inUnits(nodes.length - 1),
      })),
    };
  }

  async #best(
    graph: PathGraph,
    query: PathQuery,
    by: BestPathsQuery['by'],
    signal: AbortSignal | undefined,
  ): Promise<BestPathsResult> {
    const scratch = this.#idleScratch.pop() ?? new PathScratch(graph.size);
    const { k, maxLength } = query;
    const avoided = new Set(query.avoidIds.flatMap((id) => this.#graph.nodeOf(id) ?? []));
    try {
      const search = bestPaths(
        graph,
        { ...this.#ends(query), k, maxLength, by, avoided },
        new WorkBudget(WORK_BUDGET),
        scratch,
      );
      return await unhurried(search, signal);
    } finally {
      this.#idleScratch.push(scratch);
    }
  }

  #ends({ from, to }: PathQuery): { from: number; to: number } {
    const [start, end] = [this.#graph.nodeOf(from), this.#graph.nodeOf(to)];
    if (start === undefined || end === undefined) throw new TypeError(`${from} or ${to} is not stored`);
    return { from: start, to: end };
  }

  #authorComponent(author: number): number {
    const { collaborators, ranges } = this.#graph.arrays;
    this.#authorComponents ??= components(collaborators, ranges.authors);
    return at(this.#authorComponents, author - ranges.authors.start);
  }

  #topicComponent(topic: number, through: TopicPathQuery['through']): number {
    const { authorTopics, ranges, relatedTopics } = this.#graph.arrays;
    const ofTopics = (this.#topicComponents[through] ??=
      through === 'PAPERS'
        ? components(relatedTopics, ranges.topics)
        : componentsThroughRows(authorTopics, ranges.authors, ranges.topics));
    return at(ofTopics, topic - ranges.topics.start);
  }

  #collaborationGraph(filter: CollaborationFilter | undefined): PathGraph {
    if (filter) {
      return filteredCollaborationGraph(
        this.#graph,
        this.#predicates.ofJointPapers(filter),
        filter.minPapers ?? 1,
      );
    }
    return (this.#authors ??= collaborationGraph(this.#graph));
  }

  #topicGraph(through: TopicPathQuery['through']): PathGraph {
    const make = through === 'PAPERS' ? topicGraphThroughPapers : topicGraphThroughAuthors;
    return (this.#topics[through] ??= make(this.#graph));
  }

  #collaboration(from: number, to: number, filter: CollaborationFilter | undefined): Edge {
    const edge = this.#collaborations.edge(from, to, filter);
    if (!edge) throw new TypeError('a path has a step without a collaboration');
    return edge;
  }
}

const notConnected: PathAnswer<never, never> = { status: 'NOT_CONNECTED', isComplete: true, paths: [] };

/** Runs a search with pauses in which others get the processor, and in which it may be told to stop. */
const unhurried = async <Result>(
  search: Generator<void, Result>,
  signal: AbortSignal | undefined,
): Promise<Result> => {
  try {
    for (;;) {
      signal?.throwIfAborted();
      const step = search.next();
      if (step.done) return step.value;
      if (cooperativeScheduler.isOver) await cooperativeScheduler.next();
    }
  } finally {
    search.return(undefined as never); // where it was stopped, it clears what others will use after it
  }
};

const eachStep = <Step>(nodes: readonly number[], step: (from: number, to: number) => Step): Step[] =>
  nodes.slice(1).map((node, index) => step(nodes[index] as number, node));

const linkCount = (graph: PathGraph, from: number, to: number): number => {
  const { targets, costs, start, end } = graph.edges(from);
  for (let index = start; index < end; index += 1)
    if (targets[index] === to) return -(costs[index] as number);
  return 0;
};

/** The same answer with other nodes: a store knows what its numbers stand for. */
export const withNodes = <From, To, Step>(
  { paths, ...proved }: PathAnswer<From, Step>,
  change: (node: From) => To,
): PathAnswer<To, Step> => ({
  ...proved,
  paths: paths.map((path) => ({ ...path, nodes: path.nodes.map(change) })),
});
