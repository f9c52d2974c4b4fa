import { ChangeLog } from '../../graph/changeLog.ts';
import { GraphError } from '../../graph/errors.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { namedKinds } from '../../graph/model/kinds.ts';
import type {
  DocumentChanges,
  KnownEntity,
  PaperNames,
  StoredPaper,
  WriteOutcome,
} from '../../graph/importSession.ts';
import type { KeptType, StoreBatch, StoredFacts, StoreSession } from '../../graph/storeSession.ts';
import type { Database } from '../file/database.ts';
import { writeDocuments } from '../file/documents.ts';
import { readKept, writeKept } from '../file/keptRecords.ts';
import { EntityWriter } from './entityWriter.ts';
import { HiddenEntities } from './hiddenEntities.ts';
import { finishImport } from './finishImport.ts';
import { ImportTransaction, notBegun } from './importTransaction.ts';
import { PaperTables } from './paperTables.ts';

/**
 * An import is large if it changes more than this part of all entities. Then loading the graph takes less time than the
 * import did.
 */
const LARGE_PART = 0.1;

/**
 * An import is one transaction on its own connection. Readers see the previous state until it finishes, and a process
 * that dies during the import leaves that state.
 */
export class EmbeddedImportSession implements StoreSession {
  readonly #transaction: ImportTransaction;
  readonly #database: Database;
  readonly #entities: EntityWriter;
  readonly #papers: PaperTables;
  readonly #hidden: HiddenEntities;
  readonly #onFinished: (isLarge: boolean) => Promise<void>;
  #log = new ChangeLog();
  #isOpen = true;

  /**
   * @param onFinished is called at the end, with true if the import changed a large part of the graph
   * @throws ImportUnderWay if another import is running; GraphError STORE_UNAVAILABLE if the import cannot begin.
   */
  constructor(path: string, onFinished: (isLarge: boolean) => Promise<void>) {
    this.#onFinished = onFinished;
    this.#transaction = new ImportTransaction(path);
    this.#database = this.#transaction.database;
    try {
      this.#entities = new EntityWriter(this.#database);
      this.#papers = new PaperTables(this.#database, this.#entities);
      this.#hidden = new HiddenEntities(this.#database, this.#entities, this.#papers);
    } catch (cause) {
      this.#transaction.close();
      throw notBegun(cause);
    }
  }

  known(identifiers: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    return this.#run(() => {
      const known = new Map<EntityId, KnownEntity>();
      for (const identifier of identifiers) {
        const entity = this.#entities.known(identifier);
        if (entity) known.set(identifier, entity);
      }
      return known;
    });
  }

  keysOf(ids: readonly EntityId[]): Promise<Map<EntityId, readonly EntityId[]>> {
    return this.#run(
      () =>
        new Map(
          ids.flatMap((id) => {
            const keys = this.#entities.keysOf(id);
            return keys ? [[id, keys] as const] : [];
          }),
        ),
    );
  }

  papers(ids: readonly EntityId[]): Promise<Map<EntityId, StoredPaper>> {
    return this.#run(
      () =>
        new Map(
          ids.flatMap((id) => {
            const paper = this.#papers.read(id);
            return paper ? [[id, paper] as const] : [];
          }),
        ),
    );
  }

  authorNames(id: EntityId): Promise<readonly PaperNames[]> {
    return this.#run(() => this.#papers.authorships.namesOf(id));
  }

  shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    return this.#run(() => this.#papers.authorships.shareAPaper(left, right));
  }

  kept(type: KeptType, ids?: readonly string[]): Promise<Map<string, string>> {
    return this.#run(() => {
      const kept = readKept(this.#database, type, ids);
      if (type === 'paper') this.#hidden.addTo(kept, ids ?? []);
      return kept;
    });
  }

  papersOf(ids: readonly EntityId[], enough?: number): Promise<EntityId[]> {
    return this.#run(() => [...new Set(ids.flatMap((id) => this.#papers.papersOf(id, enough)))]);
  }

  keptPapersOf(ids: readonly EntityId[]): Promise<EntityId[]> {
    return this.#run(() => ids.flatMap((id) => this.#hidden.keptPapersOf(id)));
  }

  facts(ids: readonly EntityId[]): Promise<Map<EntityId, StoredFacts>> {
    return this.#run(
      () =>
        new Map(
          ids.flatMap((id) => {
            const facts = this.#entities.facts(id);
            return facts ? [[id, facts] as const] : [];
          }),
        ),
    );
  }

  write(batch: StoreBatch): Promise<WriteOutcome> {
    return this.#run(() => {
      for (const id of batch.removals) this.#entities.releaseKeys(id);
      for (const kind of namedKinds)
        for (const change of batch.named[kind]) this.#entities.write(kind, change);
      for (const change of batch.paperKeys) this.#entities.write('PAPER', change);
      for (const paper of batch.papers) this.#papers.writeEntity(paper);
      for (const { topicId, broaderIds } of batch.broader) this.#entities.writeBroader(topicId, broaderIds);
      for (const { from, into } of batch.merges) this.#papers.merge(from, into);
      for (const paper of batch.papers) this.#papers.write(paper);
      const { newCitations, citing } = this.#papers.cite(batch.citations);
      for (const id of batch.removals) {
        this.#hidden.hide(id);
        this.#papers.remove(id);
      }
      writeKept(this.#database, batch.kept);
      this.#hidden.forget(batch.kept);
      this.#log.add(batch, citing);
      this.#papers.naming.forgetNames();
      return { newCitations };
    });
  }

  /**
   * Commits the running transaction and then begins the next one. If another import begins between these two steps,
   * this import ends with an error.
   */
  checkpoint(documents: DocumentChanges): Promise<void> {
    return this.#run(() => {
      finishImport(this.#database, this.#entities, this.#papers.naming, this.#log);
      writeDocuments(this.#database, documents);
      this.#entities.forgetChanges();
      this.#log = new ChangeLog();
      this.#transaction.renew();
    });
  }

  async finish(onProgress?: (step: string) => void): Promise<void> {
    const isLarge = await this.#run(() => {
      onProgress?.('names and counts');
      finishImport(this.#database, this.#entities, this.#papers.naming, this.#log);
      onProgress?.('saving');
      this.#transaction.commit();
      const { hasChanged, newCount, touched } = this.#entities;
      return hasChanged && !this.#hasMoreEntitiesThan((newCount + touched.size) / LARGE_PART);
    });
    this.#transaction.moveIntoFile();
    this.#close();
    if (isLarge) onProgress?.('graph in memory');
    await this.#onFinished(isLarge);
  }

  /** Whether more entities are stored. Does not count all of them, because that takes long in a large graph. */
  #hasMoreEntitiesThan(count: number): boolean {
    const next = this.#database.prepare('SELECT 1 FROM entity LIMIT 1 OFFSET ?');
    return next.get(Math.floor(count)) !== undefined;
  }

  abandon(): Promise<void> {
    if (this.#isOpen) this.#close();
    return Promise.resolve();
  }

  /**
   * Calls a function that does one part of the import. The first error ends the import and rolls its transaction back.
   */
  #run<Result>(work: () => Result): Promise<Result> {
    if (!this.#isOpen)
      return Promise.reject(new GraphError('STORE_UNAVAILABLE', 'The import has already ended.'));
    try {
      return Promise.resolve(work());
    } catch (cause) {
      try {
        this.#close();
      } catch {
        // an error of the rollback is ignored, because the error that ended the import is reported
      }
      if (cause instanceof GraphError) return Promise.reject(cause);
      const message = `The import failed and was rolled back; the stored graph is unchanged: ${(cause as Error).message}`;
      return Promise.reject(new GraphError('STORE_UNAVAILABLE', message, { cause }));
    }
  }

  #close(): void {
    this.#isOpen = false;
    this.#transaction.close();
  }
}
