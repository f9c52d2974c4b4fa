import type { SourceState } from '../graph/sources/sourceState.ts';
import type { GraphReads } from '../graph/store.ts';
import type { Checkpoint, ReadingProgress, SourceItem } from '../import/importRecord.ts';
import type { AnswerLimits } from './http/sourceClient.ts';
import type { RetryLimits } from './http/withRetries.ts';
import type { SourceSettings } from './sourceSettings.ts';

/** The largest number of records that is read without asking the user: a hundred requests. */
export const UNASKED_RECORDS = 10_000;

/** What a run will probably read. */
export interface Estimate {
  records: number;
  requests: number;
  /** Zero for a service without prices. */
  costUsd: number;
  /** What will be read in addition and cannot be counted yet, in words. */
  more?: string;
}

/** What the readers of all services are given. */
export interface ReaderContext {
  store: GraphReads;
  state: SourceState;
  settings: SourceSettings;
  /** The documents that are stored beside the graph. */
  documents: ReadonlyMap<string, string>;
  /** Papers with more authors do not make collaborators. */
  collaborationCap: number;
  /** Receives how many records were read, and how many there are in all. */
  progress: ReadingProgress;
  signal: AbortSignal;
  retries: RetryLimits;
  limits: Partial<AnswerLimits> | undefined;
  /** Asks the user whether to read what the estimate says. Called again for each larger estimate. */
  confirm: (estimate: Estimate) => Promise<boolean>;
}

/** A text that a checkpoint stores under its name; null removes it. */
export type Document = readonly [name: string, text: string | null];

/** Reads one source from its service. */
export interface SourceReader {
  /**
   * Yields the records from where the last run ended, with checkpoints that store the progress.
   *
   * @returns false if it ended early because the user did not agree to what would be read
   * @throws SourceError
   */
  items(): AsyncGenerator<SourceItem | Checkpoint, boolean>;
  /** What is stored with the state of the source at a checkpoint. */
  documents(): readonly Document[];
  /** What the run cost, in words; undefined if nothing. */
  costText(): string | undefined;
}
