import { relationRow, type DerivedRelationName } from '../../graph/model/relations.ts';
import { targetsOf } from '../algorithms/adjacency.ts';
import { slicedRows, wholeRows, type CountedRows } from '../algorithms/countedRows.ts';
import { NeighborCounter } from '../algorithms/neighborCounter.ts';
import type { Steps } from '../algorithms/steps.ts';
import { countedRow } from './countedRow.ts';
import { derivedNeighbors, type DerivationSource, type StoredRowsByName } from './derivedNeighbors.ts';
import { reverseOf, type UpdateContext } from './updateContext.ts';
import { mirroredRows } from './mirroredRows.ts';
import type { Row } from './replacedRows.ts';

/** The parts of the new graph that are needed to count the rows of derived relations. */
interface Counted {
  source: DerivationSource;
  stored: StoredRowsByName;
}

/**
 * After institutions or topics were hidden or shown, adds the changed rows of a derived relation to `rows`: the rows of
 * these institutions and topics, and the rows of their neighbors. The row of a neighbor gains or loses only the entry
 * of the institution or topic, so its other entries are copied instead of being counted again.
 *
 * @param rows rows that were counted again for other reasons; the rows of neighbors among these are already right
 */
export const addToggledRows = function* (
  context: UpdateContext,
  relation: DerivedRelationName,
  rows: Map<number, Row<CountedRows>>,
  { source, stored }: Counted,
): Steps<void> {
  if (context.delta.toggled.size === 0) return;
  const { ranges } = context.numbering;
  const { from, to } = relationRow(relation);
  const back = reverseOf(relation) as DerivedRelationName;
  const sources = new Set<number>();
  for (const node of context.hidden(to)) context.addOldNeighbors(sources, back, node);
  const changed = context.shown(to);
  const mirror = yield* rowsOfSome(context, back, changed, { source, stored });
  for (const node of changed) for (const neighbor of targetsOf(mirror, node)) sources.add(neighbor);
  for (const node of rows.keys()) sources.delete(node);
  for (const [node, row] of yield* mirroredRows(context, relation, mirror, { sources, changed }))
    rows.set(node, row);
  const own = context.shown(from);
  if (own.size === 0) return;
  const gather = yield* derivedNeighbors(relation, source, stored, own);
  const counter = new NeighborCounter(ranges[to], source.columns);
  for (const node of own) {
    yield;
    rows.set(node, countedRow(node, counter, gather, false));
  }
};

/** Counts the neighbors of the given nodes. The rows of all other nodes are empty. */
const rowsOfSome = function* (
  { numbering: { ranges } }: UpdateContext,
  relation: DerivedRelationName,
  nodes: ReadonlySet<number>,
  { source, stored }: Counted,
): Steps<CountedRows> {
  const { from, to } = relationRow(relation);
  const gather = nodes.size > 0 ? yield* derivedNeighbors(relation, source, stored, nodes) : () => undefined;
  const sliced = yield* slicedRows(
    nodes.size > 0 ? ranges[from] : { start: 0, end: 0 },
    ranges[to],
    source.columns,
    (node, counter) => {
      if (nodes.has(node)) gather(node, counter);
    },
    false,
  );
  return yield* wholeRows(sliced);
};
