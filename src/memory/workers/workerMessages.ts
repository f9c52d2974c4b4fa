import type { EntityId } from '../../graph/model/ids.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import type { WordColumnData } from '../build/wordColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type { TaskArguments, TaskName } from './graphTasks.ts';

/** The parts of a graph that tasks need. Its arrays are shared, so that sending it copies nearly nothing. */
export interface TaskGraph extends Pick<MemoryGraph, 'cap' | 'ranges' | 'columns' | 'rows'> {
  words: Record<EntityKind, Record<string, WordColumnData>>;
}

/** A task with the nodes of the ids that its arguments name. */
export interface TaskMessage<Name extends TaskName = TaskName> {
  id: number;
  name: Name;
  args: TaskArguments<Name>;
  nodes: ReadonlyMap<EntityId, number>;
}

/** To a worker: the number of a task that is to end. */
export interface CancelMessage {
  cancel: number;
}

/**
 * From a worker. If the result is missing, the task failed; the sender then runs the task again, which throws the
 * error.
 */
export interface TaskAnswer {
  id: number;
  result?: unknown;
}
