/** The services from which the command `sync` reads, by their names on the command line. */
export const services = { openalex: 'OpenAlex', 'semantic-scholar': 'Semantic Scholar' } as const;

export type ServiceName = keyof typeof services;

/** The works that a source reads from its service. An absent field does not restrict them. */
export interface SourceScope {
  orcid?: string;
  /** With 1, the works of all co-authors of the person with the ORCID are read, too. */
  hops?: number;
  ror?: string;
  /** The OpenAlex id of a topic. */
  topic?: string;
  /** A filter in the language of OpenAlex. */
  filter?: string;
  /** The first day of publication, YYYY-MM-DD. */
  from?: string;
  /** The maximum number of records that one pass reads. */
  most?: number;
}

/** The state of a live source, which is stored beside the graph. Times are ISO 8601 in UTC. */
export interface SourceState<Progress = unknown> {
  name: string;
  service: ServiceName;
  scope: SourceScope;
  /** Whether the user agreed to read more records than the limit above which a confirmation is required. */
  isLargeConfirmed: boolean;
  /**
   * The number of different records that the last complete pass read. During the first pass, the number of records read
   * so far, where repeated records count several times.
   */
  recordCount: number;
  /** When the last run ended, successfully or not. */
  lastRun: string | null;
  lastSuccess: string | null;
  /** The reason why the last run failed, in words; null if it succeeded. */
  lastError: string | null;
  /**
   * The place at which the next run continues. Each service has its own fields here; only the code that reads from the
   * service uses them.
   */
  progress: Progress | null;
}

const PREFIX = 'source ';

/** The name of the stored document with the state of a live source. */
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

/**
 * The time of the next run of a source, in ms since 1970. `everyMilliseconds` is the interval at which the server runs
 * each source.
 */
export const nextRunOf = ({ lastRun, lastError }: SourceState, everyMilliseconds: number): number => {
  if (lastRun === null) return Date.now();
  const interval = lastError === null ? everyMilliseconds : Math.min(everyMilliseconds, RETRY_INTERVAL);
  return Date.parse(lastRun) + interval;
};

/** Like `nextRunOf`, but as a text in ISO 8601 in UTC; null for a server that does not run sources by itself. */
export const nextRunText = (state: SourceState, everyMilliseconds: number | undefined): string | null =>
  everyMilliseconds === undefined ? null : new Date(nextRunOf(state, everyMilliseconds)).toISOString();
