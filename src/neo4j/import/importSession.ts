import type {
  GraphChanges,
  ImportSession,
  KnownEntity,
  StoredPaper,
  WriteOutcome,
} from '../../graph/importSession.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { GraphError } from '../../graph/errors.ts';
import type { Database } from '../connection/database.ts';
import { makeAllStale } from './deriveStatements.ts';
import { knownEntities, sharedPaper } from './lookupStatements.ts';
import { markFinished, markUnfinished } from './leaseStatements.ts';
import { writeBatch } from './writeBatch.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import { Lease, type GraphState } from './lease.ts';
import { storedPaper, storedPapers, type StoredPaperRow } from './storedPaper.ts';

/** What a session needs beside the database. */
export interface ImportOptions {
  collaborationCap: number;
  /** Told the cap that derived relations go by from now on. */
  onFinished: (collaborationCap: number) => void;
}

/** Begins the one import there can be. @throws ImportUnderWay where there is another; GraphError STORE_UNAVAILABLE. */
export const beginNeo4jImport = async (
  database: Database,
  options: ImportOptions,
): Promise<ImportSession> => {
  const lease = new Lease(database);
  return new Neo4jImport(database, lease, await lease.take(), options);
};

/**
 * What is written shows at once, marked unfinished: each batch happens whole or not at all, and leaves a mark on
 * all that has to be brought up to date. So an import that dies is completed by the next one's finish.
 */
class Neo4jImport implements ImportSession {
  readonly #database: Database;
  readonly #lease: Lease;
  readonly #options: ImportOptions;
  readonly #capChanged: boolean;
  #unfinished: boolean;

  constructor(database: Database, lease: Lease, found: GraphState, options: ImportOptions) {
    this.#database = database;
    this.#lease = lease;
    this.#options = options;
    this.#unfinished = found.unfinished;
    this.#capChanged = found.collaborationCap !== options.collaborationCap;
  }

  async known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.#database.run<KnownRow>(knownEntities, byKind(keys));
    const entities = new Map<EntityId, KnownEntity>();
    for (const { key, id, keys: all, fingerprint } of rows) {
      if (entities.has(key) && key === id) continue; // the owner of a key takes precedence over its equal id
      entities.set(key, { id, keys: all, ...(fingerprint !== null && { fingerprint }) });
    }
    return entities;
  }

  async papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.#database.run<StoredPaperRow>(storedPapers, { ids });
    return new Map(rows.map((row) => [row.paper.id, storedPaper(row)]));
  }

  async shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    const { rows } = await this.#database.run<{ shared: boolean }>(sharedPaper, { left, right });
    return rows[0]?.shared ?? false;
  }

  async write(changes: GraphChanges): Promise<WriteOutcome> {
    if (Object.values(changes).every((each: readonly unknown[]) => each.length === 0))
      return { newCitations: 0 };
    const { changed, newCitations } = await this.#database.transaction(async (run) => {
      const { unfinished } = await this.#lease.hold(run);
      const outcome = await writeBatch(run, changes);
      if (outcome.changed && !unfinished) await run(markUnfinished, {});
      await this.#lease.hold(run); // however long the batch took, the next one has the whole time again
      return outcome;
    });
    this.#unfinished ||= changed;
    return { newCitations };
  }

  async finish(onProgress: (step: string) => void = () => undefined): Promise<void> {
    if (this.#capChanged) await this.#rederiveAll();
    if (!this.#unfinished) return this.#lease.release();
    const { collaborationCap, onFinished } = this.#options;
    await bringUpToDate(this.#database, collaborationCap, onProgress);
    const { rows } = await this.#database.run<{ dataVersion: number }>(markFinished, {
      owner: this.#lease.owner,
      now: new Date().toISOString(),
      collaborationCap,
    });
    this.#lease.stopRenewing();
    if (!rows[0])
      throw new GraphError('STORE_UNAVAILABLE', 'Another import took over before this one ended.');
    onFinished(collaborationCap);
  }

  async abandon(): Promise<void> {
    await this.#lease.release().catch(() => undefined); // a database that is away forgets it by itself
  }

  async #rederiveAll(): Promise<void> {
    await this.#database.run(markUnfinished);
    this.#unfinished = true;
    await this.#database.run(makeAllStale);
  }
}

interface KnownRow {
  key: EntityId;
  id: EntityId;
  keys: EntityId[];
  fingerprint: string | null;
}

/** Keys by their kinds: the statement looks into each kind's own index. */
const byKind = (keys: readonly EntityId[]): Record<EntityKind, EntityId[]> => {
  const parted = Object.fromEntries(entityKinds.map((kind) => [kind, [] as EntityId[]]));
  for (const key of new Set(keys)) parted[kindOf(key)]?.push(key);
  return parted as Record<EntityKind, EntityId[]>;
};
