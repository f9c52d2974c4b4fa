import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbeddedStore, type EmbeddedStore } from '../embedded/index.ts';
import { IMPORT_SCRIPT, writeBulkFiles } from '../neo4j/index.ts';
import type { Settings } from '../settings.ts';
import { CommandError } from './failure.ts';

/** The records are first imported into an embedded store in this subfolder. */
const STORE = 'store';

/** The folder that `import --bulk-files` writes. Until its files are complete, it also holds an embedded store. */
export class BulkFolder {
  readonly store: EmbeddedStore;
  readonly #directory: string;
  #isComplete = false;

  private constructor(directory: string, store: EmbeddedStore) {
    this.#directory = directory;
    this.store = store;
  }

  /** @throws CommandError if the folder is not empty or cannot be created; GraphError STORE_UNAVAILABLE. */
  static async create(
    directory: string,
    { collaborationCap }: Pick<Settings, 'collaborationCap'>,
  ): Promise<BulkFolder> {
    const names = await mkdir(directory, { recursive: true })
      .then(() => readdir(directory))
      .catch((cause: unknown) => {
        throw new CommandError(`The folder for the bulk files cannot be used: ${(cause as Error).message}.`);
      });
    if (names.length > 0) throw notEmpty(directory, names);
    const store = await openEmbeddedStore({
      directory: join(directory, STORE),
      collaborationCap,
      savedFromNodes: Infinity, // no other process reads this store, so a saved graph would be useless
    });
    return new BulkFolder(directory, store);
  }

  /**
   * Writes everything in the embedded store to the bulk files.
   *
   * @returns a sentence that tells the user how to import these files
   */
  async write(signal: AbortSignal): Promise<string> {
    try {
      await this.store.copy((contents) => writeBulkFiles(contents, this.#directory, signal));
    } catch (cause) {
      if (signal.aborted) throw cause;
      const { message } = cause as Error;
      throw new CommandError(
        `The bulk files could not be written: ${message}. The incomplete files are removed.`,
      );
    }
    this.#isComplete = true;
    const script = join(this.#directory, IMPORT_SCRIPT);
    return `The files are complete. While Neo4j is stopped, import them into a new database with: sh ${script}`;
  }

  /**
   * Closes and deletes the temporary embedded store in the folder. If the bulk files are not complete, deletes them
   * too, so that the folder can be used again.
   */
  async close(): Promise<void> {
    await this.store.close();
    const names = this.#isComplete ? [STORE] : await readdir(this.#directory);
    for (const name of names) await rm(join(this.#directory, name), { recursive: true });
  }
}

const notEmpty = (directory: string, names: readonly string[]): CommandError => {
  const advice = names.includes(IMPORT_SCRIPT)
    ? `It holds complete bulk files: import them with sh ${join(directory, IMPORT_SCRIPT)}, or name another folder.`
    : names.includes(STORE)
      ? 'An earlier run was killed before its files were complete: delete the folder and run the command again.'
      : 'Name a new or empty folder.';
  return new CommandError(`The folder ${directory} is not empty. ${advice}`);
};
