import { cooperativeScheduler, runCooperatively, runInSlices } from '../../graph/cooperativeScheduler.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Steps } from '../algorithms/steps.ts';
import { FilterTests, type NodeOf } from '../queries/filterTests.ts';
import type { MemoryQueries } from '../memoryQueries.ts';
import type { SearchContext } from '../queries/searchContext.ts';
import type { EntityRecords } from '../entityRecords.ts';
import type { GraphView } from './graphView.ts';
import type { TitledPapers } from './titledPapers.ts';
import type { TaskArguments, TaskName, TaskResult } from '../workers/graphTasks.ts';

/**
 * The data and functions that one read uses: the state of the graph, the nodes of the ids, and the signal that ends the
 * read.
 */
export class ReadContext implements SearchContext, GraphView {
  readonly queries: MemoryQueries;
  readonly records: EntityRecords;
  readonly nodeOf: NodeOf;
  readonly tests: FilterTests;
  readonly signal: AbortSignal | undefined;

  /** @param titled returns the papers that a filter finds by the words of their titles */
  constructor(
    { queries, records }: GraphView,
    nodeOf: NodeOf,
    titled: TitledPapers,
    signal: AbortSignal | undefined,
  ) {
    this.queries = queries;
    this.records = records;
    this.nodeOf = nodeOf;
    this.signal = signal;
    this.tests = new FilterTests(queries.graph, nodeOf, titled);
  }

  /** By id: the node of the entity. Ids that are not stored are left out. */
  nodesById(ids: readonly EntityId[], nodeOf = this.nodeOf): Map<EntityId, number> {
    const nodes = new Map<EntityId, number>();
    for (const id of ids) {
      const node = nodeOf(id);
      if (node !== undefined) nodes.set(id, node);
    }
    return nodes;
  }

  /** Computes one result for each item, with pauses in which other requests are served. */
  async each<Item, Result>(items: readonly Item[], compute: (item: Item) => Result): Promise<Result[]> {
    const results: Result[] = [];
    for (const item of items) {
      if (cooperativeScheduler.isSliceOver) await nextSlice(this.signal);
      results.push(compute(item));
    }
    return results;
  }

  /** Does the same as `each` for computations that may be long. */
  async eachInSteps<Item, Result>(
    items: readonly Item[],
    compute: (item: Item) => Steps<Result>,
  ): Promise<Result[]> {
    const results: Result[] = [];
    for (const item of items) {
      if (cooperativeScheduler.isSliceOver) await nextSlice(this.signal);
      const steps = compute(item);
      const first = steps.next(); // most computations have only one step
      results.push(first.done ? first.value : await runInSlices(steps, this.signal));
    }
    return results;
  }

  /**
   * Runs a long computation and returns its result. It runs in a worker thread if the graph and the computation are
   * large.
   *
   * @param ids all ids that the arguments contain
   */
  runTask<Name extends TaskName>(
    name: Name,
    ids: readonly EntityId[],
    ...args: TaskArguments<Name>
  ): Promise<TaskResult<Name>> {
    return this.queries.tasks.run(name, this, this.nodesById(ids), args);
  }

  /** Runs a computation in steps, with pauses in which other requests are served, and returns its result. */
  run<Result>(steps: Steps<Result>): Promise<Result> {
    return runCooperatively(steps, this.signal);
  }
}

/** Pauses, so that other requests can run. @throws the reason of the signal if it has aborted meanwhile */
export const nextSlice = async (signal: AbortSignal | undefined): Promise<void> => {
  await cooperativeScheduler.nextSlice();
  signal?.throwIfAborted();
};
