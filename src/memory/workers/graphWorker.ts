import { parentPort, workerData } from 'node:worker_threads';
import { perKind } from '../../graph/model/kinds.ts';
import { WordColumn } from '../build/wordColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { Collaborations } from '../queries/collaborations.ts';
import { FilterTests, type NodeOf } from '../queries/filterTests.ts';
import { PathFinder } from '../queries/pathFinder.ts';
import { SuggestionPages } from '../queries/suggestionPages.ts';
import { graphTasks, type TaskName } from './graphTasks.ts';
import type { CancelMessage, TaskAnswer, TaskGraph, TaskMessage } from './workerMessages.ts';

/*
 * A worker thread. It runs tasks over the arrays of one graph, which it shares with the main thread.
 */

const { words, ...arrays } = workerData as TaskGraph;
// tasks refer to entities by node number, so they need no other parts of the graph
const graph = {
  ...arrays,
  words: perKind((kind) =>
    Object.fromEntries(
      Object.entries(words[kind]).map(([field, data]) => [field, new WordColumn(arrays.ranges[kind], data)]),
    ),
  ),
} as unknown as MemoryGraph;
const queries = {
  paths: new PathFinder(graph, new Collaborations(graph)),
  suggestions: new SuggestionPages(graph),
};
const running = new Map<number, AbortController>();

/** Makes the task fail; the main thread then runs it itself. */
const noTitles = (): never => {
  throw new Error('A worker thread has no titles of papers.');
};

const answer = (message: TaskAnswer): void => parentPort?.postMessage(message);

const run = async <Name extends TaskName>({ id, name, args, nodes }: TaskMessage<Name>): Promise<void> => {
  const abort = new AbortController();
  running.set(id, abort);
  const nodeOf: NodeOf = (each) => nodes.get(each);
  const context = { nodeOf, tests: new FilterTests(graph, nodeOf, noTitles), signal: abort.signal };
  try {
    const result = await graphTasks[name].run(queries, context, ...args);
    answer({ id, result });
  } catch {
    answer({ id });
  } finally {
    running.delete(id);
  }
};

parentPort?.on('message', (message: TaskMessage | CancelMessage) => {
  if ('cancel' in message) running.get(message.cancel)?.abort(new Error('The task was cancelled.'));
  else void run(message);
});
