import { relationRow, type DerivedRelationName, type RelationName } from '../../graph/model/relations.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { at, rowEnd, rowStart, targetsOf } from '../algorithms/adjacency.ts';
import { NeighborCounter, type CountedRows, type NeighborSource } from '../algorithms/countedRows.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { RelationRows, StoredRows } from '../memoryGraph.ts';
import { derivedNeighbors, type DerivationSource, type StoredRowsByName } from './derivedNeighbors.ts';
import { isIn, reverseOf, type GraphUpdate, type NewEdge } from './graphUpdate.ts';
import type { ReadRelationKind } from './graphChange.ts';
import { mirroredRows } from './mirroredRows.ts';
import type { PaperPart } from './paperDifferences.ts';
import { ABSENT } from './renumbering.ts';
import { replacedRows, type Row } from './replacedRows.ts';
import { valueRankOf } from './valueRanks.ts';

type StoredRelationName = Exclude<RelationName, DerivedRelationName>;

/** The rank of each new node in the list order of its kind, and the nodes that were added or whose rank changed. */
interface ListPlaces {
  ranks: Uint32Array;
  moved: ReadonlySet<number>;
}

/**
 * Returns the rows of a stored relation after an update. A row is made anew if its edges changed or if a neighbor moved
 * in the list order.
 */
export const updatedStoredRows = (
  update: GraphUpdate,
  relation: StoredRelationName,
  places: ListPlaces,
): Steps<StoredRows> => {
  const { kind, direction, from } = relationRow(relation);
  const rows = update.old.rows[relation];
  const edges = update.edges(kind as ReadRelationKind | 'WRITTEN_AT');
  const outgoing = new Map<number, NewEdge[]>();
  for (const edge of edges) {
    const { source, target, value } = direction === 'IN' ? reversed(edge) : edge;
    const list = outgoing.get(source) ?? [];
    outgoing.set(source, list);
    list.push({ source, target, value });
  }
  const nodes = changedRows(update, relation, places.moved);
  for (const node of outgoing.keys()) nodes.add(node);
  const replacements = new Map<number, Row<StoredRows>>();
  for (const node of nodes) {
    const entries = [...keptEdges(update, relation, node), ...(outgoing.get(node) ?? [])];
    replacements.set(node, sortedRow(relation, rows, entries, places.ranks));
  }
  return replacedRows(rows, update.numbering.ranges[from], update.numbering, replacements);
};

const reversed = ({ source, target, value }: NewEdge): NewEdge => ({ source: target, target: source, value });

/** The new numbers of the nodes whose rows lose edges or get another order. */
const changedRows = (
  update: GraphUpdate,
  relation: StoredRelationName,
  moved: ReadonlySet<number>,
): Set<number> => {
  const { from, to, kind } = relationRow(relation);
  const { old, numbering } = update;
  const back = reverseOf(relation);
  const nodes = new Set<number>();
  for (const node of update.stale(kind)) {
    if (isIn(old.ranges[from], node)) update.addNew(nodes, node);
    if (isIn(old.ranges[to], node)) update.addOldNeighbors(nodes, back, node);
  }
  if (valueRankOf(relation)) return nodes;
  for (const node of moved) {
    const before = at(numbering.oldOf, node);
    if (before !== ABSENT && isIn(old.ranges[to], before)) update.addOldNeighbors(nodes, back, before);
  }
  return nodes;
};

/** The unchanged edges of a node, given by its new number. */
const keptEdges = (update: GraphUpdate, relation: StoredRelationName, node: number): NewEdge[] => {
  const { old, numbering } = update;
  const rows = old.rows[relation];
  const stale = update.stale(relationRow(relation).kind);
  const before = at(numbering.oldOf, node);
  const kept: NewEdge[] = [];
  if (before === ABSENT || stale.has(before)) return kept;
  for (let slot = rowStart(rows, before); slot < rowEnd(rows, before); slot += 1) {
    const target = at(rows.targets, slot);
    if (stale.has(target)) continue;
    const value = rows.values ? at(rows.values, slot) : NaN;
    kept.push({ source: node, target: at(numbering.newOf, target), value });
  }
  return kept;
};

const sortedRow = (
  relation: StoredRelationName,
  { values }: StoredRows,
  edges: NewEdge[],
  ranks: Uint32Array,
): Row<StoredRows> => {
  const rankOf = valueRankOf(relation);
  const rank = rankOf
    ? (edge: NewEdge): number => rankOf(edge.value)
    : (edge: NewEdge): number => at(ranks, edge.target);
  // the difference is NaN, which is falsy, if neither edge has a score
  edges.sort((a, b) => rank(a) - rank(b) || a.target - b.target);
  return {
    targets: Uint32Array.from(edges, ({ target }) => target),
    values: values && Float64Array.from(edges, ({ value }) => value),
  };
};

/** The row of one source: its counted and sorted neighbors. */
const countedRow = (
  source: number,
  counter: NeighborCounter,
  gather: NeighborSource,
  hasStrength: boolean,
): Row<CountedRows> => {
  gather(source, counter);
  counter.sort();
  const { neighbors } = counter;
  const row = {
    targets: Uint32Array.from(neighbors),
    papers: Uint32Array.from(neighbors, counter.papers),
    firstYears: Int16Array.from(neighbors, counter.firstYear),
    lastYears: Int16Array.from(neighbors, counter.lastYear),
    strengths: hasStrength ? Float64Array.from(neighbors, counter.strength) : undefined,
  };
  counter.clear();
  return row;
};

/** How many rows are counted between two pauses in which requests are served. */
const ROWS_A_PART = 50;

/**
 * Returns the rows of a derived relation after an update. The rows of nodes around changed papers are counted again, or
 * are made from the rows of the reverse relation if these are already updated.
 *
 * @param derived the relations that are already updated
 */
export const updatedDerivedRows = function* (
  update: GraphUpdate,
  relation: DerivedRelationName,
  source: DerivationSource,
  stored: StoredRowsByName,
  derived: Readonly<Partial<RelationRows>>,
): Steps<CountedRows> {
  const { from, to, edge } = relationRow(relation);
  const { old, numbering } = update;
  const sources = nodesAroundPapers(update, relation, stored);
  const reverse = reverseOf(relation) as DerivedRelationName;
  const mirror = reverse === relation ? undefined : derived[reverse];
  if (mirror) {
    const changed = nodesAroundPapers(update, reverse, stored);
    const mirrored = yield* mirroredRows(update, relation, mirror, { sources, changed });
    return yield* replacedRows<CountedRows>(old.rows[relation], numbering.ranges[from], numbering, mirrored);
  }
  const gather = yield* derivedNeighbors(relation, source, stored);
  const counter = new NeighborCounter(numbering.ranges[to], source.columns);
  const replacements = new Map<number, Row<CountedRows>>();
  for (const node of sources) {
    if (replacements.size % ROWS_A_PART === 0) yield;
    replacements.set(node, countedRow(node, counter, gather, edge === 'collaboration'));
  }
  return yield* replacedRows<CountedRows>(
    old.rows[relation],
    numbering.ranges[from],
    numbering,
    replacements,
  );
};

/**
 * The parts of papers from which a derived relation is computed. FIELDS is always one of them, because it includes
 * years and numbers of authors.
 */
const partsBehind = (relation: DerivedRelationName): readonly PaperPart[] => {
  const { derivation } = relationRow(relation);
  if (!derivation || derivation.through === 'affiliations') return ['FIELDS', 'AFFILIATIONS'];
  const kinds = derivation.through.map((name) => relationRow(name as RelationName).kind);
  return ['FIELDS', ...(kinds as PaperPart[])];
};

/**
 * The new numbers of the nodes, of the kind from which the relation starts, that have or had a changed paper. A paper
 * counts as changed if one of `partsBehind(relation)` changed.
 */
const nodesAroundPapers = (
  update: GraphUpdate,
  relation: DerivedRelationName,
  stored: StoredRowsByName,
): ReadonlySet<number> => {
  const { papersAlong } = kindRow(relationRow(relation).from);
  if (papersAlong === null) throw new TypeError(`The relation ${relation} does not start from papers.`);
  const ofPapers = reverseOf(papersAlong);
  const { change, old, nodeOfId } = update;
  const parts = partsBehind(relation);
  const isConcerned = (id: EntityId): boolean => {
    const differences = change.differences.get(id);
    return differences === undefined || parts.some((part) => differences.has(part));
  };
  const nodes = new Set<number>();
  for (const paper of update.stale('AUTHORED')) {
    const isPaper = isIn(old.ranges.PAPER, paper);
    if (isPaper && isConcerned(old.ids[paper] ?? '')) update.addOldNeighbors(nodes, ofPapers, paper);
  }
  const rows = stored[ofPapers];
  if (!rows) throw new TypeError(`The relation ${ofPapers} has no rows.`);
  for (const { id } of change.papers) {
    if (isConcerned(id)) for (const node of targetsOf(rows, nodeOfId(id) ?? 0)) nodes.add(node);
  }
  return nodes;
};
