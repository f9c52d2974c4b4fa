import type { Steps } from './steps.ts';
import { at } from './adjacency.ts';

/** How many ids are entered between two pauses in which requests are served. */
const IDS_A_PART = 2_000;

/**
 * Finds the node of an id. It is a hash table in one array, which can be saved and takes a quarter of the memory of a
 * Map. A slot contains a node number plus 1, or 0 if it is empty. An id whose slot is already used is stored in the
 * next empty slot.
 */
export class IdIndex {
  readonly #ids: readonly string[];
  readonly #slots: Uint32Array;

  /** @param slots the table that `idSlots` has made from the same ids */
  constructor(ids: readonly string[], slots: Uint32Array) {
    this.#ids = ids;
    this.#slots = slots;
  }

  nodeOf(id: string): number | undefined {
    const last = this.#slots.length - 1;
    for (let slot = hashOf(id) & last; ; slot = (slot + 1) & last) {
      const entry = at(this.#slots, slot);
      if (entry === 0) return undefined;
      if (this.#ids[entry - 1] === id) return entry - 1;
    }
  }
}

/** Makes the table of an IdIndex. The number of slots is a power of two, and at most half of the slots are used. */
export const idSlots = function* (ids: Iterable<string> & { readonly length: number }): Steps<Uint32Array> {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * ids.length + 2)));
  const last = slots.length - 1;
  let node = 0;
  for (const id of ids) {
    if (node % IDS_A_PART === 0) yield;
    enter(slots, last, id, node);
    node += 1;
  }
  return slots;
};

/** How many slots are renumbered between two pauses in which requests are served. */
const SLOTS_A_PART = 500_000;

/**
 * Marks a slot whose id was removed. The slot is not empty, so that a search for another id continues at the next slot.
 */
const REMOVED = 0xffffffff;

/**
 * Updates the table after nodes got new numbers, and enters the added nodes. If more than half of the slots would then
 * be used, makes a new table from all ids.
 *
 * @param newOf by old node: its new number; REMOVED if the node was removed
 * @param added the numbers of the nodes that were added
 */
export const renumberedSlots = function* (
  slots: Uint32Array,
  newOf: Uint32Array,
  added: readonly number[],
  ids: readonly string[],
): Steps<Uint32Array> {
  const last = slots.length - 1;
  let used = added.length;
  const renumbered = slots.slice();
  for (let slot = 0; slot <= last; slot += 1) {
    if (slot % SLOTS_A_PART === 0) yield;
    const entry = at(slots, slot);
    if (entry === 0) continue;
    used += 1;
    const node = entry === REMOVED ? REMOVED : at(newOf, entry - 1);
    renumbered[slot] = node === REMOVED ? REMOVED : node + 1;
  }
  if (used > slots.length / 2) return yield* idSlots(ids);
  for (const node of added) enter(renumbered, last, ids[node] ?? '', node);
  return renumbered;
};

const enter = (slots: Uint32Array, last: number, id: string, node: number): void => {
  let slot = hashOf(id) & last;
  while (slots[slot] !== 0) slot = (slot + 1) & last;
  slots[slot] = node + 1;
};

/** FNV-1a over the UTF-16 code units, with the higher bits mixed into the lower ones. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash ^ (hash >>> 15);
};
