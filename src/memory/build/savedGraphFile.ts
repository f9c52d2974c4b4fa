import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { LOGGED_VERSIONS } from '../../graph/changeLog.ts';
import {
  inOnePart,
  readSavedGraph,
  stateOf,
  writeSavedGraph,
  type GraphPartsToSave,
  type GraphState,
  type GraphToSave,
} from './savedGraph.ts';
import { UnusableFile } from './savedValue.ts';

interface SavedGraphOptions {
  /**
   * Receives messages for the operator. A message with a cause reports a problem; a message without a cause is
   * information.
   */
  log?: ((message: string, cause?: unknown) => void) | undefined;
  /** Graphs with fewer nodes than this are not saved, because they are computed in less than half a second. */
  leastNodes?: number | undefined;
}

/** If a temporary file is older than this, in ms, the process that wrote it is assumed to have ended. */
const ABANDONED_AFTER = 3_600_000;

/**
 * The file with a copy of the graph that a store holds in memory, so that the next start reads it instead of computing
 * it. If the file cannot be read or written, only time is lost: the graph is computed again.
 */
export class SavedGraphFile<Beside> {
  readonly #path: string;
  readonly #log: (message: string, cause?: unknown) => void;
  readonly #leastNodes: number;
  readonly #closing = new AbortController();
  #saving: Promise<void> = Promise.resolve();
  /** The version of the data in the file, once it was read or written. */
  #savedVersion: number | undefined;
  /** The last failure to read the file: its time by `performance.now()`, and the reason. */
  #failure: { since: number; reason: string } | undefined;

  constructor(path: string, { log = () => undefined, leastNodes = 20_000 }: SavedGraphOptions) {
    this.#path = path;
    this.#log = log;
    this.#leastNodes = leastNodes;
  }

  /**
   * Reads the saved graph and, if it is of an earlier state than the stored data, updates it. Undefined if the file
   * cannot be used.
   *
   * @param update returns the updated graph; undefined if the graph cannot be updated
   */
  async load(
    stored: GraphState,
    update: (saved: GraphToSave<Beside>) => Promise<GraphToSave<Beside> | undefined>,
  ): Promise<GraphToSave<Beside> | undefined> {
    const since = performance.now();
    this.#failure = undefined;
    try {
      const saved = await runCooperatively(readSavedGraph<Beside>(this.#path));
      this.#savedVersion = saved.graph.version;
      const current = await this.#inState(stored, saved, update);
      this.#log(
        `Read the graph of data version ${current.graph.version} from ${this.#path} in ${secondsSince(since)} s.`,
      );
      return current;
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      this.#failure = { since, reason: isMissing ? 'it does not exist' : (error as Error).message };
      return undefined;
    }
  }

  async #inState(
    stored: GraphState,
    saved: GraphToSave<Beside>,
    update: (saved: GraphToSave<Beside>) => Promise<GraphToSave<Beside> | undefined>,
  ): Promise<GraphToSave<Beside>> {
    if (stateOf(saved.graph) === stateOf(stored)) return saved;
    const updated = saved.graph.cap === stored.cap ? await update(saved) : undefined;
    if (!updated) {
      throw new UnusableFile(
        `it is of the state "${stateOf(saved.graph)}" and "${stateOf(stored)}" is stored`,
      );
    }
    this.saveUpdated(updated);
    return updated;
  }

  /**
   * Saves an updated graph if the file is so old that it could soon not be updated any more, because the log of changes
   * reaches back only LOGGED_VERSIONS versions. A younger file is updated when it is read.
   */
  saveUpdated(updated: GraphToSave<Beside>): void {
    if (updated.graph.version - (this.#savedVersion ?? 0) >= LOGGED_VERSIONS / 2) this.save(updated);
  }

  /**
   * Saves a graph that was computed because `load` returned none. Returns at once; the file is written in the
   * background.
   */
  save(computed: GraphToSave<Beside>): void {
    this.saveParts(inOnePart(computed));
  }

  /** Does the same as `save` for a graph whose relations are built while it is being written. */
  saveParts(computed: GraphPartsToSave<Beside>): void {
    const { ids, graph } = computed;
    const { version } = graph;
    if (ids.length < this.#leastNodes) return;
    if (this.#failure) {
      const { since, reason } = this.#failure;
      this.#log(
        `Computed the graph of data version ${version} in ${secondsSince(since)} s: it could not be read from ${this.#path}, because ${reason}.`,
      );
      this.#failure = undefined;
    }
    this.#savedVersion = version;
    this.#saving = this.#saving.then(() => this.#write(computed));
  }

  /** Resolves when nothing is being saved. */
  saved(): Promise<void> {
    return this.#saving;
  }

  /** Stops a running save; the file then stays unchanged. */
  close(): Promise<void> {
    this.#closing.abort(new Error('The graph is not saved, because the store was closed.'));
    return this.#saving;
  }

  async #write(computed: GraphPartsToSave<Beside>): Promise<void> {
    const { signal } = this.#closing;
    try {
      await writeSavedGraph(this.#path, computed, signal);
      await this.#removeAbandoned();
    } catch (error) {
      if (signal.aborted) return;
      const { message } = error as Error;
      this.#log(
        `The graph could not be saved to ${this.#path}; the next start computes it again: ${message}.`,
        error,
      );
    }
  }

  /** Removes the temporary files of processes that ended while they were saving. */
  async #removeAbandoned(): Promise<void> {
    const folder = dirname(this.#path);
    for (const name of await readdir(folder)) {
      if (!name.startsWith(`${basename(this.#path)}.`) || !name.endsWith('.tmp')) continue;
      const file = join(folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER) await rm(file, { force: true });
    }
  }
}

const secondsSince = (start: number): string => ((performance.now() - start) / 1_000).toFixed(1);
