import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { readFormerIds } from '../../graph/corrections/readFormerIds.ts';
import { latestFirst } from '../../graph/corrections/storedCorrection.ts';
import type { Correction } from '../../graph/identity/corrections.ts';
import { readRemovals } from '../../graph/removals/readRemovals.ts';
import type { Removal } from '../../graph/removals/removal.ts';
import { GraphError } from '../../graph/errors.ts';
import type { LatexTexts } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { GraphReads } from '../../graph/store.ts';
import type { SearchPage, SearchRequest } from '../../graph/searchRequest.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { MemoryReads } from '../../memory/memoryReads.ts';
import type { Database } from '../file/database.ts';
import { saidBySqlite } from '../file/dataFile.ts';
import { readDocuments } from '../file/documents.ts';
import { readKept } from '../file/keptRecords.ts';
import type { EmbeddedRecords } from './embeddedRecords.ts';
import type { Snapshot } from './snapshot.ts';

/** The snapshot and the connection from which reads are answered. */
export interface ReadSource {
  /** Calls `work` with the current snapshot, which is loaded first if there is none. */
  use: <Result>(work: (snapshot: Snapshot) => Promise<Result>) => Promise<Result>;
  /** A connection that sees the latest state of the data file, which may be newer than the snapshot. */
  latest: () => Database;
}

/**
 * Answers reads from the current snapshot: abstracts and search from SQLite, everything else from the graph in memory.
 */
export class EmbeddedReads extends MemoryReads implements GraphReads {
  readonly #source: ReadSource;

  /**
   * @param source gives the snapshot to read from
   * @param signal when it aborts, running and later reads fail with its reason
   */
  constructor(source: ReadSource, signal?: AbortSignal) {
    const corrections = () => asUnreadable(() => runCooperatively(readCorrections(source), signal));
    super((read) => asUnreadable(() => source.use(read)), corrections, signal);
    this.#source = source;
  }

  abstracts(paperIds: readonly EntityId[]): Promise<Map<EntityId, string>> {
    return this.#ofPapers(paperIds, (records, node) => records.abstract(node));
  }

  latexTexts(paperIds: readonly EntityId[]): Promise<Map<EntityId, LatexTexts>> {
    return this.#ofPapers(paperIds, (records, node) => {
      const texts = records.latexTexts(node);
      return texts.titleLatex === null && texts.abstractLatex === null ? undefined : texts;
    });
  }

  #ofPapers<Value>(
    paperIds: readonly EntityId[],
    valueOf: (records: EmbeddedRecords, node: number) => Value | undefined,
  ): Promise<Map<EntityId, Value>> {
    return this.read(paperIds, async (context) => {
      // the cast is safe, because a snapshot always has records of this class
      const records = context.records as EmbeddedRecords;
      const values = new Map<EntityId, Value>();
      for (const id of paperIds) {
        const node = context.nodeOf(id);
        const value = node === undefined ? undefined : valueOf(records, node);
        if (value !== undefined) values.set(id, value);
      }
      return values;
    });
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    this.signal?.throwIfAborted();
    return asUnreadable(() => this.#source.use(({ search }) => search.page(request, this.signal)));
  }

  formerIds(ids: readonly EntityId[]): Promise<Map<EntityId, readonly EntityId[]>> {
    return readFormerIds(
      ids,
      (wanted) => this.entities(wanted),
      async (wanted) => readKept(this.#source.latest(), 'retired', wanted),
    );
  }

  removals(ids: readonly EntityId[]): Promise<Map<EntityId, Removal>> {
    return readRemovals(
      ids,
      (wanted) => this.entities(wanted),
      async (wanted) => readKept(this.#source.latest(), 'removed', wanted),
    );
  }

  documents(): Promise<Map<string, string>> {
    return asUnreadable(() => runCooperatively(readLatestDocuments(this.#source), this.signal));
  }
}

const readLatestDocuments = function* ({ latest }: ReadSource): Steps<Map<string, string>> {
  yield; // lets other requests be served first
  return readDocuments(latest());
};

const readCorrections = function* ({ latest }: ReadSource): Steps<readonly Correction[]> {
  yield; // lets other requests be served first
  return latestFirst(readKept(latest(), 'correction').values());
};

const asUnreadable = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  try {
    return await read();
  } catch (thrown) {
    throw saidBySqlite(thrown) ? unreadable(thrown) : thrown;
  }
};

/** The error for a failure of SQLite. The cause, which may name the file, is for the log only. */
export const unreadable = (cause: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The stored graph could not be read.', { cause });
