import type { EntityRecords } from '../entityRecords.ts';
import type { FilterTests, NodeOf } from './filterTests.ts';

/**
 * The data and functions that a search needs: it finds nodes by ids, tests filters, reads records, and ends when the
 * signal aborts.
 */
export interface SearchContext {
  nodeOf: NodeOf;
  tests: FilterTests;
  records: EntityRecords;
  signal: AbortSignal | undefined;
}

/** What a computation uses that may run in a worker thread, which has no records. */
export type TaskContext = Omit<SearchContext, 'records'>;
