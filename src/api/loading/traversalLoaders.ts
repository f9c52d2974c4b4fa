import DataLoader from 'dataloader';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from '../../graph/paths.ts';
import type { Suggestion, SuggestionsRequest } from '../../graph/suggestions.ts';
import { graphSlice, type Slice, type SliceQuestion, type SliceReads } from '../../graph/slice/graphSlice.ts';
import type { GraphReads } from '../../graph/store.ts';
import type { BatchScheduler } from './batchScheduler.ts';
import { asWanted, pageLoader, type Asked, type PageLoader } from './pageLoader.ts';
import { memoize } from './memoize.ts';

/** How the store is asked: in time or not at all. */
type Ask = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** What one request has asked about the graph's shape beyond one step; a part of its loaders. */
export class TraversalLoaders {
  readonly #store: GraphReads;
  readonly #ask: Ask;
  readonly #schedule: BatchScheduler['schedule'];
  readonly #suggestions = new Map<string, PageLoader<Suggestion>>();

  /** Paths between authors: all that are asked for in one tick in one call. */
  readonly collaborationPaths: DataLoader<CollaborationPathQuery, CollaborationPathAnswer, string>;
  /** Paths between topics, likewise. */
  readonly topicPaths: DataLoader<TopicPathQuery, TopicPathAnswer, string>;

  constructor(store: GraphReads, ask: Ask, schedule: BatchScheduler['schedule']) {
    this.#schedule = schedule;
    this.#store = store;
    this.#ask = ask;
    this.collaborationPaths = this.#answered((queries) => store.collaborationPaths(queries));
    this.topicPaths = this.#answered((queries) => store.topicPaths(queries));
  }

  /** Who is suggested to each author. */
  suggestions(page: Asked<SuggestionsRequest>): PageLoader<Suggestion> {
    return memoize(this.#suggestions, page, () =>
      pageLoader(
        (authorIds, wanted) => this.#ask(() => this.#store.suggestions(authorIds, asWanted(page, wanted))),
        this.#schedule,
      ),
    );
  }

  /** A piece of the graph; each of the calls it takes is raced against the deadline. */
  slice(question: SliceQuestion): Promise<Slice> {
    const store = this.#store;
    const reads: SliceReads = {
      entities: (...asked) => this.#ask(() => store.entities(...asked)),
      neighborhoods: (...asked) => this.#ask(() => store.neighborhoods(...asked)),
      egoNetwork: (...asked) => this.#ask(() => store.egoNetwork(...asked)),
      neighbors: (...asked) => this.#ask(() => store.neighbors(...asked)),
      links: (...asked) => this.#ask(() => store.links(...asked)),
    };
    return graphSlice(reads, question);
  }

  #answered<Query, Answer>(read: (queries: readonly Query[]) => Promise<Answer[]>) {
    return new DataLoader<Query, Answer, string>((queries) => this.#ask(() => read(queries)), {
      cacheKeyFn: (query) => JSON.stringify(query),
      batchScheduleFn: this.#schedule,
    });
  }
}
