import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { open } from '../../../src/embedded/file/database.ts';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import { loadGraph } from '../../../src/embedded/reads/loadGraph.ts';
import type { CollaborationPathQuery, TopicPathQuery } from '../../../src/graph/paths.ts';
import type { SuggestionsRequest } from '../../../src/graph/suggestions.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import type { MemoryGraph } from '../../../src/memory/memoryGraph.ts';
import { FilterTests } from '../../../src/memory/queries/filterTests.ts';
import { MemoryQueries } from '../../../src/memory/memoryQueries.ts';
import { MissingPathEnd } from '../../../src/memory/queries/pathFinder.ts';
import type { TaskContext } from '../../../src/memory/queries/searchContext.ts';
import type { TaskWorkerOptions } from '../../../src/memory/workers/taskWorker.ts';
import { denseGraphs, drawnCollaborations } from '../../support/drawnCollaborations.ts';
import { drawnCollaborationQueries, drawnTopicQueries } from '../../support/drawnPathQueries.ts';
import { importRecords } from '../../support/stores.ts';

const [records = []] = fc.sample(drawnCollaborations(denseGraphs), { numRuns: 1, seed: 5 });
const [pathQueriesAmong] = fc.sample(drawnCollaborationQueries(40, 6), { numRuns: 1, seed: 6 });
const [topicQueriesAmong] = fc.sample(drawnTopicQueries(20, 6), { numRuns: 1, seed: 7 });
const requests: SuggestionsRequest[] = [
  { scoring: 'ADAMIC_ADAR', first: 5, count: true },
  { scoring: 'JACCARD', first: 3, count: false, filter: { activeSinceYear: 2000 } },
];

const describeWithCores = availableParallelism() > 1 ? describe : describe.skip;

describeWithCores('the worker thread for long computations', () => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-worker-'));
  let graph: MemoryGraph;
  let paths: CollaborationPathQuery[];
  let topics: TopicPathQuery[];
  let workers: Worker[];
  let messages: string[];
  beforeAll(async () => {
    const store = await openEmbeddedStore({ directory });
    await importRecords(store, records);
    await store.close();
    const database = open(join(directory, 'graph.sqlite'));
    graph = runToEnd(loadGraph(database, 100)).graph;
    database.close();
    const idsOf = ({ start, end }: { start: number; end: number }) => graph.ids.slice(start, end);
    paths = pathQueriesAmong!(idsOf(graph.ranges.AUTHOR));
    topics = topicQueriesAmong!(idsOf(graph.ranges.TOPIC));
  });
  beforeEach(() => {
    workers = [];
    messages = [];
  });
  afterEach(() => Promise.all(workers.map((worker) => worker.terminate())));
  afterAll(() => rmSync(directory, { recursive: true }));

  const queriesWith = (options: TaskWorkerOptions): Promise<MemoryQueries> =>
    MemoryQueries.of(graph, {
      ...{ leastNodes: 0, leastWork: 0 },
      onStart: (worker) => workers.push(worker),
      log: (message) => messages.push(message),
      ...options,
    });
  const contextWith = (signal?: AbortSignal): TaskContext => {
    const nodeOf = (id: string) => graph.nodeOfId(id);
    return { nodeOf, tests: new FilterTests(graph, nodeOf, () => new Set()), signal };
  };
  const allNodes = () => new Map(graph.ids.map((id, node) => [id, node]));

  /** The answers to all questions, which are asked at the same time. */
  const answers = ({ tasks }: MemoryQueries): Promise<unknown> => {
    const { start, end } = graph.ranges.AUTHOR;
    const authors = Array.from({ length: end - start }, (_, index) => start + index);
    return Promise.all([
      ...paths.map((query) => tasks.run('collaborationPath', contextWith(), allNodes(), [query])),
      ...topics.map((query) => tasks.run('topicPath', contextWith(), allNodes(), [query])),
      ...authors.flatMap((author) =>
        requests.map((request) =>
          tasks.run('suggestions', contextWith(), allNodes(), [author, request, undefined]),
        ),
      ),
    ]);
  };

  it('answers as the main thread does, over arrays that are shared', async () => {
    const main = await queriesWith({ leastNodes: Infinity });
    const expected = await answers(main);
    expect(workers).toHaveLength(0);
    expect(main.graph.rows.collaborators.targets.buffer.constructor.name).toBe('ArrayBuffer');
    const queries = await queriesWith({});
    expect(queries.graph.rows.collaborators.targets.buffer.constructor.name).toBe('SharedArrayBuffer');
    expect(queries.graph.rows).toEqual(main.graph.rows);
    expect(await answers(queries)).toEqual(expected);
    expect(workers).toHaveLength(1);
  });

  it('is not started for short tasks', async () => {
    const queries = await queriesWith({ leastWork: undefined });
    const query = { ...paths[0]!, cost: 'HOPS' as const, k: 1 };
    delete query.filter;
    await queries.tasks.run('collaborationPath', contextWith(), allNodes(), [query]);
    await queries.tasks.run('suggestions', contextWith(), allNodes(), [
      graph.ranges.AUTHOR.start,
      requests[0]!,
      undefined,
    ]);
    expect(workers).toHaveLength(0);
  });

  it('that ends leaves its tasks to the main thread, and the next task gets a new worker', async () => {
    const expected = await answers(await queriesWith({ leastNodes: Infinity }));
    const queries = await queriesWith({});
    const asked = answers(queries);
    while (workers.length === 0) await new Promise(setImmediate);
    await workers[0]!.terminate();
    expect(await asked).toEqual(expected);
    expect(await answers(queries)).toEqual(expected);
    expect(workers).toHaveLength(2);
  });

  it('that dies of an error is named in the log, and no other is started for a while', async () => {
    const expected = await answers(await queriesWith({ leastNodes: Infinity }));
    const queries = await queriesWith({});
    await answers(queries);
    const asked = answers(queries);
    workers[0]!.postMessage(null); // no message of the program: the worker throws
    expect(await asked).toEqual(expected);
    while (messages.length === 0) await new Promise(setImmediate);
    expect(messages).toEqual([expect.stringMatching(/^The worker thread for long computations died/)]);
    expect(await answers(queries)).toEqual(expected);
    expect(workers).toHaveLength(1);
  });

  it('ends a task whose signal aborts, with the reason', async () => {
    const { tasks } = await queriesWith({});
    const [query] = paths as [CollaborationPathQuery];
    const controller = new AbortController();
    const asked = tasks.run('collaborationPath', contextWith(controller.signal), allNodes(), [query]);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await expect(
      tasks.run('collaborationPath', contextWith(controller.signal), allNodes(), [query]),
    ).rejects.toThrow('enough');
  });

  it('throws the error of a task', async () => {
    const { tasks } = await queriesWith({});
    const query = { ...paths[0]!, from: 'author:test:nobody' };
    await expect(tasks.run('collaborationPath', contextWith(), allNodes(), [query])).rejects.toBeInstanceOf(
      MissingPathEnd,
    );
  });
});
