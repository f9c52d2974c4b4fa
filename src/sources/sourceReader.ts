import type { SourceState } from '../graph/sources/sourceState.ts';
import type { GraphReads } from '../graph/store.ts';
import type { Checkpoint, ReadingProgress, SourceItem } from '../import/importRecord.ts';
import type { AnswerLimits } from './http/sourceClient.ts';
import type { RetryLimits } from './http/withRetries.ts';
import type { SourceSettings } from './sourceSettings.ts';

/** The largest number of records that is read without asking the user. They take about a hundred requests. */
export const UNASKED_RECORDS = 10_000;

/** An estimate of what a run will read. */
export interface Estimate {
  records: number;
  /** How many of the estimated records were already read and stored by earlier runs. */
  recordsRead: number;
  requests: number;
  /** The cost in US dollars; 0 for a service that is free. */
  costUsd: number;
  /** A text about further records whose number is not known yet, for example the works of co-authors. */
  more?: string;
}

/** The input of a reader. It is the same for OpenAlex and Semantic Scholar. */
export interface ReaderContext {
  store: GraphReads;
  state: SourceState;
  settings: SourceSettings;
  /** The documents that are stored beside the graph. */
  documents: ReadonlyMap<string, string>;
  /** Papers with more authors than this do not make their authors collaborators. */
  collaborationCap: number;
  /** Receives how many records were read, and how many there are in all. */
  progress: ReadingProgress;
  signal: AbortSignal;
  retries: RetryLimits;
  limits: Partial<AnswerLimits> | undefined;
  /** Asks the user whether to read as many records as the estimate says. Called again for each larger estimate. */
  confirm: (estimate: Estimate) => Promise<boolean>;
}

/** A text that a checkpoint stores under its name; null removes it. */
export type Document = readonly [name: string, text: string | null];

/** Reads the records of one source from its service, for example OpenAlex. */
export interface SourceReader {
  /**
   * Yields the records from where the last run ended, with checkpoints that store the progress.
   *
   * @returns false if the run ended early because the user did not agree to the estimated number of records and requests
   * @throws SourceError
   */
  items(): AsyncGenerator<SourceItem | Checkpoint, boolean>;
  /** The documents that a checkpoint stores together with the state of the source. */
  documents(): readonly Document[];
  /** The cost of the run, in words; undefined if it was free. */
  costText(): string | undefined;
}
