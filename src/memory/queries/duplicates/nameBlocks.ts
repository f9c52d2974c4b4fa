import type { ComparedName } from '../../../graph/identity/nameRelation.ts';
import { NumberRows } from '../../algorithms/numberRows.ts';
import type { Steps } from '../../algorithms/steps.ts';

/**
 * Names that have this many first letters in common are in one group, so that names with a typing error after these
 * letters are found.
 */
const BEGINNING = 6;
/** How many authors are processed between two pauses in which requests are served. */
const AUTHORS_PER_STEP = 5_000;

/**
 * Groups of authors whose names may fit each other. The key of a group is a hash of what its names have in common. If
 * two groups have the same hash, which is rare, a few more names are compared.
 */
export class NameBlocks {
  readonly #keys: NumberRows;

  constructor(count: number) {
    this.#keys = new NumberRows(count);
  }

  set(author: number, names: readonly ComparedName[]): void {
    this.#keys.set(author, [...new Set(names.flatMap(blockKeys).map(hashOf))]);
  }

  /** Gives the authors new numbers; see NumberRows. */
  renumber(oldOf: Uint32Array): void {
    this.#keys.renumber(oldOf);
  }

  /** The groups that an author is in. */
  keysOf(author: number): Uint32Array {
    return this.#keys.row(author);
  }

  /**
   * By key of a group: the authors of the group, ascending.
   *
   * @param keys the groups to return; undefined returns all groups
   */
  *members(keys: ReadonlySet<number> | undefined): Steps<Map<number, number[]>> {
    const blocks = new Map<number, number[]>();
    const { values, starts, ends } = this.#keys;
    for (let author = 0; author < starts.length; author += 1) {
      for (let index = starts[author] ?? 0; index < (ends[author] ?? 0); index += 1) {
        const key = values[index] ?? 0;
        if (keys && !keys.has(key)) continue;
        const block = blocks.get(key);
        if (block) block.push(author);
        else blocks.set(key, [author]);
      }
      if (author % AUTHORS_PER_STEP === 0) yield;
    }
    return blocks;
  }
}

const blockKeys = ({ given, family, letters, sorted }: ComparedName): string[] => [
  ...[family, ...given.slice(1)]
    .filter((word) => word.length > 1)
    .map((word) => `family ${word} ${given[0]?.[0] ?? ''}`),
  `sorted ${sorted}`,
  `beginning ${letters.slice(0, BEGINNING)}`,
];

/** FNV-1a over UTF-16 code units, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};
