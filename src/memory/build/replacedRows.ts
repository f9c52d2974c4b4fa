import { relationRow, type RelationName } from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart, type Adjacency, type NodeRange } from '../algorithms/adjacency.ts';
import { arrayLike } from '../algorithms/arrayLike.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { UpdateContext } from './updateContext.ts';
import { ABSENT, renumberer, type Renumbering } from './renumbering.ts';

/**
 * This many slots are copied between two pauses in which requests are served; PIECES_PER_STEP is the same limit for
 * pieces.
 */
const SLOTS_PER_STEP = 200_000;
const PIECES_PER_STEP = 10_000;

type SlotValues = Uint32Array | Int16Array | Float64Array;
/** The data of one row: its neighbors, and for each kind of value an array with the values of the edges. */
export type Row<Rows extends Adjacency> = Omit<Rows, 'base' | 'offsets'>;

/** A part of the new rows: consecutive slots that are copied from the old rows, or a row that replaces an old row. */
type Piece<Rows extends Adjacency> = { start: number; end: number } | { row: Row<Rows> };

/**
 * Returns the rows of a relation after an update, with some rows replaced. The other rows are copied, with the new
 * numbers of their neighbors. An added node without a replacement gets an empty row.
 *
 * @param replacements the new rows, by the new numbers of their nodes
 */
export const replacedRows = function* <Rows extends Adjacency>(
  { old, numbering }: UpdateContext,
  relation: RelationName,
  replacements: ReadonlyMap<number, Row<Rows>>,
): Steps<Rows> {
  const { from, to } = relationRow(relation);
  const rows = old.rows[relation] as unknown as Rows;
  const range = numbering.ranges[from];
  if (numbering.isSame && replacements.size === 0) return rows;
  const { offsets, pieces } = yield* layout(rows, range, numbering, replacements);
  const { base: _, offsets: __, ...columns } = rows;
  const length = at(offsets, offsets.length - 1);
  const joined: Record<string, SlotValues | undefined> = {};
  const renumber = renumberer(numbering, old.ranges[to]);
  for (const [name, values] of Object.entries(columns) as [string, SlotValues | undefined][]) {
    yield;
    joined[name] = values && (yield* joinedPieces(name, values, pieces, length, renumber));
  }
  return { base: range.start, offsets, ...joined } as unknown as Rows;
};

/** Computes the offsets of the new rows, and from which copied slots and new rows they are put together. */
const layout = function* <Rows extends Adjacency>(
  rows: Rows,
  range: NodeRange,
  { oldOf }: Renumbering,
  replacements: ReadonlyMap<number, Row<Rows>>,
): Steps<{ offsets: Uint32Array; pieces: Piece<Rows>[] }> {
  const replaced = Uint32Array.from(replacements.keys()).sort();
  const offsets = new Uint32Array(range.end - range.start + 1);
  const pieces: Piece<Rows>[] = [];
  let next = 0;
  let place = 0;
  for (let node = range.start; node < range.end;) {
    let end = node + 1;
    const old = at(oldOf, node);
    if (pieces.length % PIECES_PER_STEP === 0) yield;
    if (replaced[next] === node) {
      next += 1;
      const row = replacements.get(node) as Row<Rows>;
      pieces.push({ row });
      place += row.targets.length;
      offsets[end - range.start] = place;
    } else if (old === ABSENT) {
      offsets[end - range.start] = place;
    } else {
      end = endOfRun(oldOf, node, replaced[next] ?? range.end);
      const piece = { start: rowStart(rows, old), end: rowEnd(rows, old + end - node - 1) };
      pieces.push(piece);
      shiftOffsets(rows.offsets.subarray(old - rows.base, old - rows.base + end - node + 1), {
        into: offsets.subarray(node - range.start, end - range.start + 1),
        by: place - piece.start,
      });
      place += piece.end - piece.start;
    }
    node = end;
  }
  return { offsets, pieces };
};

/**
 * Returns the first node after `start` whose old number does not directly follow the old number of the node before it;
 * at most `limit`.
 */
const endOfRun = (oldOf: Uint32Array, start: number, limit: number): number => {
  const shift = at(oldOf, start) - start;
  let end = start + 1;
  while (end < limit && oldOf[end] === end + shift) end += 1;
  return end;
};

const shiftOffsets = (offsets: Uint32Array, { into, by }: { into: Uint32Array; by: number }): void => {
  for (let row = 0; row < offsets.length; row += 1) into[row] = at(offsets, row) + by;
};

const joinedPieces = function* <Rows extends Adjacency>(
  name: string,
  old: SlotValues,
  pieces: readonly Piece<Rows>[],
  length: number,
  renumber: (nodes: Uint32Array) => void,
): Steps<SlotValues> {
  const joined = arrayLike(old, length);
  let place = 0;
  let nextPause = SLOTS_PER_STEP;
  for (const [index, piece] of pieces.entries()) {
    if (index % PIECES_PER_STEP === 0) yield;
    if ('row' in piece) {
      const added = piece.row[name as keyof Row<Rows>] as SlotValues;
      joined.set(added, place);
      place += added.length;
      continue;
    }
    for (let { start } = piece; start < piece.end; start += SLOTS_PER_STEP) {
      const end = Math.min(start + SLOTS_PER_STEP, piece.end);
      joined.set(old.subarray(start, end), place);
      if (name === 'targets') renumber(joined.subarray(place, place + end - start) as Uint32Array);
      place += end - start;
      if (place < nextPause) continue;
      nextPause = place + SLOTS_PER_STEP;
      yield;
    }
  }
  return joined;
};
