import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf } from '../../graph/model/ids.ts';
import { namedKinds, type NamedKind } from '../../graph/model/kinds.ts';
import { at, type NodeRange } from '../algorithms/adjacency.ts';
import { nodeFlags } from '../algorithms/nodeFlags.ts';
import type { PaperColumns } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { newestRank } from './buildMemoryGraph.ts';
import type { UpdateContext } from './updateContext.ts';
import { ABSENT } from './renumbering.ts';

/** Used instead of the number of a removed node. No node has this number. */
const GONE = -1;

interface UpdatedListOrders {
  inListOrder: MemoryGraph['inListOrder'];
  /** The new numbers of the nodes that were added or whose place in the list order of their kind changed. */
  moved: ReadonlySet<number>;
}

/** Returns the list orders of a graph after an update. @param columns the columns of the new graph */
export const updatedListOrders = function* (
  context: UpdateContext,
  columns: PaperColumns,
): Steps<UpdatedListOrders> {
  const moved = new Set<number>();
  const inListOrder = { ...context.old.inListOrder, PAPER: papersInOrder(context, columns, moved) };
  for (const kind of namedKinds) {
    yield;
    inListOrder[kind] = namedInOrder(context, kind, moved);
  }
  return { inListOrder, moved };
};

/** By node: its index in the list order of its kind. */
export const listRanks = ({ ids, inListOrder }: Pick<MemoryGraph, 'ids' | 'inListOrder'>): Uint32Array => {
  const ranks = new Uint32Array(ids.length);
  for (const kind of entityKinds) {
    const order = inListOrder[kind];
    for (let rank = 0; rank < order.length; rank += 1) ranks[at(order, rank)] = rank;
  }
  return ranks;
};

/** Returns the nodes of a kind that were neither moved nor removed, by their new numbers and in their old order. */
const unmoved = (
  { old, numbering }: UpdateContext,
  kind: EntityKind,
  moved: ReadonlySet<number>,
): Uint32Array => {
  const order = old.inListOrder[kind];
  const range = numbering.ranges[kind];
  const isMoved = nodeFlags(moved, range);
  const nodes = new Uint32Array(order.length);
  let length = 0;
  for (let rank = 0; rank < order.length; rank += 1) {
    const node = at(numbering.newOf, at(order, rank));
    if (node !== ABSENT && isMoved[node - range.start] === 0) nodes[length++] = node;
  }
  return nodes.subarray(0, length);
};

const papersInOrder = (context: UpdateContext, columns: PaperColumns, moved: Set<number>): Uint32Array => {
  const { old, delta, numbering } = context;
  const papers: number[] = [];
  for (const { id } of delta.papers) {
    const paper = context.nodeOf(id);
    const before = at(numbering.oldOf, paper);
    if (before !== ABSENT && newestRank(old.columns, before) === newestRank(columns, paper)) continue;
    moved.add(paper);
    papers.push(paper);
  }
  // if both papers have no date, both ranks are Infinity and their difference is NaN, so that the nodes are compared
  const compare = (a: number, b: number): number => newestRank(columns, a) - newestRank(columns, b) || a - b;
  return merged(unmoved(context, 'PAPER', moved), Uint32Array.from(papers.sort(compare)), compare);
};

const merged = (
  left: Uint32Array,
  right: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array => {
  const result = new Uint32Array(left.length + right.length);
  let place = 0;
  let next = 0;
  for (const node of right) {
    while (next < left.length && compare(at(left, next), node) < 0) result[place++] = at(left, next++);
    result[place++] = node;
  }
  result.set(left.subarray(next), place);
  return result;
};

const namedInOrder = (context: UpdateContext, kind: NamedKind, moved: Set<number>): Uint32Array => {
  const { numbering } = context;
  const before = new Map<number, number>(); // for each node that was read again: the node before it in the new order
  for (const { id, before: other } of context.delta.named) {
    if (kindOf(id) === kind)
      before.set(context.nodeOf(id), other === undefined ? ABSENT : context.nodeOf(other));
  }
  if (before.size === 0)
    return numbering.isSame ? context.old.inListOrder[kind] : unmoved(context, kind, moved);
  const range = numbering.ranges[kind];
  const isRead = nodeFlags(before.keys(), range);
  let previous = ABSENT; // no node comes before the first one
  const stays = new Set<number>();
  for (const old of context.old.inListOrder[kind]) {
    const node = at(numbering.newOf, old);
    if (isRead[node - range.start] === 1) {
      // a node is also treated as moved if the node before it has moved, because both may have moved together
      const isSame = before.get(node) === previous && !moved.has(previous);
      (isSame ? stays : moved).add(node);
    }
    previous = node === ABSENT ? GONE : node;
  }
  const after = new Map<number, number>();
  for (const [node, other] of before) {
    if (stays.has(node)) continue;
    moved.add(node);
    after.set(other, node);
  }
  return withFollowers(unmoved(context, kind, moved), after, range);
};

/**
 * Inserts each moved node directly after its predecessor.
 *
 * @param after by predecessor: the moved node that comes directly after it; the key ABSENT stands for the start of the
 *   list
 */
const withFollowers = (
  nodes: Uint32Array,
  after: ReadonlyMap<number, number>,
  range: NodeRange,
): Uint32Array => {
  if (after.size === 0) return nodes;
  const isFollowed = nodeFlags(after.keys(), range);
  const result = new Uint32Array(nodes.length + after.size);
  let place = 0;
  const addFollowers = (node: number): void => {
    for (let next = after.get(node); next !== undefined; next = after.get(next)) result[place++] = next;
  };
  addFollowers(ABSENT);
  for (const node of nodes) {
    result[place++] = node;
    if (isFollowed[node - range.start] === 1) addFollowers(node);
  }
  return result;
};
