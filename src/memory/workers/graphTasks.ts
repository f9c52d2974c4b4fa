import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { Edge } from '../../graph/model/edges.ts';
import type { Page } from '../../graph/model/pages.ts';
import type { CollaborationPathQuery, PathAnswer, TopicPathQuery } from '../../graph/paths.ts';
import type { SuggestionsRequest } from '../../graph/suggestions.ts';
import type { PathFinder } from '../queries/pathFinder.ts';
import type { TaskContext } from '../queries/searchContext.ts';
import type { NodeSuggestion, SuggestionPages } from '../queries/suggestionPages.ts';

/** The objects whose methods compute the results of tasks. */
export interface TaskQueries {
  paths: PathFinder;
  suggestions: SuggestionPages;
}

interface TaskTypes {
  collaborationPath: { args: [query: CollaborationPathQuery]; result: PathAnswer<number, Edge> };
  topicPath: { args: [query: TopicPathQuery]; result: PathAnswer<number, number> };
  suggestions: {
    args: [author: number, request: SuggestionsRequest, after: readonly number[] | undefined];
    result: Page<NodeSuggestion>;
  };
}

export type TaskName = keyof TaskTypes;
export type TaskArguments<Name extends TaskName> = TaskTypes[Name]['args'];
export type TaskResult<Name extends TaskName> = TaskTypes[Name]['result'];

interface GraphTask<Name extends TaskName> {
  run(queries: TaskQueries, context: TaskContext, ...args: TaskArguments<Name>): Promise<TaskResult<Name>>;
  /** The approximate number of edges that the task visits; Infinity if it is not known. */
  work(queries: TaskQueries, ...args: TaskArguments<Name>): number;
}

/** The approximate number of edges that a search for one path with the fewest steps visits. */
const SHORTEST_PATH_WORK = 2_000;

/** The computations that a worker thread may run. They need the arrays of a graph, but neither ids nor records. */
export const graphTasks: Readonly<{ [Name in TaskName]: GraphTask<Name> }> = {
  collaborationPath: {
    run: ({ paths }, context, query) => paths.betweenAuthors(query, context),
    work: (_, { cost, k, filter }) => (cost === 'HOPS' && k === 1 && !filter ? SHORTEST_PATH_WORK : Infinity),
  },
  topicPath: {
    run: ({ paths }, context, query) => paths.betweenTopics(query, context),
    work: (_, { through, k }) => (through === 'PAPERS' && k === 1 ? SHORTEST_PATH_WORK : Infinity),
  },
  suggestions: {
    run: ({ suggestions }, { tests, signal }, author, request, after) =>
      runCooperatively(suggestions.page(author, request, after, tests), signal),
    work: ({ suggestions }, author) => suggestions.work(author),
  },
};
