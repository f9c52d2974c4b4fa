import { GraphError } from '../../graph/errors.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { GraphReads, SearchPage, SearchRequest } from '../../graph/store.ts';
import { MemoryReads } from '../../memory/memoryReads.ts';
import { saidBySqlite } from '../file/dataFile.ts';
import type { Snapshot } from './snapshot.ts';

/** Reads of the current snapshot: abstracts and search from SQLite, everything else from the graph in memory. */
export class EmbeddedReads extends MemoryReads implements GraphReads {
  readonly #current: () => Snapshot;

  /**
   * @param current gives the snapshot to read from
   * @param signal ends running reads and prevents new ones, with its reason
   */
  constructor(current: () => Snapshot, signal?: AbortSignal) {
    super(async (read) => {
      try {
        return await current().use(read);
      } catch (thrown) {
        throw saidBySqlite(thrown) ? unreadable(thrown) : thrown;
      }
    }, signal);
    this.#current = current;
  }

  abstracts(paperIds: readonly EntityId[]): Promise<Map<EntityId, string>> {
    return this.read(paperIds, async (_, nodeOf) => {
      const { records } = this.#current();
      const abstracts = new Map<EntityId, string>();
      for (const id of paperIds) {
        const node = nodeOf(id);
        const abstract = node === undefined ? undefined : records.abstract(node);
        if (abstract !== undefined) abstracts.set(id, abstract);
      }
      return abstracts;
    });
  }

  search(request: SearchRequest): Promise<SearchPage> {
    return this.read([], async () => this.#current().search.page(request));
  }
}

/** The error for a failure of SQLite. The cause, which may name the file, is for the log only. */
export const unreadable = (cause: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The stored graph could not be read.', { cause });
