import type { Database } from './database.ts';
import { prepareSchema } from './prepareSchema.ts';

/** What is seen to before a database is asked anything, once; while it cannot be reached, each time anew. */
export class Preparation {
  readonly #database: Database;
  readonly #wanted: number;
  readonly #log: (message: string) => void;
  #prepared: Promise<void> | undefined;
  /** The most authors of a paper that makes collaborators, as the stored derived relations go by it. */
  cap: number;

  /** @param cap the one that is wanted; it takes effect with the next import. */
  constructor(database: Database, cap: number, log: (message: string) => void = () => undefined) {
    this.#database = database;
    this.#wanted = cap;
    this.#log = log;
    this.cap = cap;
  }

  /** Sees to constraints and indexes, once. @throws GraphError STORE_UNAVAILABLE; asked again, it tries again. */
  done(): Promise<void> {
    this.#prepared ??= this.#prepare().catch((thrown: unknown) => {
      this.#prepared = undefined;
      throw thrown;
    });
    return this.#prepared;
  }

  /** What was seen to may be gone: the next to need it sees to it again. */
  reset(): void {
    this.#prepared = undefined;
  }

  async #prepare(): Promise<void> {
    const { collaborationCap } = await prepareSchema(this.#database, this.#wanted);
    this.cap = collaborationCap;
    if (this.cap !== this.#wanted) {
      this.#log(
        `Collaborators are stored for papers of up to ${this.cap} authors; ${this.#wanted} takes effect with the next import.`,
      );
    }
  }
}
