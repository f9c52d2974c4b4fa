import { createHash } from 'node:crypto';
import { runCooperatively } from '../../../graph/cooperativeScheduler.ts';
import { duplicateWeights } from '../../../graph/identity/pairEvidence.ts';
import type { NodeRange } from '../../algorithms/adjacency.ts';
import { stateOf } from '../../build/savedGraph.ts';
import { readSavedValue } from '../../build/savedValue.ts';
import { writeSavedValue } from '../../build/savedValueWriter.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import { DuplicateList, pairColumns, type DuplicateColumns } from './duplicateList.ts';

interface SavedDuplicatesOptions {
  /** Receives messages for the operator. A message with a cause reports a problem. */
  log?: ((message: string, cause?: unknown) => void) | undefined;
  /** The pairs of graphs with fewer nodes than this are not saved, because they are found in about a second. */
  leastNodes?: number | undefined;
}

/** The content of a file of saved duplicate candidates. */
interface SavedPairs {
  basis: string;
  authors: NodeRange;
  columns: DuplicateColumns;
}

/** Must be raised when a change of the program makes it find other pairs in the same stored data. */
const PAIRS_VERSION = 1;

const layout = createHash('sha256')
  .update(JSON.stringify([PAIRS_VERSION, pairColumns, duplicateWeights]))
  .digest('hex');

/** What the pairs are computed from: the stored data, and this version of the program. */
const basisOf = (graph: MemoryGraph): string => `${stateOf(graph)}, pairs ${layout}`;

/**
 * The file with a copy of the pairs of authors that may be one person, so that they need not be computed after the next
 * start. It is used only if it has the pairs of the present graph. If it cannot be read or written, only time is lost.
 */
export class SavedDuplicates {
  readonly #path: string;
  readonly #log: (message: string, cause?: unknown) => void;
  readonly #leastNodes: number;
  /** The pairs to save when the running save has ended; undefined if there are none. */
  #next: SavedPairs | undefined;
  #saving: Promise<void> | undefined;

  constructor(path: string, { log = () => undefined, leastNodes = 20_000 }: SavedDuplicatesOptions) {
    this.#path = path;
    this.#log = log;
    this.#leastNodes = leastNodes;
  }

  /** Reads the saved pairs of possible duplicates; undefined if there are none of this graph. */
  async load(graph: MemoryGraph): Promise<DuplicateList | undefined> {
    try {
      const saved = (await runCooperatively(readSavedValue(this.#path))) as SavedPairs;
      if (saved.basis !== basisOf(graph)) return undefined;
      const list = await runCooperatively(DuplicateList.of(saved.authors, saved.columns));
      this.#log(`Read the pairs of authors who may be one person from ${this.#path}.`);
      return list;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.#log(
          `The pairs of authors who may be one person are computed again, because ${this.#path} cannot be read: ${(error as Error).message}.`,
        );
      return undefined;
    }
  }

  /**
   * Saves the pairs of a graph in the background. While a save is running, only the pairs of the last call are kept,
   * and are saved after it.
   */
  save(graph: MemoryGraph, { columns }: DuplicateList): void {
    if (graph.ids.length < this.#leastNodes) return;
    this.#next = { basis: basisOf(graph), authors: graph.ranges.AUTHOR, columns };
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = undefined));
  }

  /** Resolves when nothing is being saved. */
  async close(): Promise<void> {
    await this.#saving;
  }

  async #saveAll(): Promise<void> {
    for (let pairs = this.#take(); pairs; pairs = this.#take()) {
      try {
        await writeSavedValue(this.#path, pairs, { temporary: `${this.#path}.tmp` });
      } catch (error) {
        this.#log(
          `The pairs of authors who may be one person could not be saved to ${this.#path}; the next start computes them again: ${(error as Error).message}.`,
          error,
        );
      }
    }
  }

  #take(): SavedPairs | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }
}
