import type { GraphReads, GraphStore, Readiness } from '../graph/store.ts';
import { Database, type DatabaseOptions } from './connection/database.ts';
import { within } from './connection/within.ts';
import { beginNeo4jImport } from './import/importSession.ts';
import { Preparation } from './connection/preparation.ts';
import { MemoryGraphs } from './memoryFeed/memoryGraphs.ts';
import { Paths } from './reads/paths/readPaths.ts';
import { graphState } from './reads/entities/entityStatements.ts';
import { StoredReads } from './reads/neo4jReads.ts';

export interface Neo4jStoreOptions extends DatabaseOptions {
  /** The most authors a paper may have and still make collaborators. Takes effect with the next import. */
  collaborationCap: number;
  /** Told what an operator may want to know. */
  log?: (message: string, cause?: unknown) => void;
}

/** What its parts share. */
interface Parts {
  database: Database;
  preparation: Preparation;
  images: MemoryGraphs;
}

/**
 * The graph in a Neo4j database, which may come and go: what needs it fails while it is away and works again when
 * it is back.
 */
export class Neo4jStore extends StoredReads implements GraphStore {
  readonly #options: Neo4jStoreOptions;
  readonly #parts: Parts;

  constructor(options: Neo4jStoreOptions) {
    const onOutage = (isAway: boolean, cause?: unknown) => this.#onOutage(isAway, cause);
    const database = new Database({ ...options, onOutage });
    const preparation = new Preparation(database, options.collaborationCap, options.log);
    const images = new MemoryGraphs(database, options.log);
    super(database, preparation, new Paths(database, images));
    this.#options = options;
    this.#parts = { database, preparation, images };
  }

  during(signal: AbortSignal): GraphReads {
    const { preparation, images } = this.#parts;
    const database = this.#parts.database.during(signal);
    return new StoredReads(database, preparation, new Paths(database, images, signal));
  }

  /** Sees to constraints and indexes, once. @throws GraphError STORE_UNAVAILABLE; asked again, it tries again. */
  prepare(): Promise<void> {
    return this.#parts.preparation.done();
  }

  /** What comes back may be another database, or an empty one. */
  #onOutage(isAway: boolean, cause?: unknown): void {
    const { log, onOutage } = this.#options;
    if (isAway) {
      log?.('The database cannot be reached.', cause);
    } else {
      log?.('The database can be reached again.');
      this.#parts.preparation.undo();
      this.prepare().catch((thrown: unknown) => log?.('The database cannot be used yet.', thrown));
    }
    onOutage?.(isAway, cause);
  }

  async readiness(): Promise<Readiness> {
    const { connections } = this.#parts.database;
    const notReady = { ready: false, importUnfinished: false, connections };
    if (connections.isAway) return notReady;
    try {
      return { ...(await within(this.#readiness(), READINESS_DEADLINE)), connections };
    } catch (thrown) {
      this.#options.log?.('The database cannot be asked.', thrown);
      return notReady;
    }
  }

  async #readiness(): Promise<Readiness> {
    await this.prepare();
    const [state] = await this.#parts.database.read<{ unfinished: boolean }>(graphState);
    return { ready: true, importUnfinished: state?.unfinished ?? false };
  }

  beginImport: GraphStore['beginImport'] = async () => {
    await this.prepare();
    return beginNeo4jImport(this.#parts.database, {
      collaborationCap: this.#options.collaborationCap,
      onFinished: (cap) => {
        this.#parts.preparation.cap = cap;
      },
    });
  };

  close(): Promise<void> {
    return this.#parts.database.close();
  }
}

/** Shorter than the second within which a health check is to be answered. */
const READINESS_DEADLINE = 800;
