import { GraphError } from '../../graph/errors.ts';
import type { MemoryReads } from '../../memory/memoryReads.ts';
import { MissingPathEnd } from '../../memory/queries/pathFinder.ts';
import type { Database } from '../connection/database.ts';
import { waitFor } from '../connection/waitFor.ts';
import type { MemoryGraphCache } from '../memoryFeed/memoryGraphCache.ts';
import { memoryReadsOf } from './memoryReadsOf.ts';
import { OutdatedMemoryGraph } from './records/neo4jRecords.ts';

/**
 * The maximum number of attempts to answer a read. A read is repeated if an import has changed the stored graph before
 * the answer was complete.
 */
const ATTEMPTS = 5;

interface MemoryGraphContext {
  database: Database;
  memoryGraphs: MemoryGraphCache;
  signal: AbortSignal | undefined;
}

/**
 * Answers reads that no statement can compute, such as paths and rankings. It uses a memory graph of any size, also
 * while an import is under way. The statement that reads the entities also shows whether the memory graph is up to
 * date.
 *
 * @throws GraphError STORE_UNAVAILABLE if imports change the graph too often.
 */
export const readFromMemoryGraph = async <Answer>(
  { database, memoryGraphs, signal }: MemoryGraphContext,
  read: (reads: MemoryReads) => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // If this request is aborted, the memory graph is still loaded to the end, because all requests share the load.
    const versioned = await waitFor(memoryGraphs.latest(), { signal });
    try {
      return await read(memoryReadsOf(versioned, { database, signal, isChecked: false }));
    } catch (thrown) {
      if (!(thrown instanceof OutdatedMemoryGraph || thrown instanceof MissingPathEnd)) throw thrown;
    }
    memoryGraphs.discard(versioned.version);
  }
  throw new GraphError(
    'STORE_UNAVAILABLE',
    'Imports changed the graph each time before the answer was complete. Try again later.',
  );
};
