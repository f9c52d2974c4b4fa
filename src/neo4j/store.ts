import type { GraphStore, Readiness } from '../graph/store.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { within } from './deadline.ts';
import { beginNeo4jImport } from './import/session.ts';
import { readAbstracts, readEntities, readMetrics, readStatistics } from './reads/entities.ts';
import { readList, readSearch } from './reads/lists.ts';
import { readCollaborations, readCommonNeighbors, readNeighbors } from './reads/neighbors.ts';
import { Images } from './questions/images.ts';
import { readLinks } from './questions/links.ts';
import { Paths } from './questions/paths.ts';
import { readSuggestions } from './questions/suggestions.ts';
import { prepareSchema } from './schema.ts';
import { graphState } from './statements/entities.ts';

export interface Neo4jStoreOptions extends DatabaseOptions {
  /** The most authors a paper may have and still make collaborators. Takes effect with the next import. */
  collaborationCap: number;
  /** Told what an operator may want to know. */
  log?: (message: string, cause?: unknown) => void;
}

/**
 * The graph in a Neo4j database, which may come and go: what needs it fails while it is away and works again when
 * it is back.
 */
export class Neo4jStore implements GraphStore {
  readonly #database: Database;
  readonly #options: Neo4jStoreOptions;
  readonly #paths: Paths;
  #prepared: Promise<void> | undefined;
  /** What the stored derived relations go by. */
  #cap: number;

  constructor(options: Neo4jStoreOptions) {
    this.#options = options;
    this.#cap = options.collaborationCap;
    this.#database = new Database({ ...options, onOutage: (isAway, cause) => this.#onOutage(isAway, cause) });
    this.#paths = new Paths(this.#database, new Images(this.#database, options.log));
  }

  /** Sees to constraints and indexes, once. @throws GraphError STORE_UNAVAILABLE; asked again, it tries again. */
  prepare(): Promise<void> {
    this.#prepared ??= this.#prepare().catch((thrown: unknown) => {
      this.#prepared = undefined;
      throw thrown;
    });
    return this.#prepared;
  }

  async #prepare(): Promise<void> {
    const wanted = this.#options.collaborationCap;
    const { collaborationCap } = await prepareSchema(this.#database, wanted);
    this.#cap = collaborationCap;
    if (this.#cap !== wanted) {
      this.#options.log?.(
        `Collaborators are stored for papers of up to ${this.#cap} authors; ${wanted} takes effect with the next import.`,
      );
    }
  }

  /** What comes back may be another database, or an empty one. */
  #onOutage(isAway: boolean, cause?: unknown): void {
    const { log, onOutage } = this.#options;
    if (isAway) {
      log?.('The database cannot be reached.', cause);
    } else {
      log?.('The database can be reached again.');
      this.#prepared = undefined;
      this.prepare().catch((thrown: unknown) => log?.('The database cannot be used yet.', thrown));
    }
    onOutage?.(isAway, cause);
  }

  entities: GraphStore['entities'] = async (ids) => {
    await this.prepare();
    return readEntities(this.#database, this.#cap, ids);
  };

  abstracts: GraphStore['abstracts'] = async (paperIds) => {
    await this.prepare();
    return readAbstracts(this.#database, paperIds);
  };

  neighbors: GraphStore['neighbors'] = async (ids, requests) => {
    await this.prepare();
    return readNeighbors(this.#database, this.#cap, ids, requests);
  };

  commonNeighbors: GraphStore['commonNeighbors'] = async (relation, pairs, page) => {
    await this.prepare();
    return readCommonNeighbors(this.#database, this.#cap, relation, pairs, page);
  };

  collaborations: GraphStore['collaborations'] = async (pairs, filter) => {
    await this.prepare();
    return readCollaborations(this.#database, this.#cap, pairs, filter);
  };

  list: GraphStore['list'] = async (kind, page) => {
    await this.prepare();
    return readList(this.#database, this.#cap, kind, page);
  };

  search: GraphStore['search'] = async (request) => {
    await this.prepare();
    return readSearch(this.#database, this.#cap, request);
  };

  metrics: GraphStore['metrics'] = async (authorIds) => {
    await this.prepare();
    return readMetrics(this.#database, authorIds);
  };

  suggestions: GraphStore['suggestions'] = async (authorIds, request) => {
    await this.prepare();
    return readSuggestions(this.#database, this.#cap, authorIds, request);
  };

  collaborationPaths: GraphStore['collaborationPaths'] = async (queries) => {
    await this.prepare();
    return this.#paths.betweenAuthors(queries, this.#cap);
  };

  topicPaths: GraphStore['topicPaths'] = async (queries) => {
    await this.prepare();
    return this.#paths.betweenTopics(queries, this.#cap);
  };

  links: GraphStore['links'] = async (ids, relations, counted) => {
    await this.prepare();
    return readLinks(this.#database, ids, relations, counted);
  };

  statistics: GraphStore['statistics'] = async () => {
    await this.prepare();
    return readStatistics(this.#database, this.#cap);
  };

  async readiness(): Promise<Readiness> {
    if (this.#database.isAway) return { ready: false, importUnfinished: false };
    try {
      return await within(this.#readiness(), READINESS_DEADLINE);
    } catch (thrown) {
      this.#options.log?.('The database cannot be asked.', thrown);
      return { ready: false, importUnfinished: false };
    }
  }

  async #readiness(): Promise<Readiness> {
    await this.prepare();
    const [state] = await this.#database.read<{ unfinished: boolean }>(graphState);
    return { ready: true, importUnfinished: state?.unfinished ?? false };
  }

  beginImport: GraphStore['beginImport'] = async () => {
    await this.prepare();
    return beginNeo4jImport(this.#database, {
      collaborationCap: this.#options.collaborationCap,
      onFinished: (cap) => {
        this.#cap = cap;
      },
    });
  };

  close(): Promise<void> {
    return this.#database.close();
  }
}

/** Shorter than the second within which a health check is to be answered. */
const READINESS_DEADLINE = 800;
