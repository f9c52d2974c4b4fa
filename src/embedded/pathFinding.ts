import type { Edge } from '../graph/edges.ts';
import type { Author, Topic } from '../graph/entities.ts';
import type { CollaborationFilter } from '../graph/filters.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  FoundPath,
  PathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from '../graph/questions.ts';
import { inUnits } from '../graph/units.ts';
import { at } from '../projection/adjacency.ts';
import { bestPaths, type BestPathsQuery, type BestPathsResult } from '../projection/bestPaths.ts';
import { components } from '../projection/components.ts';
import { WorkBudget, type PathGraph } from '../projection/pathGraph.ts';
import { PathScratch } from '../projection/shortestPath.ts';
import type { LoadedGraph } from './loading.ts';
import type { NeighborPages } from './neighborPages.ts';
import type { PaperPredicates } from './paperPredicates.ts';
import {
  collaborationGraph,
  filteredCollaborationGraph,
  topicGraphThroughAuthors,
  topicGraphThroughPapers,
} from './pathGraphs.ts';
import type { Records } from './records.ts';

/** Edges a search may look at before it says STOPPED: some seconds of work. */
const WORK_BUDGET = 50_000_000;

/** Finds paths between authors and between topics, exactly and without holding up others. */
export class PathFinding {
  readonly #graph: LoadedGraph;
  readonly #records: Records;
  readonly #neighbors: NeighborPages;
  readonly #predicates: PaperPredicates;
  readonly #idleScratch: PathScratch[] = [];
  #components: Uint32Array | undefined;
  #collaborations: PathGraph | undefined;
  readonly #topics: Partial<Record<TopicPathQuery['through'], PathGraph>> = {};

  constructor(graph: LoadedGraph, records: Records, neighbors: NeighborPages, predicates: PaperPredicates) {
    this.#graph = graph;
    this.#records = records;
    this.#neighbors = neighbors;
    this.#predicates = predicates;
  }

  async betweenAuthors(query: CollaborationPathQuery): Promise<CollaborationPathAnswer> {
    const { from, to } = this.#ends(query);
    if (this.#componentOf(from) !== this.#componentOf(to)) return notConnected;
    const by = query.cost === 'HOPS' ? 'STEPS' : 'COST';
    const { paths, ...proved } = await this.#best(this.#collaborationGraph(query.filter), query, by);
    const steps = (nodes: readonly number[]): Edge[] =>
      eachStep(nodes, (a, b) => this.#collaboration(a, b, query.filter));
    return {
      ...proved,
      paths: paths.map(({ nodes, cost }): FoundPath<Author, Edge> => ({
        nodes: nodes.map((node) => this.#records.entity(node) as Author),
        steps: steps(nodes),
        cost: query.cost === 'HOPS' ? inUnits(nodes.length - 1) : cost,
      })),
    };
  }

  async betweenTopics(query: TopicPathQuery): Promise<TopicPathAnswer> {
    const graph = this.#topicGraph(query.through);
    const { paths, ...proved } = await this.#best(graph, query, 'STEPS');
    return {
      ...proved,
      paths: paths.map(({ nodes }): FoundPath<Topic, number> => ({
        nodes: nodes.map((node) => this.#records.entity(node) as Topic),
        steps: eachStep(nodes, (a, b) => linkCount(graph, a, b)),
        cost: inUnits(nodes.length - 1),
      })),
    };
  }

  async #best(graph: PathGraph, query: PathQuery, by: BestPathsQuery['by']): Promise<BestPathsResult> {
    const scratch = this.#idleScratch.pop() ?? new PathScratch(graph.size);
    const { k, maxLength } = query;
    const avoided = new Set(query.avoidIds.flatMap((id) => this.#records.nodeOf(id) ?? []));
    try {
      const search = bestPaths(
        graph,
        { ...this.#ends(query), k, maxLength, by, avoided },
        new WorkBudget(WORK_BUDGET),
        scratch,
      );
      return await unhurried(search);
    } finally {
      this.#idleScratch.push(scratch);
    }
  }

  #ends({ from, to }: PathQuery): { from: number; to: number } {
    const [start, end] = [this.#records.nodeOf(from), this.#records.nodeOf(to)];
    if (start === undefined || end === undefined) throw new TypeError(`${from} or ${to} is not stored`);
    return { from: start, to: end };
  }

  #componentOf(author: number): number {
    const { collaborators, ranges } = this.#graph.projection;
    this.#components ??= components(collaborators, ranges.authors);
    return at(this.#components, author - ranges.authors.start);
  }

  #collaborationGraph(filter: CollaborationFilter | undefined): PathGraph {
    if (filter) {
      return filteredCollaborationGraph(
        this.#graph,
        this.#predicates.ofJointPapers(filter),
        filter.minPapers ?? 1,
      );
    }
    return (this.#collaborations ??= collaborationGraph(this.#graph));
  }

  #topicGraph(through: TopicPathQuery['through']): PathGraph {
    const make = through === 'PAPERS' ? topicGraphThroughPapers : topicGraphThroughAuthors;
    return (this.#topics[through] ??= make(this.#graph));
  }

  #collaboration(from: number, to: number, filter: CollaborationFilter | undefined): Edge {
    const edge = this.#neighbors.collaboration(from, to, filter);
    if (!edge) throw new TypeError('a path has a step without a collaboration');
    return edge;
  }
}

const notConnected: CollaborationPathAnswer = { status: 'NOT_CONNECTED', isComplete: true, paths: [] };

/** Runs a search with pauses in which others get the processor. */
const unhurried = async <Result>(search: Generator<void, Result>): Promise<Result> => {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    await new Promise((resume) => setImmediate(resume));
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
