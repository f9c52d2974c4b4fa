import { MemoryReads } from '../../memory/memoryReads.ts';
import type { Database } from '../connection/database.ts';
import type { VersionedMemoryGraph } from '../memoryFeed/versionedMemoryGraph.ts';
import { readCorrections } from './corrections/readCorrections.ts';
import { MemoryRecords } from './records/memoryRecords.ts';

/** What reads need in addition to the graph in memory. */
export interface MemoryReadContext {
  database: Database;
  signal: AbortSignal | undefined;
  /** Whether the graph is known to be of the stored version; if not, each read of records checks it. */
  isChecked: boolean;
}

/**
 * The reads that a graph in memory answers, with records from the database. @throws OutdatedMemoryGraph from each read
 */
export const memoryReadsOf = (
  { queries, version, cache }: VersionedMemoryGraph,
  { database, signal, isChecked }: MemoryReadContext,
): MemoryReads => {
  const records = new MemoryRecords({ database, graph: queries.graph, version, cache, isChecked });
  return new MemoryReads(
    (use) => use({ queries, records }),
    () => readCorrections(database),
    signal,
  );
};
