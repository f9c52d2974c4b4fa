import { ContradictoryAnswers, SourceError } from '../sourceError.ts';
import { FIRST_CURSOR, nextWindow, type OpenAlexProgress, type PassPosition } from './openAlexProgress.ts';

/** Changes the position of a pass after certain errors, so that the pass can be continued. */
export class PassRecovery {
  readonly #progress: OpenAlexProgress;
  /** The number of the list that was last restarted from its beginning. */
  #restartedList: number | undefined;

  constructor(progress: OpenAlexProgress) {
    this.#progress = progress;
  }

  /**
   * Recovers from two errors. If the API key may not select works by this kind of date, the pass starts again with
   * another kind of date. If a cursor has expired, the list is read again from its beginning. Throws any other error.
   */
  recover(error: unknown, pass: PassPosition): void {
    if (!(error instanceof SourceError)) throw error;
    const isRefused = error.code === 'BAD_USER_INPUT' || error.code === 'SOURCE_REFUSED';
    const window = pass.window === null ? undefined : nextWindow(pass.window);
    if (isRefused && window !== undefined) {
      this.#progress.window = window;
      Object.assign(pass, { window, list: 0, cursor: FIRST_CURSOR, readInList: 0, read: 0 });
    } else if (this.#mayRestart(error, pass)) {
      this.#restartedList = pass.list;
      Object.assign(pass, { cursor: FIRST_CURSOR, read: pass.read - pass.readInList, readInList: 0 });
    } else {
      // drops the position, so that the next run starts a new pass: this pass would get the same contradictory page
      // again
      if (error.cause instanceof ContradictoryAnswers) this.#progress.pass = null;
      throw error;
    }
  }

  /**
   * Whether the error may mean that the cursor has expired. A list is restarted only once. Otherwise, if a service
   * accepted only the first cursor, the requests would never end.
   */
  #mayRestart({ code }: SourceError, { cursor, list }: PassPosition): boolean {
    return code === 'BAD_USER_INPUT' && cursor !== FIRST_CURSOR && list !== this.#restartedList;
  }
}
