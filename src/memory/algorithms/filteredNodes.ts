import { at } from './adjacency.ts';
import type { Steps } from './steps.ts';

/** How many nodes are tested between two pauses in which requests are served. */
const NODES_PER_STEP = 2_000;

/** Returns the nodes that pass a test, in the order of `nodes`. */
export const filteredNodes = function* (
  nodes: Uint32Array,
  passes: (node: number) => boolean,
): Steps<Uint32Array> {
  const passing = new Uint32Array(nodes.length);
  let length = 0;
  for (let index = 0; index < nodes.length; index += 1) {
    if ((index + 1) % NODES_PER_STEP === 0) yield;
    const node = at(nodes, index);
    if (passes(node)) passing[length++] = node;
  }
  return passing.subarray(0, length);
};
