import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { kindRow, perKind } from '../../graph/model/kinds.ts';
import {
  relationNames,
  relationRow,
  type DerivedRelationName,
  type RelationName,
} from '../../graph/model/relations.ts';
import { IdIndex, renumberedSlots } from '../algorithms/idIndex.ts';
import type { PaperColumnName, PaperColumns } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph, RelationRows, StoredRows } from '../memoryGraph.ts';
import type { GraphDelta } from './graphDelta.ts';
import { UpdateContext } from './updateContext.ts';
import { carriedValues, renumbered, type Renumbering } from './renumbering.ts';
import { updatedAffiliations } from './updatedAffiliations.ts';
import { listRanks, updatedListOrders } from './updatedListOrders.ts';
import { updatedDerivedRows } from './updatedDerivedRows.ts';
import { updatedStoredRows } from './updatedStoredRows.ts';
import { WordColumn } from './wordColumns.ts';

export interface UpdatedGraph {
  graph: MemoryGraph;
  numbering: Renumbering;
}

/**
 * Makes the same graph that would be built from the changed store, but faster: it copies the arrays of the old graph
 * and replaces the changed rows. Takes a few hundredths of a second for 75,000 papers and a small change.
 */
export const updatedMemoryGraph = function* (old: MemoryGraph, delta: GraphDelta): Steps<UpdatedGraph> {
  const { removed, added } = comparedNodes(old, delta);
  const numbering = yield* renumbered(old.ids, removed, added);
  yield;
  const { ids, ranges } = numbering;
  const idSlots = yield* slotsOf(old, numbering);
  yield;
  const index = new IdIndex(ids, idSlots);
  const nodeOfId = (id: EntityId): number | undefined => index.nodeOf(id);
  const context = new UpdateContext(old, delta, numbering, { nodeOfId, removed });
  const columns = updatedColumns(context);
  yield;
  const words = updatedWords(context);
  yield;
  const { inListOrder, moved } = yield* updatedListOrders(context, columns);
  yield;
  const places = { ranks: listRanks({ ids, inListOrder }), moved };
  const { version, asOf } = delta;
  const affiliations = yield* updatedAffiliations(context);
  const source = { version, asOf, cap: old.cap, ids, ranges, columns, words, affiliations };
  yield;
  const rows: Partial<Record<RelationName, StoredRows>> = {};
  for (const relation of relationNames) {
    if (isDerived(relation)) continue;
    rows[relation] = yield* updatedStoredRows(context, relation, places);
    yield;
  }
  const derived: Partial<RelationRows> = {};
  for (const relation of relationNames) {
    if (!isDerived(relation)) continue;
    Object.assign(derived, {
      [relation]: yield* updatedDerivedRows(context, relation, source, rows, derived),
    });
    yield;
  }
  const graph = { ...source, nodeOfId, idSlots, inListOrder, rows: { ...rows, ...derived } as RelationRows };
  return { graph, numbering };
};

const isDerived = (relation: RelationName): relation is DerivedRelationName =>
  relationRow(relation).derivation !== undefined;

const comparedNodes = (
  old: MemoryGraph,
  { ids, papers, named }: GraphDelta,
): { removed: Set<number>; added: EntityId[] } => {
  const present = new Set([...papers, ...named].map(({ id }) => id));
  const removed = new Set<number>();
  const added: EntityId[] = [];
  for (const id of ids) {
    const node = old.nodeOfId(id);
    if (node !== undefined && !present.has(id)) removed.add(node);
    if (node === undefined && present.has(id)) added.push(id);
  }
  return { removed, added };
};

const slotsOf = function* (old: MemoryGraph, { ids, isSame, newOf, added }: Renumbering): Steps<Uint32Array> {
  return isSame ? old.idSlots : yield* renumberedSlots(old.idSlots, newOf, added, ids);
};

const updatedColumns = (context: UpdateContext): PaperColumns => {
  const { old, delta, numbering } = context;
  const range = numbering.ranges.PAPER;
  const { start: _, ...values } = old.columns;
  const names = Object.keys(values) as PaperColumnName[];
  const columns = Object.fromEntries(
    names.map((name) => [name, carriedValues(values[name], old.ranges.PAPER, range, numbering)]),
  ) as unknown as Omit<PaperColumns, 'start'>;
  for (const { id, numbers } of delta.papers) {
    for (const name of names) columns[name][context.nodeOf(id) - range.start] = numbers[name];
  }
  return { start: range.start, ...columns };
};

const updatedWords = (context: UpdateContext): MemoryGraph['words'] => {
  const { old, delta, numbering } = context;
  const words = perKind((kind) => {
    const range = numbering.ranges[kind];
    return Object.fromEntries(
      kindRow(kind).words.map((field) => {
        const { words: each = [], values = new Uint32Array() } = old.words[kind][field]?.data ?? {};
        const carried = carriedValues(values, old.ranges[kind], range, numbering);
        return [field, new WordColumn(range, { words: each, values: carried })];
      }),
    );
  });
  for (const node of [...delta.papers, ...delta.named]) {
    const columns = words[kindOf(node.id)];
    for (const [field, column] of Object.entries(columns))
      column.set(context.nodeOf(node.id), node.words[field] ?? null);
  }
  return words;
};
