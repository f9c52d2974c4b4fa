import { at, rowEnd, rowStart, type Adjacency, type NodeRange } from '../algorithms/adjacency.ts';
import { ABSENT, type Renumbering } from './renumbering.ts';

type SlotValues = Uint32Array | Int16Array | Float64Array;
/** What the slots of one row carry: the neighbors, and one array for each value. */
export type Row<Rows extends Adjacency> = Omit<Rows, 'base' | 'offsets'>;

/** A run of old slots, or a row that replaces old ones. */
type Piece<Rows extends Adjacency> = { start: number; end: number } | { row: Row<Rows> };

/**
 * The rows of a relation after some were replaced. The others are copied, with the new numbers of their neighbors.
 *
 * @param range the nodes that the new rows belong to; one that is added and not replaced has an empty row
 * @param replacements by new node
 */
export const replacedRows = <Rows extends Adjacency>(
  rows: Rows,
  range: NodeRange,
  numbering: Renumbering,
  replacements: ReadonlyMap<number, Row<Rows>>,
): Rows => {
  if (numbering.isSame && replacements.size === 0) return rows;
  const { offsets, pieces } = layout(rows, range, numbering, replacements);
  const { base: _, offsets: __, ...columns } = rows;
  const length = at(offsets, offsets.length - 1);
  const joined = Object.entries(columns).map(([name, values]) => [
    name,
    values === undefined ? undefined : joinedPieces(name, values as SlotValues, pieces, length, numbering),
  ]);
  return { base: range.start, offsets, ...Object.fromEntries(joined) } as Rows;
};

/** Where the new rows begin, and which pieces they are made of. */
const layout = <Rows extends Adjacency>(
  rows: Rows,
  range: NodeRange,
  { oldOf }: Renumbering,
  replacements: ReadonlyMap<number, Row<Rows>>,
): { offsets: Uint32Array; pieces: Piece<Rows>[] } => {
  const replaced = Uint32Array.from(replacements.keys()).sort();
  const offsets = new Uint32Array(range.end - range.start + 1);
  const pieces: Piece<Rows>[] = [];
  let next = 0;
  let run = { start: 0, end: 0 };
  for (let node = range.start; node < range.end; node += 1) {
    let length = 0;
    const old = at(oldOf, node);
    if (replaced[next] === node) {
      next += 1;
      const row = replacements.get(node) as Row<Rows>;
      length = row.targets.length;
      pieces.push({ row });
      run = { start: 0, end: 0 };
    } else if (old !== ABSENT) {
      const [start, end] = [rowStart(rows, old), rowEnd(rows, old)];
      length = end - start;
      if (run.end === start && run.end > 0) run.end = end;
      else if (length > 0) pieces.push((run = { start, end }));
    }
    offsets[node - range.start + 1] = at(offsets, node - range.start) + length;
  }
  return { offsets, pieces };
};

const joinedPieces = <Rows extends Adjacency>(
  name: string,
  old: SlotValues,
  pieces: readonly Piece<Rows>[],
  length: number,
  { isSame, newOf }: Renumbering,
): SlotValues => {
  const joined = new (old.constructor as new (length: number) => SlotValues)(length);
  let place = 0;
  for (const piece of pieces) {
    if ('row' in piece) {
      const added = piece.row[name as keyof Row<Rows>] as SlotValues;
      joined.set(added, place);
      place += added.length;
      continue;
    }
    const { start, end } = piece;
    joined.set(old.subarray(start, end), place);
    if (name === 'targets' && !isSame) renumber(joined as Uint32Array, place, place + end - start, newOf);
    place += end - start;
  }
  return joined;
};

const renumber = (nodes: Uint32Array, start: number, end: number, newOf: Uint32Array): void => {
  for (let slot = start; slot < end; slot += 1) nodes[slot] = newOf[nodes[slot] as number] as number;
};
