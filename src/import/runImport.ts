import { GraphError } from '../graph/errors.ts';
import type { ImportSession } from '../graph/importSession.ts';
import type { GraphStore } from '../graph/store.ts';
import { problemKinds, type ImportProblem, type ProblemKind } from './importProblem.ts';
import type { Checkpoint, ImportFormat, PaperRecord, RecordOrigin } from './importRecord.ts';
import { emptyReport, placeText, reportProblem, type ImportReport } from './importReport.ts';
import { readRecords, type RecordItem } from './readRecords.ts';
import { RecordBatches } from './recordBatches.ts';
import type { NormalizedRecord } from './resolution/normalizedRecord.ts';
import { hasAuthors, hasTitle } from './resolution/normalizePaper.ts';
import { normalizeRecord } from './resolution/normalizeRecord.ts';
import { isRetracted } from './resolution/retraction.ts';
import type { ImportProgress } from './showProgress.ts';
import { translated } from './translated.ts';

interface ImportOptions {
  store: GraphStore;
  format: ImportFormat<Checkpoint>;
  paths: readonly string[];
  /** Stops at the first line that is not a record and leaves the store unchanged. */
  strict?: boolean;
  /**
   * Aborts the import: the embedded store is rolled back to the last checkpoint; the graph in Neo4j is marked as
   * unfinished.
   */
  signal?: AbortSignal;
  /** Called after each batch. */
  onProgress?: (progress: ImportProgress) => void;
  /** Called before each step that follows the last record, with the name of the step. */
  onStep?: (step: string) => void;
  /** Called for every problem, also for those that the report only counts. */
  onProblem?: (problem: ImportProblem, origin: RecordOrigin) => void;
}

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
  for await (const item of readRecords(format, paths, { bytesRead: 0, bytesTotal: 0 })) {
    signal?.throwIfAborted();
    if ('checkpoint' in item) continue;
    const reason = invalidReason(item);
    if (reason !== undefined) {
      throw new GraphError('BAD_USER_INPUT', `${placeText(item.origin)}: ${reason}. Nothing was imported.`);
    }
  }
};

const invalidReason = (item: RecordItem): string | undefined => {
  if ('problem' in item) {
    return problemKinds[item.problem.kind].effect === 'skipped' ? item.problem.message : undefined;
  }
  const normalized = normalizeRecord(item.record, item.source, item.origin, () => undefined);
  return 'problem' in normalized ? normalized.problem.message : undefined;
};

const importAll = async (session: ImportSession, options: ImportOptions): Promise<ImportReport> => {
  const { format, paths, signal, onProgress, onProblem } = options;
  const report = emptyReport();
  const reading = { bytesRead: 0, bytesTotal: 0 };
  const startTime = performance.now();
  const reportItem = (problem: ImportProblem, origin: RecordOrigin): void => {
    reportProblem(report, problem, origin);
    onProblem?.(problem, origin);
  };
  const batches = new RecordBatches(session, report, () =>
    onProgress?.({ ...reading, recordCount: report.read, seconds: (performance.now() - startTime) / 1_000 }),
  );
  try {
    for await (const item of readRecords(format, paths, reading)) {
      signal?.throwIfAborted();
      if ('checkpoint' in item) {
        await batches.writeAll();
        await session.checkpoint(item.checkpoint);
        continue;
      }
      const record = normalizeItem(item, reportItem);
      if (!record) continue;
      report.read += 1;
      await batches.add(record);
    }
    await batches.writeAll();
  } finally {
    await batches.idle(); // waits, because a session must not be abandoned while a batch is being written
  }
  return report;
};

/** Normalizes the record of an item and reports its problems; undefined if there is no record. */
const normalizeItem = (
  item: RecordItem,
  onProblem: (problem: ImportProblem, origin: RecordOrigin) => void,
): NormalizedRecord | undefined => {
  const { origin } = item;
  if ('problem' in item) {
    onProblem(item.problem, origin);
    return undefined;
  }
  const { record, source } = item;
  const normalized = translated(() =>
    normalizeRecord(record, source, origin, (kind, message) => onProblem({ kind, message }, origin)),
  );
  if ('problem' in normalized) {
    onProblem(normalized.problem, origin);
    return undefined;
  }
  if (normalized.kind === 'paper') {
    const [message = 'a paper'] = normalized.paper.keys;
    for (const kind of peculiarities(record as PaperRecord)) onProblem({ kind, message }, origin);
  }
  return normalized;
};

/** What is unusual about the record of a paper. Such a record is still imported. */
const peculiarities = (record: PaperRecord): ProblemKind[] => [
  ...(isRetracted(record) ? (['retractedPaper'] as const) : []),
  ...(hasTitle(record) ? [] : (['missingTitle'] as const)),
  ...(hasAuthors(record) ? [] : (['missingAuthors'] as const)),
];
