import {
  relationNames,
  relationRow,
  type DerivedRelationName,
  type RelationName,
  type StoredRelationKind,
} from '../../graph/model/relations.ts';
import {
  at,
  reordered,
  rowsOf,
  sortRows,
  transposed,
  type Adjacency,
  type EdgeList,
} from '../algorithms/adjacency.ts';
import { countedRows, type CountedRows } from '../algorithms/countedRows.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Affiliations, MemoryGraph, StoredRows } from '../memoryGraph.ts';
import type { GraphSource, IdList } from './graphSource.ts';
import { derivedNeighbors, type StoredRowsByName } from './derivedNeighbors.ts';
import type { StoredEdges } from './edgeCollector.ts';
import { valueRankOf } from './valueRanks.ts';

/** The rows of some relations. */
export type RelationPart = Partial<Record<RelationName, StoredRows | CountedRows>>;

type InListOrder = MemoryGraph['inListOrder'];

/**
 * Builds the rows of all relations in parts: both directions of a stored relation, or one derived relation. Each part
 * must be finished before the next one is taken. Between the parts only those rows are kept here from which others are
 * derived, so that a caller who drops the parts needs much less memory.
 */
export const relationParts = function* (
  source: GraphSource<IdList>,
  inListOrder: InListOrder,
): Iterable<Steps<RelationPart>> {
  const kept: Partial<Record<RelationName, Adjacency>> = {};
  const stored = relationNames.filter((name) => !relationRow(name).derivation);
  for (const kind of new Set(stored.map((name) => relationRow(name).kind as StoredRelationKind)))
    yield storedPart(kind, source, inListOrder, kept);
  for (const name of relationNames)
    if (relationRow(name).derivation) yield derivedPart(name as DerivedRelationName, source, kept);
};

const storedPart = function* (
  kind: StoredRelationKind,
  source: GraphSource<IdList>,
  inListOrder: InListOrder,
  kept: Partial<Record<RelationName, Adjacency>>,
): Steps<RelationPart> {
  const edges = kind === 'WRITTEN_AT' ? distinctWrittenAt(source.affiliations) : yield* source.edgesOf(kind);
  const part: RelationPart = {};
  for (const name of relationNames) {
    if (relationRow(name).kind !== kind) continue;
    const rows = yield* storedRows(name, edges, source, inListOrder);
    part[name] = rows;
    const { base, offsets, targets } = rows;
    if (derivedFrom.has(name)) kept[name] = { base, offsets, targets };
    yield;
  }
  return part;
};

/** The stored relations from which others are derived. */
const derivedFrom: ReadonlySet<string> = new Set(
  relationNames.flatMap((name) => {
    const { derivation } = relationRow(name);
    return derivation && derivation.through !== 'affiliations' ? derivation.through : [];
  }),
);

const derivedPart = function* (
  name: DerivedRelationName,
  source: GraphSource<IdList>,
  rows: StoredRowsByName,
): Steps<RelationPart> {
  const { from, to, edge } = relationRow(name);
  const { ranges, columns } = source;
  const neighbors = yield* derivedNeighbors(name, source, rows);
  const counted = countedRows(ranges[from], ranges[to], columns, neighbors, edge === 'collaboration');
  return { [name]: yield* counted };
};

const storedRows = function* (
  relation: RelationName,
  edges: StoredEdges,
  { ranges }: GraphSource<IdList>,
  inListOrder: InListOrder,
): Steps<StoredRows> {
  const { from, to, direction } = relationRow(relation);
  const { sources, targets, values } = direction === 'IN' ? reversed(edges) : edges;
  const rank = valueRankOf(relation);
  if (rank && values) {
    const rows = yield* rowsOf(ranges[from], { sources, targets });
    const bySlot = inSlots(values, rows.slots);
    sortRows(rows, bySlot, rank);
    return { base: rows.base, offsets: rows.offsets, targets: rows.targets, values: bySlot };
  }
  const back = yield* rowsOf(ranges[to], { sources: targets, targets: sources });
  const { origins, ...rows } = yield* transposed(back, inListOrder[to], ranges[from]);
  if (!values) return { ...rows, values };
  return { ...rows, values: reordered(inSlots(values, back.slots), origins) };
};

/** The values of edges, each at the slot of its edge. */
const inSlots = (values: Float64Array, slots: Uint32Array): Float64Array => {
  const bySlot = new Float64Array(values.length);
  for (let edge = 0; edge < values.length; edge += 1) bySlot[at(slots, edge)] = at(values, edge);
  return bySlot;
};

const reversed = ({ sources, targets, values }: StoredEdges): StoredEdges => ({
  sources: targets,
  targets: sources,
  ...(values && { values }),
});

/**
 * The pairs of a paper and an institution of one of its authorships, each pair once. `Float64Array.from` and `filter`
 * are avoided here because they collect all values in a list that takes several times the memory of the array.
 */
export const distinctWrittenAt = ({ papers, institutions }: Affiliations): EdgeList => {
  const scale = 2 ** 24;
  const pairs = new Float64Array(papers.length);
  for (let index = 0; index < pairs.length; index += 1)
    pairs[index] = at(papers, index) * scale + at(institutions, index);
  pairs.sort();
  const sources = new Uint32Array(pairs.length);
  const targets = new Uint32Array(pairs.length);
  let count = 0;
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = at(pairs, index);
    if (index > 0 && pair === at(pairs, index - 1)) continue;
    sources[count] = Math.floor(pair / scale);
    targets[count] = pair % scale;
    count += 1;
  }
  return { sources: sources.subarray(0, count), targets: targets.subarray(0, count) };
};
