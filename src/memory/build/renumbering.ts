import { compareTexts } from '../../graph/model/compareTexts.ts';
import { entityKinds } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { perKind } from '../../graph/model/kinds.ts';
import type { NodeRange } from '../algorithms/adjacency.ts';
import { arrayLike } from '../algorithms/arrayLike.ts';
import { firstIndex } from '../algorithms/firstIndex.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/** Marks a node that the other graph (the old or the new one) does not have. */
export const ABSENT = 0xffffffff;

/** Nodes that are kept by a change, and whose numbers are consecutive both before and after it. */
interface Run {
  /** The number of the first node of the run before the change. */
  from: number;
  /** The number of the first node of the run after the change. */
  to: number;
  length: number;
}

/** The nodes of a changed graph, and their numbers before the change. Nodes that are kept stay in the same order. */
export interface Renumbering {
  ids: readonly EntityId[];
  ranges: MemoryGraph['ranges'];
  /** Whether no node was added or removed. */
  isSame: boolean;
  /** All nodes that are kept, as runs in ascending order. */
  runs: readonly Run[];
  /** The nodes that were added, by their new numbers, ascending. */
  added: readonly number[];
  /** For each node of the old graph, its new number, or ABSENT. */
  newOf: Uint32Array;
  /** For each node of the new graph, its old number, or ABSENT. */
  oldOf: Uint32Array;
}

/** The range of the nodes of each kind. @param ids ascending */
const rangesOf = (ids: readonly EntityId[]): Record<keyof MemoryGraph['ranges'], NodeRange> => {
  const firstOf = (place: number): number =>
    firstIndex(ids.length, (node) => entityKinds.indexOf(kindOf(ids[node] ?? '')) >= place);
  return perKind((kind) => {
    const place = entityKinds.indexOf(kind);
    return { start: firstOf(place), end: firstOf(place + 1) };
  });
};

/** How many nodes are numbered between two pauses in which requests are served. */
const NODES_PER_STEP = 200_000;

/** Numbers the nodes of a graph again after some were removed and others added. */
export const renumbered = function* (
  ids: readonly EntityId[],
  removed: ReadonlySet<number>,
  added: readonly EntityId[],
): Steps<Renumbering> {
  const { parts, runs, places } = joinedParts(ids, removed, added);
  yield;
  const newIds = ([] as EntityId[]).concat(...parts);
  yield;
  const newOf = new Uint32Array(ids.length).fill(ABSENT);
  const oldOf = new Uint32Array(newIds.length).fill(ABSENT);
  for (const { from, to, length } of runs) {
    for (let index = 0; index < length; index += 1) {
      if (index % NODES_PER_STEP === 0) yield;
      newOf[from + index] = to + index;
      oldOf[to + index] = from + index;
    }
  }
  const isSame = removed.size === 0 && added.length === 0;
  return { ids: isSame ? ids : newIds, ranges: rangesOf(newIds), isSame, runs, added: places, newOf, oldOf };
};

/**
 * Merges the kept ids and the added ids. Returns the new ids in parts, the runs of kept nodes, and the new numbers of
 * the added ids.
 */
const joinedParts = (
  ids: readonly EntityId[],
  removed: ReadonlySet<number>,
  added: readonly EntityId[],
): { parts: (readonly EntityId[])[]; runs: Run[]; places: number[] } => {
  const parts: (readonly EntityId[])[] = [];
  const runs: Run[] = [];
  const places: number[] = [];
  let from = 0;
  let to = 0;
  const keepUntil = (end: number): void => {
    if (end > from) {
      parts.push(ids.slice(from, end));
      runs.push({ from, to, length: end - from });
      to += end - from;
    }
    from = Math.max(from, end);
  };
  const placeOf = (id: EntityId): number =>
    firstIndex(ids.length, (node) => compareTexts(ids[node] ?? '', id) > 0);
  const changes = [
    ...added.map((id) => ({ place: placeOf(id), id })),
    ...Array.from(removed, (place) => ({ place, id: undefined })),
  ].sort((a, b) => a.place - b.place || compareTexts(a.id ?? '~', b.id ?? '~'));
  for (const { place, id } of changes) {
    keepUntil(place);
    if (id === undefined) from = place + 1;
    else {
      parts.push([id]);
      places.push(to);
      to += 1;
    }
  }
  keepUntil(ids.length);
  return { parts, runs, places };
};

/**
 * Returns a function that replaces the old node numbers in an array by the new ones, in place. The nodes must be of one
 * kind, whose range before the change is given, and none of them may have been removed. This is fast if all new numbers
 * of the kind differ from the old ones by the same amount; otherwise each node is looked up.
 */
export const renumberer = (
  { runs, newOf }: Renumbering,
  { start, end }: NodeRange,
): ((nodes: Uint32Array) => void) => {
  const inRange = runs.filter(({ from, length }) => from < end && from + length > start);
  const [distance = 0, ...others] = new Set(inRange.map(({ from, to }) => to - from));
  if (others.length > 0)
    return (nodes) => {
      for (let index = 0; index < nodes.length; index += 1)
        nodes[index] = newOf[nodes[index] as number] as number;
    };
  if (distance === 0) return () => undefined;
  return (nodes) => {
    for (let index = 0; index < nodes.length; index += 1) nodes[index] = (nodes[index] as number) + distance;
  };
};

type NodeValues = Uint32Array | Int32Array | Int16Array | Uint8Array;

/** Moves the values of the nodes of one kind to the new numbers of these nodes; added nodes get 0. */
export const carriedValues = <Values extends NodeValues>(
  values: Values,
  old: NodeRange,
  range: NodeRange,
  { runs }: Renumbering,
): Values => {
  const carried = arrayLike(values, range.end - range.start);
  for (const { from, to, length } of runs) {
    const start = Math.max(from, old.start);
    const end = Math.min(from + length, old.end);
    if (start >= end) continue;
    carried.set(values.subarray(start - old.start, end - old.start), to + start - from - range.start);
  }
  return carried;
};
