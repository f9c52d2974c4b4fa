import type { EntityId } from '../../graph/model/ids.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { WordColumnData } from '../build/wordColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { TaskArguments, TaskName } from './graphTasks.ts';

/**
 * The parts of a graph that tasks need. Its arrays are in shared memory, so nearly nothing is copied when it is sent.
 */
export interface TaskGraph extends Pick<MemoryGraph, 'cap' | 'ranges' | 'columns' | 'rows'> {
  words: Record<EntityKind, Record<string, WordColumnData>>;
}

/** A message to a worker: a task, and the nodes of the ids that its arguments contain. */
export interface TaskMessage<Name extends TaskName = TaskName> {
  id: number;
  name: Name;
  args: TaskArguments<Name>;
  nodes: ReadonlyMap<EntityId, number>;
}

/** A message to a worker: the number of a task that it must stop. */
export interface CancelMessage {
  cancel: number;
}

/**
 * A message from a worker. If the result is missing, the task failed; the main thread then runs the task again, which
 * throws the error.
 */
export interface TaskAnswer {
  id: number;
  result?: unknown;
}
