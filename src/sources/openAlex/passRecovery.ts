import { ContradictoryAnswers, SourceError } from '../sourceError.ts';
import { FIRST_CURSOR, nextWindow, type OpenAlexProgress, type PassPosition } from './openAlexProgress.ts';

/** Changes the position of a pass after an error, so that the pass can go on. */
export class PassRecovery {
  readonly #progress: OpenAlexProgress;
  /** The number of the list that was last restarted from its beginning. */
  #restartedList: number | undefined;

  constructor(progress: OpenAlexProgress) {
    this.#progress = progress;
  }

  /**
   * Recovers from two errors. If the key may not use the window, the pass starts again with the next window. If a
   * cursor has expired, the list is read again from its beginning. Any other error is thrown and ends the run.
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
      // starts a new pass, because this pass would get the same contradiction again
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
