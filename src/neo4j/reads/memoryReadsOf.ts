import { MemoryReads } from '../../memory/memoryReads.ts';
import type { Database } from '../connection/database.ts';
import type { VersionedMemoryGraph } from '../memoryFeed/versionedMemoryGraph.ts';
import { readCorrections } from './corrections/readCorrections.ts';
import { Neo4jRecords } from './records/neo4jRecords.ts';

/** What the reads of one request use in addition to the memory graph. */
interface MemoryReadContext {
  database: Database;
  signal: AbortSignal | undefined;
  /** Whether the request has checked that the graph has the stored version. If not, each read of records checks it. */
  isChecked: boolean;
}

/**
 * The reads that a graph in memory answers, with records from the database. Each read throws OutdatedMemoryGraph if the
 * stored graph has changed.
 */
export const memoryReadsOf = (
  { queries, version, cache }: VersionedMemoryGraph,
  { database, signal, isChecked }: MemoryReadContext,
): MemoryReads => {
  const records = new Neo4jRecords({ database, graph: queries.graph, version, cache, isChecked });
  return new MemoryReads(
    (use) => use({ queries, records }),
    () => readCorrections(database),
    signal,
  );
};
