import { at, type Adjacency, type NodeRange } from './adjacency.ts';
import type { Steps } from './steps.ts';

/** How many nodes are processed between two pauses in which requests are served. */
const NODES_PER_STEP = 500;

/**
 * Builds the rows of nodes from a function that gives the values of each node. The number of values need not be known
 * in advance.
 *
 * @param range the nodes that get rows
 * @param nodes the nodes that may have values, ascending; the other nodes of the range get empty rows
 */
export const rowsOfValues = function* (
  range: NodeRange,
  nodes: Uint32Array,
  valuesOf: (node: number) => Iterable<number>,
): Steps<Adjacency> {
  const offsets = new Uint32Array(range.end - range.start + 1);
  let targets = new Uint32Array(nodes.length + 1);
  let length = 0;
  for (let index = 0; index < nodes.length; index += 1) {
    if (index % NODES_PER_STEP === 0) yield;
    const node = at(nodes, index);
    for (const value of valuesOf(node)) {
      if (length === targets.length) targets = doubled(targets);
      targets[length] = value;
      length += 1;
    }
    offsets[node - range.start + 1] = length;
  }
  // an empty row begins and ends where the previous row ends
  for (let row = 1; row < offsets.length; row += 1) {
    offsets[row] = Math.max(at(offsets, row), at(offsets, row - 1));
  }
  return { base: range.start, offsets, targets: targets.slice(0, length) };
};

const doubled = (values: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(2 * values.length);
  larger.set(values);
  return larger;
};
