/**
 * Who is next to whom along one relation, in compressed sparse rows: the neighbours of node `base + i` are
 * `targets[offsets[i]]` up to, not including, `targets[offsets[i + 1]]`, in the relation's default order. A place
 * in `targets` is called a slot; what an edge carries stands in arrays of the same length.
 */
export interface Adjacency {
  /** The first node of the kind the rows belong to. */
  base: number;
  offsets: Uint32Array;
  targets: Uint32Array;
}

/** A run of node numbers: those of one kind. */
export interface NodeRange {
  start: number;
  /** One past the last. */
  end: number;
}

export const rowStart = (rows: Adjacency, node: number): number => rows.offsets[node - rows.base] ?? 0;
export const rowEnd = (rows: Adjacency, node: number): number => rows.offsets[node - rows.base + 1] ?? 0;

/** The number of neighbours. */
export const degree = (rows: Adjacency, node: number): number => rowEnd(rows, node) - rowStart(rows, node);

/** Edges as they come, a source and a target each; `values` are what they carry. */
export interface EdgeList {
  sources: Uint32Array;
  targets: Uint32Array;
}

/** Rows in which each source's edges keep the order they came in, and the slot of each edge. */
export const rowsOf = (range: NodeRange, edges: EdgeList): Adjacency & { slots: Uint32Array } => {
  const { sources, targets } = edges;
  const offsets = new Uint32Array(range.end - range.start + 1);
  for (const source of sources) count(offsets, source - range.start + 1);
  for (let row = 1; row < offsets.length; row += 1) offsets[row] = at(offsets, row) + at(offsets, row - 1);
  const next = offsets.slice();
  const placed = new Uint32Array(targets.length);
  const slots = new Uint32Array(targets.length);
  for (let edge = 0; edge < sources.length; edge += 1) {
    const slot = next[at(sources, edge) - range.start] ?? 0;
    next[at(sources, edge) - range.start] = slot + 1;
    placed[slot] = at(targets, edge);
    slots[edge] = slot;
  }
  return { base: range.start, offsets, targets: placed, slots };
};

/**
 * The same edges seen from the other end. Each row's order is that of `sequence`, so that rows ranked by their
 * neighbours come for the cost of a count. `origins` says for each slot which slot it was.
 *
 * @param sequence the sources of `rows`, in the order wanted.
 * @param range the nodes the new rows belong to.
 */
export const transposed = (
  rows: Adjacency,
  sequence: Uint32Array,
  range: NodeRange,
): Adjacency & { origins: Uint32Array } => {
  const offsets = new Uint32Array(range.end - range.start + 1);
  for (const target of rows.targets) count(offsets, target - range.start + 1);
  for (let row = 1; row < offsets.length; row += 1) offsets[row] = at(offsets, row) + at(offsets, row - 1);
  const next = offsets.slice();
  const targets = new Uint32Array(rows.targets.length);
  const origins = new Uint32Array(rows.targets.length);
  for (const source of sequence) {
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

/** A typed array's element where the index is known to be inside. */
export const at = (
  values: Uint32Array | Int32Array | Int16Array | Float64Array | Uint8Array,
  index: number,
): number => values[index] as number;

const count = (offsets: Uint32Array, row: number): void => {
  offsets[row] = at(offsets, row) + 1;
};

/** All nodes of a range, ascending. */
export const nodesOf = (range: NodeRange): Uint32Array =>
  Uint32Array.from({ length: range.end - range.start }, (_, index) => range.start + index);

/** An array's values brought into another order: `result[i] = values[order[i]]`. */
export const reordered = <Values extends Uint32Array | Float64Array | Int16Array>(
  values: Values,
  order: Uint32Array,
): Values => {
  const result = values.slice() as Values;
  for (let index = 0; index < order.length; index += 1) result[index] = at(values, at(order, index));
  return result;
};

/** Sorts each row by a value its slots carry, ascending, moving both; rows are short or nearly sorted. */
export const sortRows = (rows: Adjacency, values: Uint32Array): void => {
  for (let row = 1; row < rows.offsets.length; row += 1) {
    const start = at(rows.offsets, row - 1);
    for (let slot = start + 1; slot < at(rows.offsets, row); slot += 1) {
      const value = at(values, slot);
      const target = at(rows.targets, slot);
      let place = slot;
      for (; place > start && at(values, place - 1) > value; place -= 1) {
        values[place] = at(values, place - 1);
        rows.targets[place] = at(rows.targets, place - 1);
      }
      values[place] = value;
      rows.targets[place] = target;
    }
  }
};
