/**
 * The date of a work by which a pass selects new works: the date when OpenAlex last updated or created its record of
 * the work, or the date of publication. Some API keys may not use the first two.
 */
export type Window = 'updated' | 'created' | 'published';

/** In order of preference: the first date finds most changes; every API key may use the last one. */
const windows: readonly Window[] = ['updated', 'created', 'published'];

export const nextWindow = (window: Window): Window | undefined => windows[windows.indexOf(window) + 1];

/**
 * How far a pass over the lists of a scope has come. The first list has the works of the scope, the others have works
 * of co-authors.
 */
export interface PassPosition {
  startedAt: string;
  /** The date by which the pass selects new works; null for a full pass, which reads all works. */
  window: Window | null;
  list: number;
  cursor: string;
  /** How many works of the current list were read. */
  readInList: number;
  /** How many works were read, in all lists of the pass together. */
  read: number;
}

export interface OpenAlexProgress {
  /** How far the running pass has come; null if the last pass has come to its end. */
  pass: PassPosition | null;
  /**
   * The time at which the last complete pass started; `lastFullPass` is the start of the last complete pass over all
   * works.
   */
  lastPass: string | null;
  lastFullPass: string | null;
  /** The first of `windows` that OpenAlex has not refused for the API key yet. */
  window: Window;
  /**
   * Ids of co-authors, in the order in which they were found; all works of the first `coauthorsRead` of them were read.
   */
  coauthors: string[];
  coauthorsRead: number;
}

export const firstProgress = (): OpenAlexProgress => ({
  pass: null,
  lastPass: null,
  lastFullPass: null,
  window: 'updated',
  coauthors: [],
  coauthorsRead: 0,
});

const DAY = 86_400_000;
/** After this time, in ms, a full pass reads all works. Other passes do not show which works have left the scope. */
const FULL_PASS_INTERVAL = 30 * DAY;

export const FIRST_CURSOR = '*';

export const newPass = ({ lastPass, lastFullPass, window }: OpenAlexProgress): PassPosition => {
  const isFullPassDue =
    lastPass === null || lastFullPass === null || Date.now() - Date.parse(lastFullPass) > FULL_PASS_INTERVAL;
  return {
    startedAt: new Date().toISOString(),
    window: isFullPassDue ? null : window,
    list: 0,
    cursor: FIRST_CURSOR,
    readInList: 0,
    read: 0,
  };
};
