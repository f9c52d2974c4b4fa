import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { addCorrections, correct, undoCorrection } from '../graph/corrections/correct.ts';
import { CorrectedSession } from '../graph/corrections/correctedSession.ts';
import type { Correction, CorrectionDraft, CorrectionOutcome } from '../graph/identity/corrections.ts';
import type { ImportSession } from '../graph/importSession.ts';
import type { StoreSession } from '../graph/storeSession.ts';
import type { GraphReads, GraphStore } from '../graph/store.ts';
import type { Readiness } from '../graph/readiness.ts';
import { Database, type DatabaseOptions } from './connection/database.ts';
import { Preparation } from './preparation.ts';
import { waitFor } from './connection/waitFor.ts';
import { beginNeo4jImport } from './import/importSession.ts';
import { importStatements } from './import/importStatements.ts';
import { SavedGraphFile } from '../memory/build/savedGraphFile.ts';
import { updateStatements } from './memoryFeed/changeReader.ts';
import { SavedDuplicates } from '../memory/queries/duplicates/savedDuplicates.ts';
import { MemoryGraphCache } from './memoryFeed/memoryGraphCache.ts';
import { graphState } from './connection/schemaStatements.ts';
import { Neo4jReads } from './reads/neo4jReads.ts';
import type { ReadSources } from './reads/statementReads.ts';

export interface Neo4jStoreOptions extends DatabaseOptions {
  /**
   * The maximum number of authors with which a paper makes its authors collaborators. A new value takes effect with the
   * next import.
   */
  collaborationCap: number;
  /**
   * The maximum size of a graph that is held in memory, in MB; by default half of the machine's memory. With a larger
   * graph, and with 0, Cypher statements answer all queries that they can; others, such as paths, still use memory.
   */
  memoryGraphLimitMb?: number;
  /**
   * The maximum age of an answer from the graph in memory, in ms. For this time the result of a check of the stored
   * version is used, and the next check runs in the background. With 0, the default, each request waits for a check
   * that starts after the request arrived.
   */
  maxStalenessMs?: number;
  /**
   * The folder in which the graph in memory is saved, so that the next start can read it. If absent, it is not saved.
   */
  directory?: string;
  /** Only a graph with at least this many nodes is saved, by default 20,000. The option exists for tests. */
  savedFromNodes?: number;
  /**
   * In a graph with at least this many nodes, by default 200,000, long computations run in a worker thread. The option
   * exists for tests.
   */
  workerFromNodes?: number;
  /**
   * Whether reads wait until the graph is in memory, instead of being answered by statements. The option exists for
   * tests.
   */
  waitForMemoryGraph?: boolean;
  /** Receives messages for the operator. A message with a cause reports a problem; one without is only information. */
  log?: (message: string, cause?: unknown) => void;
}

/**
 * How long a check of the server's health waits for the database, in milliseconds. It is less than a second, because
 * programs that make such checks often wait only that long.
 */
const READINESS_DEADLINE = 800;

/**
 * The graph in a Neo4j database. While the database cannot be reached, reads and imports fail; afterwards they work
 * again.
 */
export class Neo4jStore extends Neo4jReads implements GraphStore {
  readonly #options: Neo4jStoreOptions;
  readonly #sources: ReadSources;
  readonly #savedGraph: SavedGraphFile<null> | undefined;
  readonly #savedDuplicates: SavedDuplicates | undefined;
  /** Whether statements were planned in advance. They are planned again after an outage, because Neo4j forgets plans. */
  #isWarm = false;

  constructor(options: Neo4jStoreOptions) {
    const onOutage = (isAway: boolean, cause?: unknown) => this.#onOutage(isAway, cause);
    const database = new Database({ ...options, onOutage });
    const preparation = new Preparation(database, options.collaborationCap, options.log);
    const saved = savedFiles(options);
    const memoryGraphs = new MemoryGraphCache(database, { ...options, ...saved });
    const sources = { database, preparation, memoryGraphs };
    super(sources);
    this.#options = options;
    this.#sources = sources;
    this.#savedGraph = saved?.savedGraph;
    this.#savedDuplicates = saved?.savedDuplicates;
  }

  during(signal: AbortSignal): GraphReads {
    return new Neo4jReads(this.#sources, signal);
  }

  /**
   * Creates constraints and indexes. Later calls do nothing unless the first failed. @throws GraphError
   * STORE_UNAVAILABLE
   */
  prepare(): Promise<void> {
    return this.#sources.preparation.done();
  }

  #onOutage(isAway: boolean, cause?: unknown): void {
    const { log, onOutage } = this.#options;
    if (isAway) {
      log?.('The database cannot be reached.', cause);
    } else {
      log?.('The database can be reached again.');
      // after an outage, the address may lead to another database, or to an empty one
      this.#sources.preparation.reset();
      const prepared = this.#isWarm ? this.warmUpChanges() : this.prepare();
      prepared.catch((thrown: unknown) => log?.('The database cannot be used yet.', thrown));
    }
    onOutage?.(isAway, cause);
  }

  async readiness(): Promise<Readiness> {
    const { connections } = this.#sources.database;
    const notReady = { ready: false, importUnfinished: false, connections };
    if (connections.isAway) return notReady;
    try {
      return { ...(await waitFor(this.#readState(), { deadline: READINESS_DEADLINE })), connections };
    } catch (thrown) {
      this.#options.log?.('The database did not answer the health check.', thrown);
      return notReady;
    }
  }

  async #readState(): Promise<Readiness> {
    await this.prepare();
    const [state] = await this.#sources.database.read<{ unfinished: boolean }>(graphState);
    return { ready: true, importUnfinished: state?.unfinished ?? false };
  }

  /**
   * Makes Neo4j plan the statements of a correction before the first correction. Planning one takes up to 100 ms, and a
   * correction sends about forty.
   */
  async warmUpChanges(): Promise<void> {
    this.#isWarm = true;
    await this.prepare();
    for (const statement of [...importStatements, ...updateStatements])
      await this.#sources.database.plan(statement);
  }

  async beginImport(): Promise<ImportSession> {
    return CorrectedSession.begin(await this.#begin());
  }

  correct(draft: CorrectionDraft): Promise<CorrectionOutcome> {
    return correct(() => this.#begin(), draft);
  }

  undoCorrection(id: string, by: string): Promise<CorrectionOutcome> {
    return undoCorrection(() => this.#begin(), id, by);
  }

  addCorrections(corrections: readonly Correction[]): Promise<number> {
    return addCorrections(() => this.#begin(), corrections);
  }

  async #begin(): Promise<StoreSession> {
    await this.prepare();
    return beginNeo4jImport(this.#sources.database, {
      collaborationCap: this.#options.collaborationCap,
      onFinished: (cap) => {
        this.#sources.preparation.cap = cap;
      },
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.#savedGraph?.close(), this.#savedDuplicates?.close()]);
    await this.#sources.database.close();
  }
}

/**
 * The files for the next start. Several databases may share a folder, so the names of the files depend on the address
 * and name of the database.
 */
const savedFiles = ({
  directory,
  uri,
  database = '',
  savedFromNodes: leastNodes,
  log,
}: Neo4jStoreOptions) => {
  if (directory === undefined) return undefined;
  const hash = createHash('sha256').update(`${uri} ${database}`).digest('hex').slice(0, 12);
  const path = join(directory, `neo4j-${hash}`);
  return {
    savedGraph: new SavedGraphFile<null>(`${path}.memory`, { log, leastNodes }),
    savedDuplicates: new SavedDuplicates(`${path}.duplicates`, { log, leastNodes }),
  };
};
