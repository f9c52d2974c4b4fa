/**
 * The date by which a pass selects works that are newer than the last pass: the date of the last update, of the
 * creation or of the publication. Not every key may use the first two.
 */
export type Window = 'updated' | 'created' | 'published';

/** Ordered from the date that finds most changes to the date that every key may use. */
const windows: readonly Window[] = ['updated', 'created', 'published'];

export const nextWindow = (window: Window): Window | undefined => windows[windows.indexOf(window) + 1];

/**
 * How far a pass over the lists of a scope has come. The first list has the works of the scope, the others have works
 * of co-authors.
 */
export interface PassPosition {
  startedAt: string;
  /** Null: the pass reads all works, not only new ones. */
  window: Window | null;
  list: number;
  cursor: string;
  /** The number of works of the current list that were read. */
  readInList: number;
  /** The number of works of all lists that were read. */
  read: number;
}

export interface OpenAlexProgress {
  /** Where the reading of all lists of works stopped; null if the last reading came to its end. */
  pass: PassPosition | null;
  /**
   * The time at which the last complete pass started; `lastFullPass` is the start of the last complete pass over all
   * works.
   */
  lastPass: string | null;
  lastFullPass: string | null;
  /** The best window that the key may use, as far as is known. */
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
/** After this time all works are read again, because a window does not show works that left the scope. */
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
