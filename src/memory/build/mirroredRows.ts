import { relationRow, type DerivedRelationName } from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart, type NodeRange } from '../algorithms/adjacency.ts';
import type { CountedRows } from '../algorithms/countedRows.ts';
import { nodeFlags } from '../algorithms/nodeFlags.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { UpdateContext } from './updateContext.ts';
import { ABSENT } from './renumbering.ts';
import type { Row } from './replacedRows.ts';

/** An edge that is copied from the reverse relation (`mirror`). `target` is the changed neighbor to which it leads. */
interface MirroredEdge {
  target: number;
  /** The slot of the edge in the rows of the reverse relation. */
  slot: number;
}

/** The entries of a row before the update that are still valid, in the same order as before. */
interface KeptEntries {
  /** By entry: its slot in the rows before the update. */
  slots: Uint32Array;
  /** By entry: the new number of the neighbor. */
  targets: Uint32Array;
}

/** How many rows are made between two pauses in which requests are served. */
const ROWS_A_PART = 20;

/**
 * Makes new rows of a derived relation without strengths, such as the authors of a topic. Entries of unchanged
 * neighbors are copied from the old rows. Entries of changed neighbors are copied from `mirror`, the updated rows of
 * the reverse relation (the topics of an author). So a topic with many papers is not counted again when one of its
 * authors changed.
 *
 * @param sources the nodes of the new graph that get new rows
 * @param changed the nodes of the new graph that have new rows in `mirror`
 */
export const mirroredRows = function* (
  { old: { rows: oldRows }, numbering }: UpdateContext,
  relation: DerivedRelationName,
  mirror: CountedRows,
  { sources, changed }: { sources: ReadonlySet<number>; changed: ReadonlySet<number> },
): Steps<Map<number, Row<CountedRows>>> {
  const old = oldRows[relation];
  const { from, to } = relationRow(relation);
  const [range, targets] = [numbering.ranges[from], numbering.ranges[to]];
  const edges = edgesBySource(mirror, nodeFlags(sources, range), range, changed);
  const isChanged = nodeFlags(changed, targets);
  const isKept = (target: number): boolean => target !== ABSENT && isChanged[target - targets.start] === 0;
  const rows = new Map<number, Row<CountedRows>>();
  for (const source of sources) {
    if (rows.size % ROWS_A_PART === 0) yield;
    const kept = keptEntries(old, at(numbering.oldOf, source), numbering.newOf, isKept);
    rows.set(source, mergedRow(old, kept, mirror, edges.get(source) ?? []));
  }
  return rows;
};

const keptEntries = (
  old: CountedRows,
  node: number,
  newOf: Uint32Array,
  isKept: (target: number) => boolean,
): KeptEntries => {
  const [start, end] = node === ABSENT ? [0, 0] : [rowStart(old, node), rowEnd(old, node)];
  const slots = new Uint32Array(end - start);
  const targets = new Uint32Array(end - start);
  let length = 0;
  for (let slot = start; slot < end; slot += 1) {
    const target = at(newOf, at(old.targets, slot));
    if (!isKept(target)) continue;
    slots[length] = slot;
    targets[length] = target;
    length += 1;
  }
  return { slots: slots.subarray(0, length), targets: targets.subarray(0, length) };
};

/** By source: its edges to changed nodes, in the order of a row (by descending papers, then by ascending target). */
const edgesBySource = (
  mirror: CountedRows,
  isSource: Uint8Array,
  { start }: NodeRange,
  changed: ReadonlySet<number>,
): Map<number, MirroredEdge[]> => {
  const edges = new Map<number, MirroredEdge[]>();
  for (const target of changed) {
    for (let slot = rowStart(mirror, target); slot < rowEnd(mirror, target); slot += 1) {
      const source = at(mirror.targets, slot);
      if (isSource[source - start] === 0) continue;
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
 * Merges the kept entries of an old row with the edges from `mirror`. Both are ordered by descending papers, then by
 * ascending target.
 */
const mergedRow = (
  old: CountedRows,
  kept: KeptEntries,
  mirror: CountedRows,
  edges: readonly MirroredEdge[],
): Row<CountedRows> => {
  const length = kept.slots.length + edges.length;
  const row = {
    targets: new Uint32Array(length),
    papers: new Uint32Array(length),
    firstYears: new Int16Array(length),
    lastYears: new Int16Array(length),
    strengths: undefined,
  };
  let place = 0;
  const put = (target: number, rows: CountedRows, slot: number): void => {
    row.targets[place] = target;
    row.papers[place] = at(rows.papers, slot);
    row.firstYears[place] = at(rows.firstYears, slot);
    row.lastYears[place] = at(rows.lastYears, slot);
    place += 1;
  };
  let next = 0;
  for (const edge of edges) {
    for (; next < kept.slots.length; next += 1) {
      const more = at(old.papers, at(kept.slots, next)) - at(mirror.papers, edge.slot);
      if (more < 0 || (more === 0 && at(kept.targets, next) > edge.target)) break;
      put(at(kept.targets, next), old, at(kept.slots, next));
    }
    put(edge.target, mirror, edge.slot);
  }
  for (; next < kept.slots.length; next += 1) put(at(kept.targets, next), old, at(kept.slots, next));
  return row;
};
