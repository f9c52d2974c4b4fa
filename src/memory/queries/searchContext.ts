import type { EntityRecords } from '../records.ts';
import type { FilterTests, NodeOf } from './filterTests.ts';

/**
 * What is needed to answer a search: the nodes of its ids, its filters as tests, the records, and the signal that ends
 * it.
 */
export interface SearchContext {
  nodeOf: NodeOf;
  tests: FilterTests;
  records: EntityRecords;
  signal: AbortSignal | undefined;
}
