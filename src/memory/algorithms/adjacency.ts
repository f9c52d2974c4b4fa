import type { Steps } from './steps.ts';

/** How many slots are processed between two pauses in which requests are served. */
const SLOTS_PER_STEP = 50_000;

/**
 * The edges of one relation in compressed sparse rows: the neighbors of node `base + i` are `targets[offsets[i]]` up
 * to, not including, `targets[offsets[i + 1]]`, in the relation's default order. An index into `targets` is called a
 * slot; the values of edges are in arrays of the same length, by slot.
 */
export interface Adjacency {
  /** The number of the first node that has a row. All nodes that have rows are of one kind. */
  base: number;
  offsets: Uint32Array;
  targets: Uint32Array;
}

/** Consecutive node numbers, from `start` up to, not including, `end`. */
export interface NodeRange {
  start: number;
  end: number;
}

export const rowStart = (rows: Adjacency, node: number): number => rows.offsets[node - rows.base] ?? 0;
export const rowEnd = (rows: Adjacency, node: number): number => rows.offsets[node - rows.base + 1] ?? 0;

/** The number of neighbors of a node. */
export const degree = (rows: Adjacency, node: number): number => rowEnd(rows, node) - rowStart(rows, node);

/** Edges in any order: edge i leads from `sources[i]` to `targets[i]`. */
export interface EdgeList {
  sources: Uint32Array;
  targets: Uint32Array;
}

/**
 * Builds rows from a list of edges. Edges with the same source keep their order. `slots` gives the slot of each edge of
 * the list.
 */
export const rowsOf = function* (
  range: NodeRange,
  edges: EdgeList,
): Steps<Adjacency & { slots: Uint32Array }> {
  const { sources, targets } = edges;
  const offsets = new Uint32Array(range.end - range.start + 1);
  for (let edge = 0; edge < sources.length; edge += 1) {
    if ((edge + 1) % SLOTS_PER_STEP === 0) yield;
    count(offsets, at(sources, edge) - range.start + 1);
  }
  for (let row = 1; row < offsets.length; row += 1) offsets[row] = at(offsets, row) + at(offsets, row - 1);
  const next = offsets.slice();
  const placed = new Uint32Array(targets.length);
  const slots = new Uint32Array(targets.length);
  for (let edge = 0; edge < sources.length; edge += 1) {
    if ((edge + 1) % SLOTS_PER_STEP === 0) yield;
    const slot = next[at(sources, edge) - range.start] ?? 0;
    next[at(sources, edge) - range.start] = slot + 1;
    placed[slot] = at(targets, edge);
    slots[edge] = slot;
  }
  return { base: range.start, offsets, targets: placed, slots };
};

/**
 * Builds the rows of the reverse direction: a row for each target of `rows`. Neighbors in a new row are in the order of
 * `sequence`, so no row has to be sorted. `origins` gives, for each new slot, the slot of the same edge in `rows`.
 *
 * @param sequence the sources of `rows`, in the order that they must have in the new rows
 * @param range the nodes that the new rows belong to
 */
export const transposed = function* (
  rows: Adjacency,
  sequence: Uint32Array,
  range: NodeRange,
): Steps<Adjacency & { origins: Uint32Array }> {
  const offsets = new Uint32Array(range.end - range.start + 1);
  for (let slot = 0; slot < rows.targets.length; slot += 1) {
    if ((slot + 1) % SLOTS_PER_STEP === 0) yield;
    count(offsets, at(rows.targets, slot) - range.start + 1);
  }
  for (let row = 1; row < offsets.length; row += 1) offsets[row] = at(offsets, row) + at(offsets, row - 1);
  const next = offsets.slice();
  const targets = new Uint32Array(rows.targets.length);
  const origins = new Uint32Array(rows.targets.length);
  let untilPause = SLOTS_PER_STEP;
  for (const source of sequence) {
    untilPause -= 1 + degree(rows, source);
    if (untilPause < 0) {
      untilPause = SLOTS_PER_STEP;
      yield;
    }
    for (let slot = rowStart(rows, source); slot < rowEnd(rows, source); slot += 1) {
      const row = at(rows.targets, slot) - range.start;
      const place = at(next, row);
      next[row] = place + 1;
      targets[place] = source;
      origins[place] = slot;
    }
  }
  return { base: range.start, offsets, targets, origins };
};

/**
 * Returns an element of a typed array. The index must be inside the bounds of the array. Only four types of arrays are
 * allowed, because V8 does not compile an access to more types into fast code.
 */
export const at = (values: Uint32Array | Int32Array | Int16Array | Float64Array, index: number): number =>
  values[index] as number;

const count = (offsets: Uint32Array, row: number): void => {
  offsets[row] = at(offsets, row) + 1;
};

/** All nodes of a range, ascending. */
export const nodesOf = ({ start, end }: NodeRange): Uint32Array => {
  const nodes = new Uint32Array(end - start);
  for (let index = 0; index < nodes.length; index += 1) nodes[index] = start + index;
  return nodes;
};

/** Copies values in another order: `result[i] = values[order[i]]`. */
export const reordered = <Values extends Uint32Array | Float64Array | Int16Array>(
  values: Values,
  order: Uint32Array,
): Values => {
  const result = values.slice() as Values;
  for (let index = 0; index < order.length; index += 1) result[index] = at(values, at(order, index));
  return result;
};

/**
 * Sorts each row by the ascending rank of its values, then by ascending target. Values and targets are moved together.
 * This is an insertion sort, because rows are short or nearly sorted.
 */
export const sortRows = (
  { offsets, targets }: Adjacency,
  values: Float64Array,
  rankOf: (value: number) => number,
): void => {
  for (let row = 1; row < offsets.length; row += 1) {
    const start = at(offsets, row - 1);
    for (let slot = start + 1; slot < at(offsets, row); slot += 1) {
      const value = at(values, slot);
      const rank = rankOf(value);
      const target = at(targets, slot);
      let place = slot;
      for (; place > start; place -= 1) {
        const before = rankOf(at(values, place - 1));
        if (before < rank || (before === rank && at(targets, place - 1) < target)) break;
        values[place] = at(values, place - 1);
        targets[place] = at(targets, place - 1);
      }
      values[place] = value;
      targets[place] = target;
    }
  }
};

/** The neighbors of a node, in row order. */
export const targetsOf = (rows: Adjacency, node: number): Uint32Array =>
  rows.targets.subarray(rowStart(rows, node), rowEnd(rows, node));
