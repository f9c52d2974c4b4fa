import type { DerivedRelationName } from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart } from '../algorithms/adjacency.ts';
import type { CountedRows } from '../algorithms/countedRows.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { GraphUpdate } from './graphUpdate.ts';
import { ABSENT } from './renumbering.ts';
import type { Row } from './replacedRows.ts';

/** An entry of a new row that is taken from the mirror. `target` is a changed neighbor. */
interface MirroredEdge {
  target: number;
  /** The slot of the edge in the mirror. */
  slot: number;
}

/** How many rows are made between two pauses in which requests are served. */
const ROWS_A_PART = 20;

/**
 * Makes new rows of a derived relation without strengths from the updated rows of its reverse relation, the mirror.
 * Entries of unchanged neighbors are copied from the old rows; entries of changed neighbors are taken from the mirror.
 * So a topic with many papers is not counted again when only one of its authors changed.
 *
 * @param sources the nodes of the new graph that get new rows
 * @param changed the nodes of the new graph that have new rows in the mirror
 */
export const mirroredRows = function* (
  update: GraphUpdate,
  relation: DerivedRelationName,
  mirror: CountedRows,
  { sources, changed }: { sources: ReadonlySet<number>; changed: ReadonlySet<number> },
): Steps<Map<number, Row<CountedRows>>> {
  const { numbering } = update;
  const old = update.old.rows[relation];
  const edges = edgesBySource(mirror, sources, changed);
  const rows = new Map<number, Row<CountedRows>>();
  for (const source of sources) {
    if (rows.size % ROWS_A_PART === 0) yield;
    const kept: number[] = [];
    const before = at(numbering.oldOf, source);
    for (let slot = slotsFrom(old, before); slot < slotsTo(old, before); slot += 1) {
      const target = at(numbering.newOf, at(old.targets, slot));
      if (target !== ABSENT && !changed.has(target)) kept.push(slot);
    }
    rows.set(source, mergedRow(old, kept, numbering.newOf, mirror, edges.get(source) ?? []));
  }
  return rows;
};

const slotsFrom = (rows: CountedRows, node: number): number => (node === ABSENT ? 0 : rowStart(rows, node));
const slotsTo = (rows: CountedRows, node: number): number => (node === ABSENT ? 0 : rowEnd(rows, node));

/** Returns, for each of the sources, its edges to changed nodes, in the order of its row. */
const edgesBySource = (
  mirror: CountedRows,
  sources: ReadonlySet<number>,
  changed: ReadonlySet<number>,
): Map<number, MirroredEdge[]> => {
  const edges = new Map<number, MirroredEdge[]>();
  for (const target of changed) {
    for (let slot = rowStart(mirror, target); slot < rowEnd(mirror, target); slot += 1) {
      const source = at(mirror.targets, slot);
      if (!sources.has(source)) continue;
      const list = edges.get(source) ?? [];
      edges.set(source, list);
      list.push({ target, slot });
    }
  }
  for (const list of edges.values())
    list.sort((a, b) => at(mirror.papers, b.slot) - at(mirror.papers, a.slot) || a.target - b.target);
  return edges;
};

/**
 * Merges the slots of an old row and the counted edges. Both are ordered by descending papers, then by ascending
 * target.
 */
const mergedRow = (
  old: CountedRows,
  kept: readonly number[],
  newOf: Uint32Array,
  mirror: CountedRows,
  edges: readonly MirroredEdge[],
): Row<CountedRows> => {
  const length = kept.length + edges.length;
  const targets = new Uint32Array(length);
  const papers = new Uint32Array(length);
  const firstYears = new Int16Array(length);
  const lastYears = new Int16Array(length);
  let nextSlot = 0;
  let nextEdge = 0;
  for (let place = 0; place < length; place += 1) {
    const edge = edges[nextEdge];
    const slot = kept[nextSlot];
    const target = slot === undefined ? 0 : at(newOf, at(old.targets, slot));
    const more = edge && slot !== undefined ? at(mirror.papers, edge.slot) - at(old.papers, slot) : 0;
    const isEdge =
      edge !== undefined && (slot === undefined || more > 0 || (more === 0 && edge.target < target));
    const [rows, from] = isEdge ? [mirror, edge.slot] : [old, slot ?? 0];
    targets[place] = isEdge ? edge.target : target;
    papers[place] = at(rows.papers, from);
    firstYears[place] = at(rows.firstYears, from);
    lastYears[place] = at(rows.lastYears, from);
    if (isEdge) nextEdge += 1;
    else nextSlot += 1;
  }
  return { targets, papers, firstYears, lastYears, strengths: undefined };
};
