import { GraphError, ImportUnderWay } from '../../graph/errors.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type {
  GraphChanges,
  ImportSession,
  KnownEntity,
  StoredPaper,
  WriteOutcome,
} from '../../graph/importSession.ts';
import { close, open, type Database } from '../file/database.ts';
import { EntityWriter } from './entityWriter.ts';
import { finishImport } from './finishImport.ts';
import { PaperTables } from './paperTables.ts';

/**
 * An import is one transaction on a connection of its own: readers see the state before it until it has
 * finished, and a process that dies at any point leaves that state.
 */
export class EmbeddedImportSession implements ImportSession {
  readonly #database: Database;
  readonly #entities: EntityWriter;
  readonly #papers: PaperTables;
  readonly #onFinished: () => Promise<void>;
  #isOpen = true;

  /** @throws ImportUnderWay where there is another import; GraphError STORE_UNAVAILABLE where it cannot begin. */
  constructor(path: string, onFinished: () => Promise<void>) {
    this.#onFinished = onFinished;
    this.#database = open(path);
    try {
      this.#database.exec('PRAGMA cache_size = -65536; PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
      this.#entities = new EntityWriter(this.#database);
      this.#papers = new PaperTables(this.#database, this.#entities);
    } catch (cause) {
      close(this.#database);
      throw notBegun(cause);
    }
  }

  known(keys: readonly EntityId[]): Promise<Map<EntityId, KnownEntity>> {
    return this.#run(() => {
      const known = new Map<EntityId, KnownEntity>();
      for (const key of keys) {
        const entity = this.#entities.known(key);
        if (entity) known.set(key, entity);
      }
      return known;
    });
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

  shareAPaper(left: EntityId, right: EntityId): Promise<boolean> {
    return this.#run(() => this.#papers.shareAPaper(left, right));
  }

  write(changes: GraphChanges): Promise<WriteOutcome> {
    return this.#run(() => {
      this.#entities.forgetKeys();
      for (const change of [
        ...changes.authors,
        ...changes.institutions,
        ...changes.topics,
        ...changes.paperKeys,
      ]) {
        this.#entities.write(kindOf(change.id), change);
      }
      for (const paper of changes.papers) this.#entities.write('PAPER', paper);
      for (const { topicId, broaderIds } of changes.broader) this.#entities.writeBroader(topicId, broaderIds);
      for (const { from, into } of changes.merges) this.#papers.merge(from, into);
      for (const paper of changes.papers) this.#papers.write(paper);
      return { newCitations: this.#papers.cite(changes.citations) };
    });
  }

  async finish(onProgress?: (step: string) => void): Promise<void> {
    await this.#run(() => {
      onProgress?.('names and counts');
      finishImport(this.#database, this.#entities);
      onProgress?.('saving');
      this.#database.exec('COMMIT');
    });
    this.#moveIntoFile();
    this.#close();
    await this.#onFinished();
  }

  abandon(): Promise<void> {
    if (this.#isOpen) this.#close();
    return Promise.resolve();
  }

  /** Ends the import at the first failure: its transaction is gone then, whatever SQLite made of it. */
  #run<Result>(work: () => Result): Promise<Result> {
    if (!this.#isOpen) return Promise.reject(new GraphError('STORE_UNAVAILABLE', 'The import has ended.'));
    try {
      return Promise.resolve(work());
    } catch (cause) {
      try {
        this.#close();
      } catch {
        // what went wrong first is what counts
      }
      const message = `The import was undone, everything is as before it: ${(cause as Error).message}`;
      return Promise.reject(new GraphError('STORE_UNAVAILABLE', message, { cause }));
    }
  }

  /** What is committed stands in the write-ahead log; in the file it is where people look for it and copy it from. */
  #moveIntoFile(): void {
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // it is safe where it is, and moved by and by
    }
  }

  #close(): void {
    this.#isOpen = false;
    close(this.#database);
  }
}

const notBegun = (cause: unknown): GraphError => {
  const { message } = cause as Error;
  return message.includes('locked')
    ? new ImportUnderWay('Another import into this data folder is under way.', { cause })
    : new GraphError('STORE_UNAVAILABLE', `The import could not begin: ${message}.`, { cause });
};
