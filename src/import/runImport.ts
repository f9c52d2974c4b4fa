import { GraphError } from '../graph/errors.ts';
import type { ImportSession } from '../graph/importSession.ts';
import type { GraphStore } from '../graph/store.ts';
import type { ImportProgress } from './showProgress.ts';
import type { FormatItem, ImportFormat, ImportRecord, PaperRecord, RecordOrigin } from './importRecord.ts';
import { emptyReport, reportNote, reportPlace, type ImportReport } from './importReport.ts';
import { resolveBatch, type NormalizedRecord } from './resolution/batchResolution.ts';
import { hasAuthors, hasTitle, normalizePaperRecord } from './resolution/normalizePaper.ts';
import { normalizeCitation, normalizeTopicRecord } from './resolution/normalizeRecord.ts';

export interface ImportOptions {
  store: GraphStore;
  format: ImportFormat;
  paths: readonly string[];
  /** Stop at the first line that is no record, and change nothing. */
  strict?: boolean;
  /** Ends the import early: the embedded store is then as before it, Neo4j is marked unfinished. */
  signal?: AbortSignal;
  /** Told how far it is, after each batch. */
  onProgress?: (progress: ImportProgress) => void;
  /** Told of the steps after the last record. */
  onStep?: (step: string) => void;
}

/** Records resolved and written together: many, so that a store's cost per call does not count. */
const BATCH_SIZE = 1_000;
/** In characters of JSON, some five times what so many papers usually have: few large records are a batch too. */
const LARGEST_BATCH = 16 * 1024 * 1024;

/**
 * Imports files of a format into a store, in order, with memory that does not grow with them.
 *
 * @throws GraphError BAD_USER_INPUT for a path that cannot be read or, where strict, a line that is no record;
 * STORE_UNAVAILABLE where the store fails or another import is under way; the signal's reason where it was ended.
 */
export const runImport = async (options: ImportOptions): Promise<ImportReport> => {
  if (options.strict) await refuseFaults(options);
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

/** Reads everything once without writing: only so can a later fault leave every store unchanged. */
const refuseFaults = async ({ format, paths, signal }: ImportOptions): Promise<void> => {
  for await (const item of format.read(paths, { bytesRead: 0, bytesTotal: 0 })) {
    signal?.throwIfAborted();
    const reason =
      'skipped' in item ? item.skipped : 'record' in item ? faultOf(item.record, format.source) : undefined;
    if (reason !== undefined) {
      throw new GraphError(
        'BAD_USER_INPUT',
        `${item.origin.file}:${item.origin.line}: ${reason}. Nothing was imported.`,
      );
    }
  }
};

const faultOf = (record: ImportRecord, source: string): string | undefined => {
  const claimed = normalizeRecord(record, source, () => undefined);
  return typeof claimed === 'string' ? claimed : undefined;
};

const importAll = async (session: ImportSession, options: ImportOptions): Promise<ImportReport> => {
  const { format, paths, signal, onProgress } = options;
  const report = emptyReport();
  const reading = { bytesRead: 0, bytesTotal: 0 };
  const began = performance.now();
  let batch: NormalizedRecord[] = [];
  let size = 0;
  const writeBatch = async (): Promise<void> => {
    await write(session, batch, report);
    batch = [];
    size = 0;
    onProgress?.({ ...reading, recordCount: report.read, seconds: (performance.now() - began) / 1_000 });
  };
  for await (const item of format.read(paths, reading)) {
    signal?.throwIfAborted();
    const claimed = reportedClaim(item, format.source, report);
    if (claimed) batch.push(claimed);
    if (claimed?.kind === 'paper') size += claimed.claim.size;
    if (batch.length === BATCH_SIZE || size > LARGEST_BATCH) await writeBatch();
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

/** What an item claims; undefined where it is no record, which is reported. */
const reportedClaim = (
  item: FormatItem,
  source: string,
  report: ImportReport,
): NormalizedRecord | undefined => {
  const { origin } = item;
  if ('skipped' in item) reportPlace(report, 'skipped', origin, item.skipped);
  if ('dropped' in item) reportPlace(report, 'dropped', origin, item.dropped);
  if (!('record' in item)) return undefined;
  const claimed = normalizeRecord(item.record, source, (reason) =>
    reportPlace(report, 'dropped', origin, reason),
  );
  if (typeof claimed === 'string') {
    reportPlace(report, 'skipped', origin, claimed);
    return undefined;
  }
  report.read += 1;
  noteOddities(item.record, claimed, origin, report);
  return claimed;
};

const normalizeRecord = (
  record: ImportRecord,
  formatSource: string,
  onDropped: (reason: string) => void,
): NormalizedRecord | string => {
  if (record.record === 'citation') {
    const claim = normalizeCitation(record);
    return typeof claim === 'string' ? claim : { kind: 'citation', claim };
  }
  if (record.record === 'topic') {
    const claim = normalizeTopicRecord(record, onDropped);
    return typeof claim === 'string' ? claim : { kind: 'topic', claim, onDropped };
  }
  return {
    kind: 'paper',
    claim: normalizePaperRecord(record, record.source ?? formatSource, onDropped),
    onDropped,
  };
};

const noteOddities = (
  record: ImportRecord,
  claimed: NormalizedRecord,
  origin: RecordOrigin,
  report: ImportReport,
): void => {
  if (claimed.kind !== 'paper') return;
  const example = `${claimed.claim.keys[0] ?? 'a paper'} (${origin.file}:${origin.line})`;
  const paper = record as PaperRecord;
  if (!hasTitle(paper)) reportNote(report, 'papers without a title', example);
  if (!hasAuthors(paper)) reportNote(report, 'papers without authors', example);
};
