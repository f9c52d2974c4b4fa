/** The services that sync reads from, by their names on the command line. */
export const services = { openalex: 'OpenAlex', 'semantic-scholar': 'Semantic Scholar' } as const;

export type ServiceName = keyof typeof services;

/** What a source reads from its service. Absent fields do not restrict it. */
export interface SourceScope {
  orcid?: string;
  /** 1: also the works of the people with whom the person of the ORCID wrote a paper. */
  hops?: number;
  ror?: string;
  /** The OpenAlex id of a topic. */
  topic?: string;
  /** A filter in the language of OpenAlex. */
  filter?: string;
  /** The first day of publication, YYYY-MM-DD. */
  from?: string;
  /** The largest number of records that one pass reads. */
  most?: number;
}

/** A live source as it is stored beside the graph. Times are ISO 8601 in UTC. */
export interface SourceState<Progress = unknown> {
  name: string;
  service: ServiceName;
  scope: SourceScope;
  /** Whether the user agreed to read more records than the limit above which confirmation is needed. */
  isLargeConfirmed: boolean;
  /**
   * The number of different records that the last complete pass read; during the first pass, the number read so far,
   * repeated ones included.
   */
  recordCount: number;
  /** The end of the last run, whatever its outcome. */
  lastRun: string | null;
  lastSuccess: string | null;
  /** Why the last run failed, in words; null if it did not. */
  lastError: string | null;
  /** Where the next run continues. Only the reader of the service knows its fields. */
  progress: Progress | null;
}

const PREFIX = 'source ';

/** The name of the document that holds the state of a source. */
export const sourceDocumentName = (name: string): string => PREFIX + name;

/** The stored sources, ordered by name. */
export const sourcesOf = (documents: ReadonlyMap<string, string>): SourceState[] =>
  [...documents]
    .filter(([name]) => name.startsWith(PREFIX))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, text]) => JSON.parse(text) as SourceState);

/** What a source reads, in words, for example `orcid 0000-0002-1825-0097, hops 1`. */
export const scopeText = (scope: SourceScope): string => {
  const parts = Object.entries(scope).map(([name, value]) => `${name} ${value}`);
  return parts.length > 0 ? parts.join(', ') : 'all stored papers';
};

/** After a failure, a source is tried again after this time, in ms, unless the next regular run comes earlier. */
const RETRY_INTERVAL = 3_600_000;

/** The time of the next run of a source, in ms since 1970, for a server that runs every source at this interval. */
export const nextRunOf = ({ lastRun, lastError }: SourceState, everyMilliseconds: number): number => {
  if (lastRun === null) return Date.now();
  const interval = lastError === null ? everyMilliseconds : Math.min(everyMilliseconds, RETRY_INTERVAL);
  return Date.parse(lastRun) + interval;
};

/** As `nextRunOf`, but in ISO 8601 in UTC; null for a server that does not run sources by itself. */
export const nextRunText = (state: SourceState, everyMilliseconds: number | undefined): string | null =>
  everyMilliseconds === undefined ? null : new Date(nextRunOf(state, everyMilliseconds)).toISOString();
