import { GraphError } from '../../graph/errors.ts';
import type { MemoryReads } from '../../memory/memoryReads.ts';
import { MissingPathEnd } from '../../memory/queries/pathFinder.ts';
import type { Database } from '../connection/database.ts';
import { waitFor } from '../connection/waitFor.ts';
import type { MemoryGraphCache } from '../memoryFeed/memoryGraphCache.ts';
import { memoryReadsOf } from './memoryReadsOf.ts';
import { OutdatedMemoryGraph } from './records/memoryRecords.ts';

/** How often a search is done again because an import changed the stored graph in the meantime. */
const ATTEMPTS = 5;

/** What a read from the memory graph needs. */
interface MemoryGraphContext {
  database: Database;
  memoryGraphs: MemoryGraphCache;
  signal: AbortSignal | undefined;
}

/**
 * Answers from the memory graph, whatever its size, also while an import is under way: for paths and rankings that no
 * statement can compute. The statement that reads the entities also shows whether the memory graph is up to date.
 *
 * @throws GraphError STORE_UNAVAILABLE if imports change the graph too often.
 */
export const readFromMemoryGraph = async <Answer>(
  { database, memoryGraphs, signal }: MemoryGraphContext,
  read: (reads: MemoryReads) => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // If this request is aborted, the read of the memory graph goes on, because all requests share it.
    const versioned = await waitFor(memoryGraphs.latest(), { signal });
    try {
      return await read(memoryReadsOf(versioned, { database, signal, isChecked: false }));
    } catch (thrown) {
      if (!(thrown instanceof OutdatedMemoryGraph || thrown instanceof MissingPathEnd)) throw thrown;
    }
    memoryGraphs.discard(versioned.version);
  }
  throw new GraphError('STORE_UNAVAILABLE', 'Imports change the graph faster than this can be computed.');
};
