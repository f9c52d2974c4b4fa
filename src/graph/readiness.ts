/** Whether the store can answer requests. */
export interface Readiness {
  ready: boolean;
  /**
   * Whether an import has changed papers and has not finished. Then counts and derived relations may be out of date.
   */
  importUnfinished: boolean;
  /** The connections of a store that is reached over the network. */
  connections?: ConnectionsState;
}

export interface ConnectionsState {
  /** Whether the circuit breaker is open. While it is open, no statements are sent. */
  isAway: boolean;
  inUse: number;
  /** The maximum number of open connections. */
  most: number;
}
