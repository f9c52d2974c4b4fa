import type { Database } from './connection/database.ts';
import { prepareSchema } from './prepareSchema.ts';

/** Prepares a database for reads and imports, only once. If that fails, the next call of `done` tries again. */
export class Preparation {
  readonly #database: Database;
  readonly #configuredCap: number;
  readonly #log: (message: string) => void;
  #prepared: Promise<void> | undefined;
  /** The collaboration cap with which the stored derived relationships were computed. */
  cap: number;

  /** @param configuredCap the collaboration cap of the configuration, which takes effect with the next import */
  constructor(database: Database, configuredCap: number, log: (message: string) => void = () => undefined) {
    this.#database = database;
    this.#configuredCap = configuredCap;
    this.#log = log;
    this.cap = configuredCap;
  }

  /** Creates missing constraints and indexes. @throws GraphError STORE_UNAVAILABLE. */
  done(): Promise<void> {
    this.#prepared ??= this.#prepare().catch((thrown: unknown) => {
      this.#prepared = undefined;
      throw thrown;
    });
    return this.#prepared;
  }

  /** Makes the next call of `done` prepare the database again, because after an outage it may be another database. */
  reset(): void {
    this.#prepared = undefined;
  }

  async #prepare(): Promise<void> {
    const { collaborationCap } = await prepareSchema(this.#database, this.#configuredCap);
    this.cap = collaborationCap;
    if (this.cap !== this.#configuredCap) {
      this.#log(
        `The stored graph uses the collaboration cap ${this.cap}. The configured cap ${this.#configuredCap} takes effect with the next import.`,
      );
    }
  }
}
