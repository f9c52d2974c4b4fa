import type { Document } from '../sourceReader.ts';

/**
 * Remembers which works OpenAlex lists for a source, so that a full pass shows which works are no longer listed. Each
 * page of a pass is stored as a document of its own, so that a checkpoint has to store only the last page.
 */
export class ListedWorks {
  readonly #sourceName: string;
  readonly #pages = new Map<string, readonly string[]>();
  /**
   * The documents that the next checkpoint stores. They are not cleared after a checkpoint, because storing them again
   * changes nothing.
   */
  #changes: readonly Document[] = [];

  /** @param documents all documents that are stored beside the graph, by name */
  constructor(sourceName: string, documents: ReadonlyMap<string, string>) {
    this.#sourceName = sourceName;
    for (const name of listedWorksNames(sourceName, documents.keys()))
      this.#pages.set(name, documents.get(name)?.split(' ') ?? []);
  }

  get changes(): readonly Document[] {
    return this.#changes;
  }

  /**
   * Adds a page of a pass.
   *
   * @param pass the time at which the pass started
   * @param read how many works of the pass were read before this page
   */
  add(pass: string, read: number, ids: readonly string[]): void {
    if (ids.length === 0) return;
    const name = `${prefixOf(this.#sourceName)}${pass} ${read}`;
    this.#pages.set(name, ids);
    this.#changes = [[name, ids.join(' ')]];
  }

  /**
   * Adds works to a pass although OpenAlex did not list them in this pass, because the program could not find out why
   * they are missing. So the next full pass looks for them again.
   *
   * @param read how many works the whole pass has read
   */
  carryOver(pass: string, read: number, ids: readonly string[]): void {
    const changes = this.#changes;
    this.add(pass, read, ids);
    if (ids.length > 0) this.#changes = [...changes, ...this.#changes];
  }

  /** The number of different works that a pass lists. A work in the lists of several co-authors is counted once. */
  countOf(pass: string): number {
    return new Set(this.#idsOf((name) => this.#isOf(pass, name))).size;
  }

  /** The works that earlier passes list and this pass does not list. */
  missingFrom(pass: string): readonly string[] {
    const listed = new Set(this.#idsOf((name) => this.#isOf(pass, name)));
    return [...new Set(this.#idsOf((name) => !this.#isOf(pass, name)))].filter((id) => !listed.has(id));
  }

  /** Deletes the lists of all passes before this pass. */
  forgetBefore(pass: string): void {
    const old = [...this.#pages.keys()].filter((name) => !this.#isOf(pass, name));
    for (const name of old) this.#pages.delete(name);
    this.#changes = [...this.#changes, ...old.map((name): Document => [name, null])];
  }

  #isOf(pass: string, name: string): boolean {
    return name.startsWith(`${prefixOf(this.#sourceName)}${pass} `);
  }

  #idsOf(isWanted: (name: string) => boolean): string[] {
    return [...this.#pages].flatMap(([name, ids]) => (isWanted(name) ? ids : []));
  }
}

const prefixOf = (sourceName: string): string => `works ${sourceName} `;

/** Selects, from names of documents, the documents that list the works of a source. */
export const listedWorksNames = (sourceName: string, names: Iterable<string>): string[] => {
  const prefix = prefixOf(sourceName);
  return [...names].filter(
    (name) => name.startsWith(prefix) && /^\d{4}-[\d:.TZ-]+ \d+$/.test(name.slice(prefix.length)),
  );
};
