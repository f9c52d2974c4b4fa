import { GraphError } from '../../../graph/errors.ts';
import type { MemoryReads } from '../../../memory/memoryReads.ts';
import { MissingPathEnd } from '../../../memory/queries/pathFinder.ts';
import type { Database } from '../../connection/database.ts';
import { waitFor } from '../../connection/waitFor.ts';
import type { MemoryGraphCache } from '../../memoryFeed/memoryGraphCache.ts';
import { memoryReadsOf } from '../memoryReadsOf.ts';
import { OutdatedMemoryGraph } from '../records/memoryRecords.ts';

/** How often paths are searched again because an import changed the stored graph in the meantime. */
const ATTEMPTS = 5;

/** What a read of paths needs. */
interface PathReadContext {
  database: Database;
  memoryGraphs: MemoryGraphCache;
  signal: AbortSignal | undefined;
}

/**
 * Finds paths in the memory graph, whatever its size, also while an import is under way: no statement can answer them.
 * The statement that reads the nodes on the paths also shows whether the memory graph is up to date.
 *
 * @throws GraphError STORE_UNAVAILABLE if imports change the graph too often.
 */
export const readPaths = async <Answer>(
  { database, memoryGraphs, signal }: PathReadContext,
  find: (reads: MemoryReads) => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // The memory graph is read to its end for everybody, even when this request is aborted.
    const versioned = await waitFor(memoryGraphs.latest(), { signal });
    try {
      return await find(memoryReadsOf(versioned, { database, signal, isChecked: false }));
    } catch (thrown) {
      if (!(thrown instanceof OutdatedMemoryGraph || thrown instanceof MissingPathEnd)) throw thrown;
    }
    memoryGraphs.discard(versioned.version);
  }
  throw new GraphError('STORE_UNAVAILABLE', 'An import changes the graph faster than paths can be found.');
};
