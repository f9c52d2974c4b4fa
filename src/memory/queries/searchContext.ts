import type { EntityRecords } from '../records.ts';
import type { FilterTests, NodeOf } from './filterTests.ts';

/** How a search is answered: what its ids name, its filter as tests, the records, and the signal that ends it. */
export interface SearchContext {
  nodeOf: NodeOf;
  tests: FilterTests;
  records: EntityRecords;
  signal: AbortSignal | undefined;
}
