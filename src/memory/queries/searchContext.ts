import type { EntityRecords } from '../entityRecords.ts';
import type { FilterTests, NodeOf } from './filterTests.ts';

/**
 * What a search uses: functions that find nodes by ids, test filters and read records, and the signal that ends the
 * search.
 */
export interface SearchContext {
  nodeOf: NodeOf;
  tests: FilterTests;
  records: EntityRecords;
  signal: AbortSignal | undefined;
}

/**
 * The context of a computation that may run in a worker thread. It has no records, because these are not sent to
 * workers.
 */
export type TaskContext = Omit<SearchContext, 'records'>;
