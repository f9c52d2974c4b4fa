import {
  relationRow,
  type DerivedRelationName,
  type RelationName,
  type StoredRelationKind,
} from '../../graph/model/relations.ts';
import { at, rowEnd, rowStart } from '../algorithms/adjacency.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { StoredRows } from '../memoryGraph.ts';
import { isIn, reverseOf, type UpdateContext, type NewEdge } from './updateContext.ts';
import { ABSENT } from './renumbering.ts';
import { replacedRows, type Row } from './replacedRows.ts';
import { valueRankOf } from './valueRanks.ts';

type StoredRelationName = Exclude<RelationName, DerivedRelationName>;

/** The index of each node in the new list order of its kind, and the nodes that were added or whose place changed. */
interface ListPlaces {
  ranks: Uint32Array;
  moved: ReadonlySet<number>;
}

/** Compares two edges of a row. The result is negative if the first edge comes before the second one. */
type Compare = (target: number, value: number, otherTarget: number, otherValue: number) => number;

/** The slots of an old row whose edges stay in their order, and the edges that have to be inserted between these. */
interface RowParts {
  kept: Uint32Array;
  others: NewEdge[];
}

/** How many rows are made between two pauses in which requests are served. */
const ROWS_A_PART = 50;

/**
 * Returns the rows of a stored relation after an update. A row is made anew if its edges changed or if a neighbor moved
 * in the list order.
 */
export const updatedStoredRows = function* (
  context: UpdateContext,
  relation: StoredRelationName,
  { ranks, moved }: ListPlaces,
): Steps<StoredRows> {
  const rows = context.old.rows[relation];
  const rankOf = valueRankOf(relation);
  const rank = rankOf
    ? (_: number, value: number): number => rankOf(value)
    : (target: number): number => at(ranks, target);
  // if both edges have no score, both ranks are Infinity and their difference is NaN, so that the targets are compared
  const compare: Compare = (target, value, otherTarget, otherValue) =>
    rank(target, value) - rank(otherTarget, otherValue) || target - otherTarget;
  const movedInRow = rankOf ? new Set<number>() : moved;
  const added = addedEdges(relation, yield* context.edges(relationRow(relation).kind as StoredRelationKind));
  const replacements = new Map<number, Row<StoredRows>>();
  for (const node of new Set([...changedRows(context, relation, movedInRow), ...added.keys()])) {
    if (replacements.size % ROWS_A_PART === 0) yield;
    const { kept, others } = keptParts(context, relation, node, movedInRow);
    for (const edge of added.get(node) ?? []) others.push(edge);
    others.sort((a, b) => compare(a.target, a.value, b.target, b.value));
    replacements.set(node, mergedRow(rows, { kept, others }, context.numbering.newOf, compare));
  }
  return yield* replacedRows<StoredRows>(context, relation, replacements);
};

/** By node of the new graph: the edges that were read again and that are in the row of this node. */
const addedEdges = (relation: StoredRelationName, edges: readonly NewEdge[]): Map<number, NewEdge[]> => {
  const { direction } = relationRow(relation);
  const added = new Map<number, NewEdge[]>();
  for (const edge of edges) {
    const { source, target, value } = direction === 'IN' ? reversed(edge) : edge;
    const list = added.get(source) ?? [];
    added.set(source, list);
    list.push({ source, target, value });
  }
  return added;
};

const reversed = ({ source, target, value }: NewEdge): NewEdge => ({ source: target, target: source, value });

/** The new numbers of the nodes whose rows lose edges or get another order. */
const changedRows = (
  context: UpdateContext,
  relation: StoredRelationName,
  moved: ReadonlySet<number>,
): Set<number> => {
  const { from, to, kind } = relationRow(relation);
  const { old, numbering } = context;
  const back = reverseOf(relation);
  const nodes = new Set<number>();
  for (const node of context.stale(kind as StoredRelationKind)) {
    if (isIn(old.ranges[from], node)) context.addNew(nodes, node);
    if (isIn(old.ranges[to], node)) context.addOldNeighbors(nodes, back, node);
  }
  for (const node of moved) {
    const before = at(numbering.oldOf, node);
    if (before !== ABSENT && isIn(old.ranges[to], before)) context.addOldNeighbors(nodes, back, before);
  }
  return nodes;
};

/**
 * The edges of a node that are still valid. `kept` has the slots of edges to neighbors that have the same place in the
 * list order as before; `others` has the edges to neighbors that have moved.
 *
 * @param node the node in the new graph
 */
const keptParts = (
  context: UpdateContext,
  relation: StoredRelationName,
  node: number,
  moved: ReadonlySet<number>,
): RowParts => {
  const { old, numbering } = context;
  const rows = old.rows[relation];
  const stale = context.stale(relationRow(relation).kind as StoredRelationKind);
  const before = at(numbering.oldOf, node);
  const others: NewEdge[] = [];
  if (before === ABSENT || stale.has(before)) return { kept: new Uint32Array(), others };
  const kept = new Uint32Array(rowEnd(rows, before) - rowStart(rows, before));
  let length = 0;
  for (let slot = rowStart(rows, before); slot < rowEnd(rows, before); slot += 1) {
    const neighbor = at(rows.targets, slot);
    if (stale.has(neighbor)) continue;
    const target = at(numbering.newOf, neighbor);
    if (moved.has(target)) others.push({ source: node, target, value: valueAt(rows, slot) });
    else kept[length++] = slot;
  }
  return { kept: kept.subarray(0, length), others };
};

const valueAt = ({ values }: StoredRows, slot: number): number => (values ? at(values, slot) : NaN);

/** Merges the kept slots and the other edges into one row. Both must be in the order of the row. */
const mergedRow = (
  old: StoredRows,
  { kept, others }: RowParts,
  newOf: Uint32Array,
  compare: Compare,
): Row<StoredRows> => {
  const length = kept.length + others.length;
  const targets = new Uint32Array(length);
  const values = old.values && new Float64Array(length);
  let place = 0;
  const put = (target: number, value: number): void => {
    targets[place] = target;
    if (values) values[place] = value;
    place += 1;
  };
  let next = 0;
  const putKeptBefore = (other: NewEdge | undefined): void => {
    for (; next < kept.length; next += 1) {
      const slot = at(kept, next);
      const [target, value] = [at(newOf, at(old.targets, slot)), valueAt(old, slot)];
      if (other && compare(target, value, other.target, other.value) > 0) return;
      put(target, value);
    }
  };
  for (const other of others) {
    putKeptBefore(other);
    put(other.target, other.value);
  }
  putKeptBefore(undefined);
  return { targets, values };
};
