import type { ImportSession } from '../graph/importSession.ts';
import type { ImportReport } from './importReport.ts';
import { resolveBatch } from './resolution/batchResolution.ts';
import type { NormalizedRecord } from './resolution/normalizedRecord.ts';

/** The number of records in a batch. It is so large that the cost of each store call is negligible. */
const BATCH_SIZE = 1_000;
/**
 * The maximum size of a batch in characters of JSON, about five times the usual size. It limits the memory that large
 * records take.
 */
const MAX_BATCH_LENGTH = 16 * 1024 * 1024;

/** Writes records in batches, one batch after the other. The records of the next batch are read meanwhile. */
export class RecordBatches {
  readonly #session: ImportSession;
  readonly #report: ImportReport;
  readonly #onWritten: () => void;
  #batch: NormalizedRecord[] = [];
  #length = 0;
  #writing = Promise.resolve();

  /**
   * @param report counts the outcomes of the records that were written
   * @param onWritten is called after each batch
   */
  constructor(session: ImportSession, report: ImportReport, onWritten: () => void) {
    this.#session = session;
    this.#report = report;
    this.#onWritten = onWritten;
  }

  /** Resolves when the next record can be added. @throws the error of an earlier batch */
  async add(record: NormalizedRecord): Promise<void> {
    const [first] = this.#batch;
    if (first && (first.kind === 'removal') !== (record.kind === 'removal')) await this.#writeBatch();
    this.#batch.push(record);
    if (record.kind === 'paper') this.#length += record.paper.size;
    if (this.#batch.length === BATCH_SIZE || this.#length > MAX_BATCH_LENGTH) await this.#writeBatch();
  }

  /** Resolves when all records are written. */
  async writeAll(): Promise<void> {
    await this.#writeBatch();
    await this.#writing;
  }

  /** Resolves when nothing is being written, also after an error. */
  async idle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  /** Begins to write the batch as soon as the batch before it is written. */
  async #writeBatch(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#length = 0;
    await this.#writing;
    this.#writing = this.#write(batch);
    this.#writing.catch(() => undefined); // ignored here, because the error is thrown where the promise is awaited
  }

  async #write(batch: readonly NormalizedRecord[]): Promise<void> {
    if (batch.length > 0) {
      const { changes, outcomes } = await resolveBatch(batch, this.#session);
      for (const outcome of outcomes) this.#report[outcome] += 1;
      const hasChanges = Object.values(changes).some((each: readonly unknown[]) => each.length > 0);
      const { newCitations } = hasChanges ? await this.#session.write(changes) : { newCitations: 0 };
      this.#report.new += newCitations;
      this.#report.unchanged += changes.citations.length - newCitations;
    }
    this.#onWritten();
  }
}
