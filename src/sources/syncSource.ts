import { GraphError } from '../graph/errors.ts';
import type { ServiceName, SourceScope, SourceState } from '../graph/sources/sourceState.ts';
import type { GraphStore } from '../graph/store.ts';
import type { ImportProblem } from '../import/importProblem.ts';
import { emptyReport, type ImportReport } from '../import/importReport.ts';
import type {
  Checkpoint,
  ImportFormat,
  ReadingProgress,
  RecordOrigin,
  SourceItem,
} from '../import/importRecord.ts';
import { runImport } from '../import/runImport.ts';
import type { ImportProgress } from '../import/showProgress.ts';
import type { AnswerLimits } from './http/sourceClient.ts';
import { retryLimits, type RetryLimits } from './http/withRetries.ts';
import { OpenAlexReader } from './openAlex/openAlexReader.ts';
import { SemanticScholarReader } from './semanticScholar/semanticScholarReader.ts';
import { SourceError, type SourceErrorCode } from './sourceError.ts';
import { changeDocuments } from './changeDocuments.ts';
import { documentOf, stateOf } from './stateOf.ts';
import type { Estimate, ReaderContext, SourceReader } from './sourceReader.ts';
import type { SourceSettings } from './sourceSettings.ts';

export interface SyncOptions {
  store: GraphStore;
  settings: SourceSettings;
  /** The name of a stored source, or of a new one. */
  name: string;
  service: ServiceName;
  /** What a new source reads. For a stored source it must equal the stored scope. */
  scope?: SourceScope;
  collaborationCap: number;
  signal: AbortSignal;
  /** If true, `confirm` never agrees, and a new source is not stored. */
  isDryRun?: boolean;
  /** Asks the user whether to read as many records as the estimate says. */
  confirm: (estimate: Estimate, state: SourceState) => Promise<boolean>;
  onProgress?: (progress: ImportProgress) => void;
  onStep?: (step: string) => void;
  onProblem?: (problem: ImportProblem, origin: RecordOrigin) => void;
  retries?: Partial<RetryLimits>;
  limits?: Partial<AnswerLimits>;
}

export interface SyncOutcome {
  report: ImportReport;
  /** The error that ended the run early. What was read before is stored. */
  error?: SourceError;
  /** Whether the scope was read to its end. */
  isComplete: boolean;
  /** The cost of the run, as a text. */
  costText?: string | undefined;
}

/** For each service: the name that stored papers have as their source, and the function that creates its reader. */
const readers: Readonly<
  Record<ServiceName, { source: string; create: (context: ReaderContext) => SourceReader }>
> = {
  openalex: { source: 'openalex', create: (context) => new OpenAlexReader(context) },
  'semantic-scholar': { source: 's2', create: (context) => new SemanticScholarReader(context) },
};

/**
 * Brings a source up to date: reads the records that are new since its last run, or continues a run that did not end.
 * This is an import, and a store allows only one import at a time. An unexpected error is stored as the last error of the
 * source, too, so that a schedule does not try again at once.
 *
 * @throws GraphError STORE_UNAVAILABLE, also if another import is running; the reason of the signal
 */
export const syncSource = async (options: SyncOptions): Promise<SyncOutcome> => {
  try {
    return await runSource(options);
  } catch (cause) {
    if (options.signal.aborted || cause instanceof GraphError) throw cause;
    const message = `The run ended by a fault of this program: ${String(cause)}. What was read before it is stored.`;
    const error = new SourceError('INTERNAL_ERROR', message, { cause });
    if (!options.isDryRun) await storeError(options, error);
    return { report: emptyReport(), isComplete: false, error };
  }
};

const storeError = (options: SyncOptions, error: SourceError): Promise<void> =>
  changeDocuments(options.store, (documents) => {
    const state = stateOf(options, documents);
    const lastRun = new Date().toISOString();
    return new Map([documentOf({ ...state, lastRun, lastError: error.message })]);
  });

const runSource = async (options: SyncOptions): Promise<SyncOutcome> => {
  const outcome: Omit<SyncOutcome, 'report'> = { isComplete: false };
  const { store, service, signal, onProgress, onStep, onProblem } = options;
  const format: ImportFormat<Checkpoint> = {
    name: service,
    source: readers[service].source,
    read: (_paths, progress) => readSource(options, progress, outcome),
  };
  const report = await runImport({
    store,
    format,
    paths: [],
    signal,
    ...(onProgress && { onProgress }),
    ...(onStep && { onStep }),
    ...(onProblem && { onProblem }),
  });
  return { report, ...outcome };
};

/** The state is read after the import has begun, so that no other run can change it meanwhile. */
async function* readSource(
  options: SyncOptions,
  progress: ReadingProgress,
  outcome: Omit<SyncOutcome, 'report'>,
): AsyncGenerator<SourceItem | Checkpoint> {
  const documents = await options.store.documents();
  let state: SourceState | undefined;
  let reader: SourceReader | undefined;
  try {
    state = stateOf(options, documents);
    const asked = state;
    reader = readers[state.service].create({
      ...options,
      state,
      documents,
      progress,
      retries: { ...retryLimits, ...options.retries },
      limits: options.limits,
      confirm: (estimate) => options.confirm(estimate, asked),
    });
    outcome.isComplete = yield* reader.items();
    if (!outcome.isComplete) {
      yield { checkpoint: new Map(reader.documents()) };
      return;
    }
    state.lastSuccess = new Date().toISOString();
    state.lastError = null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    outcome.error = error;
    if (state && !options.isDryRun) state.lastError = error.message;
  }
  if (!state || !reader) return;
  outcome.costText = reader.costText();
  state.lastRun = new Date().toISOString();
  const mayStore = !options.isDryRun && !(outcome.error && wrongScopeCodes.has(outcome.error.code));
  yield { checkpoint: new Map([...reader.documents(), ...(mayStore ? [documentOf(state)] : [])]) };
}

/** After these errors, a new source is not stored, because further runs would fail in the same way. */
const wrongScopeCodes: ReadonlySet<SourceErrorCode> = new Set(['BAD_USER_INPUT', 'NOT_CONFIRMED']);
