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
  type NodeRange,
} from '../algorithms/adjacency.ts';
import { slicedRows, type CountedRows, type SlicedRows } from '../algorithms/countedRows.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Affiliations, MemoryGraph, StoredRows } from '../memoryGraph.ts';
import type { GraphSource, IdList } from './graphSource.ts';
import { derivedNeighbors, type StoredRowsByName } from './derivedNeighbors.ts';
import type { StoredEdges } from './edgeCollector.ts';
import { valueRankOf } from './valueRanks.ts';

/** The rows of one or two relations. The rows of a derived relation may still have to be computed (SlicedRows). */
export type RelationPart = Partial<Record<RelationName, StoredRows | CountedRows | SlicedRows>>;

type InListOrder = MemoryGraph['inListOrder'];

/**
 * Builds the rows of all relations in parts. A part has both directions of a stored relation, or one derived relation.
 * The caller must finish each part before it takes the next one. This function keeps only the rows that it needs to
 * compute derived relations. So a caller that writes each part to a file and then drops it needs much less memory.
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

/**
 * Builds the rows of both directions of a stored relation. The rows of the first direction are built from the edges;
 * the rows of the other direction are built from the first ones.
 */
const storedPart = function* (
  kind: StoredRelationKind,
  source: GraphSource<IdList>,
  inListOrder: InListOrder,
  kept: Partial<Record<RelationName, Adjacency>>,
): Steps<RelationPart> {
  const names = relationNames.filter((name) => relationRow(name).kind === kind);
  const isSorted = (name: RelationName): boolean => valueRankOf(name) !== undefined;
  const part: Partial<Record<RelationName, StoredRows>> = {};
  let rows: StoredRows | undefined;
  for (const name of [...names.filter(isSorted), ...names.filter((each) => !isSorted(each))]) {
    rows = rows
      ? yield* reversedRows(name, rows, source.ranges, inListOrder)
      : yield* firstRows(name, kind, source, inListOrder);
    part[name] = rows;
    const { base, offsets, targets } = rows;
    if (derivedFrom.has(name)) kept[name] = { base, offsets, targets };
    yield;
  }
  return part;
};

/** The stored relations that are needed to compute derived relations. */
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
  const rowsOfName = slicedRows(ranges[from], ranges[to], columns, neighbors, edge === 'collaboration');
  return { [name]: yield* rowsOfName };
};

const firstRows = function* (
  relation: RelationName,
  kind: StoredRelationKind,
  source: GraphSource<IdList>,
  inListOrder: InListOrder,
): Steps<StoredRows> {
  const { from, to, direction } = relationRow(relation);
  const { ranges } = source;
  const rank = valueRankOf(relation);
  if (!rank) {
    const back = yield* unorderedRows(kind, direction === 'OUT', ranges[to], source);
    return yield* reversedRows(relation, back, ranges, inListOrder);
  }
  const rows = yield* unorderedRows(kind, direction === 'IN', ranges[from], source);
  if (rows.values) sortRows(rows, rows.values, rank);
  return rows;
};

/**
 * Reads the edges of a relation and builds rows, each with its neighbors in no particular order. The list of edges is
 * then dropped.
 *
 * @param isReversed true for the rows of the targets of the edges, false for the rows of their sources
 */
const unorderedRows = function* (
  kind: StoredRelationKind,
  isReversed: boolean,
  range: NodeRange,
  source: GraphSource<IdList>,
): Steps<StoredRows> {
  const edges: StoredEdges =
    kind === 'WRITTEN_AT' ? distinctWrittenAt(source.affiliations) : yield* source.edgesOf(kind);
  const { values } = edges;
  const ends = isReversed ? { sources: edges.targets, targets: edges.sources } : edges;
  const { slots, ...rows } = yield* rowsOf(range, ends);
  return { ...rows, values: values && inSlots(values, slots) };
};

/** Builds the rows of a relation from those of its reverse relation. */
const reversedRows = function* (
  relation: RelationName,
  back: StoredRows,
  ranges: MemoryGraph['ranges'],
  inListOrder: InListOrder,
): Steps<StoredRows> {
  const { from, to } = relationRow(relation);
  const { origins, ...rows } = yield* transposed(back, inListOrder[to], ranges[from]);
  return { ...rows, values: back.values && reordered(back.values, origins) };
};

/** Reorders the values of edges: in the result, each value is at the slot of its edge. */
const inSlots = (values: Float64Array, slots: Uint32Array): Float64Array => {
  const bySlot = new Float64Array(values.length);
  for (let edge = 0; edge < values.length; edge += 1) bySlot[at(slots, edge)] = at(values, edge);
  return bySlot;
};

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
