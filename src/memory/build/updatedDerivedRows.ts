import { relationRow, type DerivedRelationName, type RelationName } from '../../graph/model/relations.ts';
import { kindOf } from '../../graph/model/ids.ts';
import { kindRow } from '../../graph/model/kinds.ts';
import { targetsOf } from '../algorithms/adjacency.ts';
import type { CountedRows } from '../algorithms/countedRows.ts';
import { NeighborCounter } from '../algorithms/neighborCounter.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { RelationRows } from '../memoryGraph.ts';
import { addToggledRows } from './addToggledRows.ts';
import { countedRow } from './countedRow.ts';
import { derivedNeighbors, type DerivationSource, type StoredRowsByName } from './derivedNeighbors.ts';
import { reverseOf, type UpdateContext } from './updateContext.ts';
import { mirroredRows } from './mirroredRows.ts';
import type { PaperPart } from './graphDelta.ts';
import { replacedRows, type Row } from './replacedRows.ts';

/** How many rows are counted between two pauses in which requests are served. */
const ROWS_A_PART = 50;

/**
 * Returns the rows of a derived relation after an update. The rows of nodes around changed papers are counted again or,
 * if the reverse relation is already updated, are made from its rows.
 *
 * @param derived the derived relations that are already updated
 */
export const updatedDerivedRows = function* (
  context: UpdateContext,
  relation: DerivedRelationName,
  source: DerivationSource,
  stored: StoredRowsByName,
  derived: Readonly<Partial<RelationRows>>,
): Steps<CountedRows> {
  const { to, edge } = relationRow(relation);
  const sources = nodesAroundPapers(context, relation, stored);
  const reverse = reverseOf(relation) as DerivedRelationName;
  const mirror = reverse === relation ? undefined : derived[reverse];
  if (mirror) {
    const changed = new Set([...nodesAroundPapers(context, reverse, stored), ...context.shown(to)]);
    const mirrored = yield* mirroredRows(context, relation, mirror, { sources, changed });
    yield* addToggledRows(context, relation, mirrored, { source, stored });
    return yield* replacedRows<CountedRows>(context, relation, mirrored);
  }
  const gather = yield* derivedNeighbors(relation, source, stored, sources);
  const counter = new NeighborCounter(context.numbering.ranges[to], source.columns);
  const replacements = new Map<number, Row<CountedRows>>();
  for (const node of sources) {
    if (replacements.size % ROWS_A_PART === 0) yield;
    replacements.set(node, countedRow(node, counter, gather, edge === 'collaboration'));
  }
  yield* addToggledRows(context, relation, replacements, { source, stored });
  return yield* replacedRows<CountedRows>(context, relation, replacements);
};

/**
 * The parts of papers from which a derived relation is computed. `source` is the part that lists the nodes at which the
 * relation starts, for example the authors of a paper. If one of the parts `others` changes, the rows of all these nodes
 * change. `others` always contains FIELDS, the part with the year and the number of authors.
 */
const partsBehind = (relation: DerivedRelationName): { source: PaperPart; others: readonly PaperPart[] } => {
  const { derivation } = relationRow(relation);
  if (!derivation || derivation.through === 'affiliations')
    return { source: 'AFFILIATIONS', others: ['FIELDS', 'AFFILIATIONS'] };
  const [source, target] = derivation.through.map((name) => relationRow(name as RelationName).kind);
  return { source: source as PaperPart, others: ['FIELDS', target as PaperPart] };
};

/**
 * The nodes at which the derived relation starts and whose neighbors have to be counted again: those that have or had a
 * paper of which one of the parts `others` changed, and those that gained or lost a paper. They are nodes of the new
 * graph.
 */
const nodesAroundPapers = (
  context: UpdateContext,
  relation: DerivedRelationName,
  stored: StoredRowsByName,
): ReadonlySet<number> => {
  const { papersAlong } = kindRow(relationRow(relation).from);
  if (papersAlong === null)
    throw new TypeError(`The derived relation ${relation} cannot be updated, because it starts at papers.`);
  const ofPapers = reverseOf(papersAlong);
  const rows = stored[ofPapers];
  if (!rows)
    throw new TypeError(`The relation ${relation} cannot be updated, because ${ofPapers} has no rows.`);
  const { source, others } = partsBehind(relation);
  const nodes = new Set<number>();
  for (const id of context.delta.edgesOf) {
    if (kindOf(id) !== 'PAPER') continue;
    const countsDiffer = others.some((part) => context.differs(id, part));
    if (!countsDiffer && !context.differs(id, source)) continue;
    const [paperBefore, paper] = [context.old.nodeOfId(id), context.nodeOfId(id)];
    const before = new Set<number>();
    if (paperBefore !== undefined) context.addOldNeighbors(before, ofPapers, paperBefore);
    const now = new Set(paper === undefined ? [] : targetsOf(rows, paper));
    for (const node of before) if (countsDiffer || !now.has(node)) nodes.add(node);
    for (const node of now) if (countsDiffer || !before.has(node)) nodes.add(node);
  }
  return nodes;
};
