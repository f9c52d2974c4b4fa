import { GraphError } from '../graph/errors.ts';
import type { ImportSession } from '../graph/importSession.ts';
import type { GraphStore } from '../graph/store.ts';
import type { ImportProgress } from './showProgress.ts';
import type { FormatItem, ImportFormat, ImportRecord, PaperRecord, RecordOrigin } from './importRecord.ts';
import { emptyReport, reportNote, reportPlace, type ImportReport } from './importReport.ts';
import { resolveBatch } from './resolution/batchResolution.ts';
import type { NormalizedRecord } from './resolution/normalizedRecord.ts';
import { hasAuthors, hasTitle } from './resolution/normalizePaper.ts';
import { normalizeRecord } from './resolution/normalizeRecord.ts';

export interface ImportOptions {
  store: GraphStore;
  format: ImportFormat;
  paths: readonly string[];
  /** Stops at the first line that is not a record and leaves the store unchanged. */
  strict?: boolean;
  /** Aborts the import: the embedded store is rolled back, Neo4j is marked as unfinished. */
  signal?: AbortSignal;
  /** Called after each batch. */
  onProgress?: (progress: ImportProgress) => void;
  /** Called before each step that follows the last record, with the name of the step. */
  onStep?: (step: string) => void;
}

/** Records per batch: large enough to make the cost per store call negligible. */
const BATCH_SIZE = 1_000;
/** Characters of JSON per batch, about five times the usual size: bounds the memory that large records take. */
const MAX_BATCH_LENGTH = 16 * 1024 * 1024;

/**
 * Imports files of one format into a store, in order. Memory does not grow with the size of the files.
 *
 * @throws GraphError BAD_USER_INPUT if a path cannot be read or, in a strict import, a line is not a record;
 * STORE_UNAVAILABLE if the store fails or another import is running; the signal's reason if it was aborted.
 */
export const runImport = async (options: ImportOptions): Promise<ImportReport> => {
  if (options.strict) await refuseInvalidLines(options);
  const session = await options.store.beginImport();
  try {
    const report = await importAll(session, options);
    options.signal?.throwIfAborted();
    await session.finish(options.onStep);
    return report;
  } catch (error) {
    await session.abandon();
    throw error;
  }
};

/** Reads all files once without writing, so that an invalid line at the end leaves every store unchanged. */
const refuseInvalidLines = async ({ format, paths, signal }: ImportOptions): Promise<void> => {
  for await (const item of format.read(paths, { bytesRead: 0, bytesTotal: 0 })) {
    signal?.throwIfAborted();
    const reason = invalidReason(item, format.source);
    if (reason !== undefined) {
      throw new GraphError(
        'BAD_USER_INPUT',
        `${item.origin.file}:${item.origin.line}: ${reason}. Nothing was imported.`,
      );
    }
  }
};

const invalidReason = (item: FormatItem, source: string): string | undefined => {
  if ('skipped' in item) return item.skipped;
  if (!('record' in item)) return undefined;
  const normalized = normalizeRecord(item.record, source, () => undefined);
  return typeof normalized === 'string' ? normalized : undefined;
};

const importAll = async (session: ImportSession, options: ImportOptions): Promise<ImportReport> => {
  const { format, paths, signal, onProgress } = options;
  const report = emptyReport();
  const reading = { bytesRead: 0, bytesTotal: 0 };
  const startTime = performance.now();
  let batch: NormalizedRecord[] = [];
  let size = 0;
  const writeBatch = async (): Promise<void> => {
    await write(session, batch, report);
    batch = [];
    size = 0;
    onProgress?.({ ...reading, recordCount: report.read, seconds: (performance.now() - startTime) / 1_000 });
  };
  for await (const item of format.read(paths, reading)) {
    signal?.throwIfAborted();
    const record = reportAndNormalize(item, format.source, report);
    if (record) batch.push(record);
    if (record?.kind === 'paper') size += record.paper.size;
    if (batch.length === BATCH_SIZE || size > MAX_BATCH_LENGTH) await writeBatch();
  }
  await writeBatch();
  return report;
};

const write = async (
  session: ImportSession,
  batch: readonly NormalizedRecord[],
  report: ImportReport,
): Promise<void> => {
  if (batch.length === 0) return;
  const { changes, outcomes } = await resolveBatch(batch, session);
  for (const outcome of outcomes) report[outcome] += 1;
  const hasChanges = Object.values(changes).some((each: readonly unknown[]) => each.length > 0);
  const { newCitations } = hasChanges ? await session.write(changes) : { newCitations: 0 };
  report.new += newCitations;
  report.unchanged += changes.citations.length - newCitations;
};

/** Adds the item to the report and returns its normalized record; undefined if the item is not a record. */
const reportAndNormalize = (
  item: FormatItem,
  source: string,
  report: ImportReport,
): NormalizedRecord | undefined => {
  const { origin } = item;
  if ('skipped' in item) reportPlace(report, 'skipped', origin, item.skipped);
  if ('dropped' in item) reportPlace(report, 'dropped', origin, item.dropped);
  if (!('record' in item)) return undefined;
  const normalized = normalizeRecord(item.record, source, (reason) =>
    reportPlace(report, 'dropped', origin, reason),
  );
  if (typeof normalized === 'string') {
    reportPlace(report, 'skipped', origin, normalized);
    return undefined;
  }
  report.read += 1;
  noteMissingFields(item.record, normalized, origin, report);
  return normalized;
};

const noteMissingFields = (
  record: ImportRecord,
  normalized: NormalizedRecord,
  origin: RecordOrigin,
  report: ImportReport,
): void => {
  if (normalized.kind !== 'paper') return;
  const example = `${normalized.paper.keys[0] ?? 'a paper'} (${origin.file}:${origin.line})`;
  const paper = record as PaperRecord;
  if (!hasTitle(paper)) reportNote(report, 'papers without a title', example);
  if (!hasAuthors(paper)) reportNote(report, 'papers without authors', example);
};
