import type {
  DocumentChanges,
  KnownEntity,
  PaperNames,
  StoredPaper,
  WriteOutcome,
} from '../../graph/importSession.ts';
import type { KeptType, StoreBatch, StoredFacts, StoreSession } from '../../graph/storeSession.ts';
import { ChangeLog } from '../../graph/changeLog.ts';
import { printedSpellings, type PrintedName } from '../../graph/names.ts';
import { GraphError } from '../../graph/errors.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { perKind } from '../../graph/model/kinds.ts';
import type { Database } from '../connection/database.ts';
import type { ImportState } from '../prepareSchema.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import { makeAllStale } from './deriveStatements.ts';
import { removeDocuments, writeDocuments } from './documentStatements.ts';
import { Lease } from './lease.ts';
import { markFinished, markUnfinished } from './leaseStatements.ts';
import { keptRead } from '../cypher/keptStatements.ts';
import {
  authorNames,
  entityFacts,
  knownEntities,
  papersOfEntities,
  sharedPaper,
} from './lookupStatements.ts';
import { storedPaper, storedPapers, type StoredPaperRow } from './storedPaper.ts';
import { writeBatch } from './writeBatch.ts';

interface ImportOptions {
  collaborationCap: number;
  /**
   * Called when the import has finished, with the collaboration cap with which the derived relationships were computed.
   */
  onFinished: (collaborationCap: number) => void;
}

/** @throws ImportUnderWay if another import is under way; GraphError STORE_UNAVAILABLE. */
export const beginNeo4jImport = async (database: Database, options: ImportOptions): Promise<StoreSession> => {
  const lease = new Lease(database);
  return new Neo4jImport(database, lease, await lease.take(), options);
};

/**
 * An import whose batches are visible at once, while the graph is marked as unfinished. Each batch is one transaction,
 * which also marks the nodes whose counts, names or derived relationships are now out of date. So the next import can
 * complete an import that died.
 */
class Neo4jImport implements StoreSession {
  readonly #database: Database;
  readonly #lease: Lease;
  readonly #options: ImportOptions;
  readonly #hasNewCap: boolean;
  readonly #log: ChangeLog;
  #isUnfinished: boolean;

  constructor(database: Database, lease: Lease, state: ImportState, options: ImportOptions) {
    this.#database = database;
    this.#lease = lease;
    this.#options = options;
    this.#isUnfinished = state.unfinished;
    // if an earlier import has not finished, it is not known what that import changed
    this.#log = new ChangeLog(!state.unfinished);
    this.#hasNewCap = state.collaborationCap !== options.collaborationCap;
  }

  async known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.#database.run<KnownRow>(knownEntities, byKind(keys));
    const entities = new Map<EntityId, KnownEntity>();
    for (const { key, id, keys: entityKeys, fingerprint } of rows) {
      // A text may be a key of one entity and the id of another one. It then stands for the entity that has the key.
      if (entities.has(key) && key === id) continue;
      entities.set(key, { id, keys: entityKeys, ...(fingerprint !== null && { fingerprint }) });
    }
    return entities;
  }

  async keysOf(ids: readonly EntityId[]): Promise<Map<EntityId, readonly EntityId[]>> {
    const { rows } = await this.#database.run<KnownRow>(knownEntities, byKind(ids));
    return new Map(rows.filter(({ key, id }) => key === id).map(({ id, keys }) => [id, keys]));
  }

  async papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.#database.run<StoredPaperRow>(storedPapers, { ids });
    return new Map(rows.map((row) => [row.paper.id, storedPaper(row)]));
  }

  async authorNames(id: EntityId): Promise<readonly PaperNames[]> {
    const { rows } = await this.#database.run<{ paperId: EntityId; name: PrintedName }>(authorNames, { id });
    return rows.map(({ paperId, name }) => ({
      paperId,
      names: printedSpellings({ ...name, curated: name.curated ?? null }),
    }));
  }

  async shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    const { rows } = await this.#database.run<{ shared: boolean }>(sharedPaper, { left, right });
    return rows[0]?.shared ?? false;
  }

  async kept(type: KeptType, ids?: readonly string[]): Promise<Map<string, string>> {
    if (ids?.length === 0) return new Map();
    const { rows } = await this.#database.run<{ id: string; text: string }>(...keptRead(type, ids));
    return new Map(rows.map(({ id, text }) => [id, text]));
  }

  async papersOf(ids: readonly EntityId[]): Promise<EntityId[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.#database.run<{ id: EntityId }>(papersOfEntities, byKind(ids));
    return rows.map(({ id }) => id);
  }

  async facts(ids: readonly EntityId[]): Promise<Map<EntityId, StoredFacts>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.#database.run<{ id: EntityId; facts: StoredFacts }>(entityFacts, byKind(ids));
    return new Map(rows.map(({ id, facts }) => [id, facts]));
  }

  async write(batch: StoreBatch): Promise<WriteOutcome> {
    const { named, ...others } = batch;
    const parts: (readonly unknown[])[] = [...Object.values(named), ...Object.values(others)];
    const isEmpty = parts.every((part) => part.length === 0);
    if (isEmpty) return { newCitations: 0 };
    const { changed, newCitations, citing } = await this.#database.transaction(async (run) => {
      const isUnfinished = await this.#lease.renewIn(run);
      const outcome = await writeBatch(run, batch, this.#options.collaborationCap);
      if (outcome.changed && !isUnfinished) await run(markUnfinished, {});
      // renews the lease, because writing the batch may have taken longer than the lease lasts
      await this.#lease.renewIn(run);
      return outcome;
    });
    this.#isUnfinished ||= changed;
    if (changed) this.#log.add(batch, citing);
    return { newCitations };
  }

  /** Stores documents. The batches before it are already permanent, because each is a transaction of its own. */
  async checkpoint(documents: DocumentChanges): Promise<void> {
    const rows = [...documents].flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
    const names = [...documents].flatMap(([name, text]) => (text === null ? [name] : []));
    await this.#database.transaction(async (run) => {
      await this.#lease.renewIn(run);
      if (rows.length > 0) await run(writeDocuments, { rows });
      if (names.length > 0) await run(removeDocuments, { names });
    });
  }

  async finish(onProgress: (step: string) => void = () => undefined): Promise<void> {
    if (this.#hasNewCap) await this.#markAllStale();
    if (!this.#isUnfinished) return this.#lease.release();
    const { collaborationCap, onFinished } = this.#options;
    await bringUpToDate(this.#database, collaborationCap, onProgress);
    const { ids = null, removed = null } = this.#log.changes ?? {};
    const { rows } = await this.#database.run<{ dataVersion: number }>(markFinished, {
      ids,
      removed,
      owner: this.#lease.owner,
      now: new Date().toISOString(),
      collaborationCap,
    });
    this.#lease.stopRenewing();
    if (!rows[0]) {
      throw new GraphError(
        'STORE_UNAVAILABLE',
        'Another import began before this import finished, because the lease of this import expired. Import again.',
      );
    }
    onFinished(collaborationCap);
  }

  async abandon(): Promise<void> {
    await this.#lease.release().catch(() => undefined); // if the database cannot be reached, the lease expires by itself
  }

  async #markAllStale(): Promise<void> {
    await this.#database.run(markUnfinished);
    this.#isUnfinished = true;
    this.#log.addEverything();
    await this.#database.run(makeAllStale);
  }
}

interface KnownRow {
  key: EntityId;
  id: EntityId;
  keys: EntityId[];
  fingerprint: string | null;
}

const byKind = (keys: readonly EntityId[]): Record<EntityKind, EntityId[]> => {
  const groups = perKind((): EntityId[] => []);
  for (const key of new Set(keys)) groups[kindOf(key)].push(key);
  return groups;
};
