import { relationRow, type DerivedRelationName, type RelationName } from '../../graph/model/relations.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { at, targetsOf } from '../algorithms/adjacency.ts';
import type { CountedRows, NeighborSource } from '../algorithms/countedRows.ts';
import { NeighborCounter } from '../algorithms/neighborCounter.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { RelationRows } from '../memoryGraph.ts';
import { derivedNeighbors, type DerivationSource, type StoredRowsByName } from './derivedNeighbors.ts';
import { reverseOf, type GraphUpdate } from './graphUpdate.ts';
import { mirroredRows } from './mirroredRows.ts';
import type { PaperPart } from './paperDifferences.ts';
import { replacedRows, type Row } from './replacedRows.ts';

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
  const length = neighbors.length;
  const row = {
    targets: Uint32Array.from(neighbors),
    papers: new Uint32Array(length),
    firstYears: new Int16Array(length),
    lastYears: new Int16Array(length),
    strengths: hasStrength ? new Float64Array(length) : undefined,
  };
  for (let place = 0; place < length; place += 1) {
    const target = at(row.targets, place);
    row.papers[place] = counter.papers(target);
    row.firstYears[place] = counter.firstYear(target);
    row.lastYears[place] = counter.lastYear(target);
    if (row.strengths) row.strengths[place] = counter.strength(target);
  }
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
  const { to, edge } = relationRow(relation);
  const sources = nodesAroundPapers(update, relation, stored);
  const reverse = reverseOf(relation) as DerivedRelationName;
  const mirror = reverse === relation ? undefined : derived[reverse];
  if (mirror) {
    const changed = nodesAroundPapers(update, reverse, stored);
    const mirrored = yield* mirroredRows(update, relation, mirror, { sources, changed });
    return yield* replacedRows<CountedRows>(update, relation, mirrored);
  }
  const gather = yield* derivedNeighbors(relation, source, stored, sources);
  const counter = new NeighborCounter(update.numbering.ranges[to], source.columns);
  const replacements = new Map<number, Row<CountedRows>>();
  for (const node of sources) {
    if (replacements.size % ROWS_A_PART === 0) yield;
    replacements.set(node, countedRow(node, counter, gather, edge === 'collaboration'));
  }
  return yield* replacedRows<CountedRows>(update, relation, replacements);
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
  const isConcerned = (id: EntityId): boolean => parts.some((part) => update.differs(id, part));
  const nodes = new Set<number>();
  for (const id of change.edgesOf) {
    const paper = kindOf(id) === 'PAPER' ? old.nodeOfId(id) : undefined;
    if (paper !== undefined && isConcerned(id)) update.addOldNeighbors(nodes, ofPapers, paper);
  }
  const rows = stored[ofPapers];
  if (!rows) throw new TypeError(`The relation ${ofPapers} has no rows.`);
  for (const { id } of change.papers) {
    if (isConcerned(id)) for (const node of targetsOf(rows, nodeOfId(id) ?? 0)) nodes.add(node);
  }
  return nodes;
};
