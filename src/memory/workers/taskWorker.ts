import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EntityId } from '../../graph/model/ids.ts';
import { perKind } from '../../graph/model/kinds.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import {
  graphTasks,
  type TaskArguments,
  type TaskName,
  type TaskQueries,
  type TaskResult,
} from './graphTasks.ts';
import type { TaskContext } from '../queries/searchContext.ts';
import type { TaskAnswer, TaskGraph } from './workerMessages.ts';

/** A graph with fewer nodes than this has no worker, because its tasks take too little time. */
const LEAST_NODES = 200_000;
/**
 * A task that visits fewer edges than this runs on the main thread: it takes less time than the messages to a worker,
 * about 0.3 ms.
 */
const LEAST_WORK = 10_000;
/** A worker that has no task ends after this time, in ms. */
const IDLE_TIME = 30_000;
/** After a worker has died, the main thread runs all tasks for this time, in ms. */
const PAUSE_AFTER_DEATH = 10_000;

export interface TaskWorkerOptions {
  /** Only for tests: graphs with fewer nodes than this have no worker. */
  leastNodes?: number | undefined;
  /** Only for tests: tasks that visit fewer edges than this run on the main thread. */
  leastWork?: number | undefined;
  /** Only for tests: receives each worker that is started. */
  onStart?: ((worker: Worker) => void) | undefined;
  /** Receives the error of a worker that has died. */
  log?: ((message: string, cause?: unknown) => void) | undefined;
}

/** Whether tasks of the graph run in a worker. If they do, the arrays of the graph must be in shared memory. */
export const hasWorker = ({ ids }: MemoryGraph, { leastNodes = LEAST_NODES }: TaskWorkerOptions): boolean =>
  ids.length >= leastNodes && availableParallelism() > 1;

/** A task that a worker is running. */
interface PendingTask {
  resolve(result: unknown): void;
  /** Stops waiting for the worker. The main thread then runs the task, unless its request was aborted. */
  giveUp(): void;
}

/**
 * Runs the tasks of one graph in a worker thread, so that the main thread can serve other requests meanwhile. The
 * worker is started with the first task, and ends when there have been no tasks for IDLE_TIME. If it does not finish a
 * task, the main thread runs the task in time slices.
 */
export class TaskWorker {
  readonly #graph: MemoryGraph;
  readonly #queries: TaskQueries;
  readonly #options: TaskWorkerOptions;
  readonly #isUsed: boolean;
  readonly #pending = new Map<number, PendingTask>();
  #worker: Worker | undefined;
  #lastId = 0;
  #diedAt = -Infinity;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(graph: MemoryGraph, queries: TaskQueries, options: TaskWorkerOptions = {}) {
    this.#graph = graph;
    this.#queries = queries;
    this.#options = options;
    this.#isUsed = hasWorker(graph, options);
  }

  /**
   * @param nodes the nodes of the ids in the arguments
   * @throws the error of the task; the reason of the signal if it aborts
   */
  async run<Name extends TaskName>(
    name: Name,
    context: TaskContext,
    nodes: ReadonlyMap<EntityId, number>,
    args: TaskArguments<Name>,
  ): Promise<TaskResult<Name>> {
    const { signal } = context;
    signal?.throwIfAborted();
    const task = graphTasks[name];
    const { leastWork = LEAST_WORK } = this.#options;
    if (this.#isReady && task.work(this.#queries, ...args) >= leastWork) {
      const result = await this.#inWorker(name, args, nodes, signal);
      signal?.throwIfAborted();
      if (result !== undefined) return result as TaskResult<Name>;
    }
    return task.run(this.#queries, context, ...args);
  }

  get #isReady(): boolean {
    return this.#isUsed && performance.now() - this.#diedAt > PAUSE_AFTER_DEATH;
  }

  /** Resolves with undefined if the worker does not finish the task. */
  async #inWorker(
    name: TaskName,
    args: readonly unknown[],
    nodes: ReadonlyMap<EntityId, number>,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#lastId += 1);
    const cancel = (): void => {
      worker.postMessage({ cancel: id });
      this.#pending.get(id)?.giveUp();
    };
    try {
      return await new Promise((resolve) => {
        this.#pending.set(id, { resolve, giveUp: () => resolve(undefined) });
        signal?.addEventListener('abort', cancel, { once: true });
        worker.postMessage({ id, name, args, nodes });
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#pending.delete(id);
      this.#endWhenIdle();
    }
  }

  #start(): Worker {
    const worker = new Worker(entry, { workerData: taskGraphOf(this.#graph) });
    worker.unref();
    this.#options.onStart?.(worker);
    worker.on('message', ({ id, result }: TaskAnswer) => this.#pending.get(id)?.resolve(result));
    worker.on('error', (error) => {
      this.#diedAt = performance.now();
      this.#options.log?.(
        'The worker thread for long computations died. The main thread runs these computations for the next seconds.',
        error,
      );
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const task of this.#pending.values()) task.giveUp();
    });
    return worker;
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.#pending.size === 0) void this.#worker?.terminate();
    }, IDLE_TIME).unref();
  }
}

/** The file of the worker. It must be compiled, even where tests and benchmarks run the sources. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/memory/workers/graphWorker.js' : './graphWorker.js',
  import.meta.url,
);

const taskGraphOf = ({ cap, ranges, columns, rows, words }: MemoryGraph): TaskGraph => ({
  ...{ cap, ranges, columns, rows },
  words: perKind((kind) =>
    Object.fromEntries(Object.entries(words[kind]).map(([field, { data }]) => [field, data])),
  ),
});
