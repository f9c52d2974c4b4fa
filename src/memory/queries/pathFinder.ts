import type { Edge } from '../../graph/model/edges.ts';
import type {
  CollaborationPathQuery,
  FoundPath,
  PathAnswer,
  PathQuery,
  TopicPathQuery,
} from '../../graph/paths.ts';
import { GraphError } from '../../graph/errors.ts';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { toUnits } from '../../graph/units.ts';
import { at, type NodeRange } from '../algorithms/adjacency.ts';
import { bestPaths, type BestPathsResult } from '../algorithms/bestPaths.ts';
import type { BestPathsQuery } from '../algorithms/pathRanking.ts';
import { components, componentsThroughRows } from '../algorithms/components.ts';
import { WorkBudget, type PathGraph } from '../algorithms/pathGraph.ts';
import { PathScratch } from '../algorithms/pathScratch.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Collaborations } from './collaborations.ts';
import { computedOnce } from './computedOnce.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import {
  collaborationGraph,
  filteredCollaborationGraph,
  topicGraphThroughAuthors,
  topicGraphThroughPapers,
} from './pathGraphs.ts';
import type { TaskContext } from './searchContext.ts';

/** The maximum number of edges that a search may visit, which takes some seconds. After that it ends with STOPPED. */
const WORK_BUDGET = 50_000_000;

/** Finds exact paths between authors and between topics, with pauses in which other requests are served. */
export class PathFinder {
  readonly #graph: MemoryGraph;
  readonly #collaborations: Collaborations;
  /**
   * Arrays that no search is using at the moment, for reuse. The key is the number of the first node for which the
   * arrays have elements.
   */
  readonly #idleScratch = new Map<number, PathScratch[]>();
  readonly #authors: () => Promise<PathGraph>;
  readonly #topics: Readonly<Record<TopicPathQuery['through'], () => Promise<PathGraph>>>;
  /** By author: the author with the smallest node number in the same connected component. */
  readonly #authorComponents: () => Promise<Uint32Array>;
  readonly #topicComponents: Readonly<Record<TopicPathQuery['through'], () => Promise<Uint32Array>>>;

  constructor(graph: MemoryGraph, collaborations: Collaborations) {
    this.#graph = graph;
    this.#collaborations = collaborations;
    const { rows, ranges } = graph;
    const once = <Result>(compute: () => Steps<Result>) => computedOnce(() => runCooperatively(compute()));
    this.#authors = once(() => collaborationGraph(graph));
    this.#topics = {
      PAPERS: once(() => topicGraphThroughPapers(graph)),
      AUTHORS: once(() => topicGraphThroughAuthors(graph)),
    };
    this.#authorComponents = once(() => components(rows.collaborators, ranges.AUTHOR));
    this.#topicComponents = {
      PAPERS: once(() => components(rows.relatedTopics, ranges.TOPIC)),
      AUTHORS: once(() => componentsThroughRows(rows.authorTopics, ranges.AUTHOR, ranges.TOPIC)),
    };
  }

  /** @throws MissingPathEnd if an end is not stored; the reason of the signal if it aborts. */
  async betweenAuthors(
    query: CollaborationPathQuery,
    context: TaskContext,
  ): Promise<PathAnswer<number, Edge>> {
    const { from, to } = endsOf(query, context);
    if (!areConnected(await this.#authorComponents(), this.#graph.ranges.AUTHOR, from, to))
      return notConnected;
    const { filter, cost } = query;
    const passes = context.tests.ofJointPapers(filter);
    const isCollaborator = context.tests.ofCollaborators(filter ?? {});
    const graph = filter
      ? filteredCollaborationGraph(this.#graph, {
          passes,
          minPapers: filter.minPapers ?? 1,
          includes: (author) => author === from || author === to || isCollaborator(author),
        })
      : await this.#authors();
    const by = cost === 'HOPS' ? 'STEPS' : 'COST';
    const { paths, ...proof } = await this.#best(graph, query, by, context);
    const edge = (a: number, b: number): Edge => {
      const found = filter
        ? this.#collaborations.filteredEdge(a, b, passes, filter)
        : this.#collaborations.storedEdge(a, b);
      if (!found)
        throw new TypeError(`A path leads from node ${a} to node ${b}, but these are not collaborators.`);
      return found;
    };
    return {
      ...proof,
      paths: paths.map((path): FoundPath<number, Edge> => ({
        nodes: path.nodes,
        steps: eachStep(path.nodes, edge),
        cost: cost === 'HOPS' ? toUnits(path.nodes.length - 1) : path.cost,
      })),
    };
  }

  /**
   * Each step in the result is the number of papers or authors that its two topics have in common.
   *
   * @throws MissingPathEnd if an end is not stored; the reason of the signal if it aborts.
   */
  async betweenTopics(query: TopicPathQuery, context: TaskContext): Promise<PathAnswer<number, number>> {
    const { from, to } = endsOf(query, context);
    const { through } = query;
    const ofTopics = await this.#topicComponents[through]();
    if (!areConnected(ofTopics, this.#graph.ranges.TOPIC, from, to)) return notConnected;
    const graph = await this.#topics[through]();
    const { paths, ...proof } = await this.#best(graph, query, 'STEPS', context);
    return {
      ...proof,
      paths: paths.map(({ nodes }): FoundPath<number, number> => ({
        nodes,
        steps: eachStep(nodes, (a, b) => sharedCount(graph, a, b)),
        cost: toUnits(nodes.length - 1),
      })),
    };
  }

  async #best(
    graph: PathGraph,
    query: PathQuery,
    by: BestPathsQuery['by'],
    context: TaskContext,
  ): Promise<BestPathsResult> {
    const { start } = graph.nodes;
    const idle = this.#idleScratch.get(start) ?? [];
    this.#idleScratch.set(start, idle);
    const scratch = idle.pop() ?? new PathScratch(graph.nodes);
    const { k, maxLength, avoidIds } = query;
    const avoided = new Set(avoidIds.flatMap((id) => context.nodeOf(id) ?? []));
    const pathsQuery = { ...endsOf(query, context), k, maxLength, by, avoided };
    try {
      const search = bestPaths(graph, pathsQuery, new WorkBudget(WORK_BUDGET), scratch);
      return await runCooperatively(search, context.signal);
    } finally {
      idle.push(scratch);
    }
  }
}

const areConnected = (ofNodes: Uint32Array, { start }: NodeRange, from: number, to: number): boolean =>
  at(ofNodes, from - start) === at(ofNodes, to - start);

/** The error if an end of a path is not in the graph in memory: an import removed it after the request had read it. */
export class MissingPathEnd extends GraphError {
  constructor({ from, to }: PathQuery) {
    super(
      'STORE_UNAVAILABLE',
      `${from} or ${to} was removed by an import while this request was answered. Send the request again.`,
    );
  }
}

const endsOf = (query: PathQuery, { nodeOf }: TaskContext): { from: number; to: number } => {
  const [start, end] = [nodeOf(query.from), nodeOf(query.to)];
  if (start === undefined || end === undefined) throw new MissingPathEnd(query);
  return { from: start, to: end };
};

const notConnected: PathAnswer<never, never> = { status: 'NOT_CONNECTED', isComplete: true, paths: [] };

const eachStep = <Step>(nodes: readonly number[], step: (from: number, to: number) => Step): Step[] =>
  nodes.slice(1).map((node, index) => step(nodes[index] as number, node));

/** How many papers or authors two topics have in common. In a graph of topics, the cost of an edge is minus this number. */
const sharedCount = (graph: PathGraph, from: number, to: number): number => {
  const { targets, costs, start, end } = graph.edges(from);
  for (let index = start; index < end; index += 1) {
    if (targets[index] === to) return -(costs[index] as number);
  }
  return 0;
};
