import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { relationRow, type DerivedRelationName, type RelationName } from '../../graph/model/relations.ts';
import { strengthUnits } from '../../graph/units.ts';
import { at, rowEnd, rowsOf, rowStart, type Adjacency } from '../algorithms/adjacency.ts';
import { throughPapers, type CountingRules, type NeighborSource } from '../algorithms/countedRows.ts';
import { nodeFlags } from '../algorithms/nodeFlags.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/** The parts of a graph from which derived relations are computed, besides the rows of stored relations. */
export type DerivationSource = Pick<MemoryGraph, 'ranges' | 'columns' | 'cap' | 'affiliations'>;

/** The rows of the stored relations. */
export type StoredRowsByName = Readonly<Partial<Record<RelationName, Adjacency>>>;

/**
 * Returns a function that finds and counts the neighbors of a node along a derived relation.
 *
 * @param sources the nodes for which the function will be called; by default all
 */
export const derivedNeighbors = function* (
  relation: DerivedRelationName,
  source: DerivationSource,
  rows: StoredRowsByName,
  sources?: ReadonlySet<number>,
): Steps<NeighborSource> {
  const { derivation, from, to, edge } = relationRow(relation);
  if (!derivation)
    throw new TypeError(`The relation ${relation} is stored, so it cannot be computed from others.`);
  if (derivation.through === 'affiliations') return yield* throughAffiliations(source, from, to, sources);
  const [papers, targets] = derivation.through.map((name) => rows[name as RelationName]);
  if (!papers || !targets)
    throw new TypeError(
      `The relation ${relation} cannot be computed: a relation that it is derived from has no rows.`,
    );
  return throughPapers(papers, targets, countingRules(source, edge === 'collaboration', derivation.papers));
};

const countingRules = (
  { columns, cap }: DerivationSource,
  hasStrength: boolean,
  papers: 'all' | 'capped' | 'joint',
): CountingRules => {
  if (papers === 'all') return {};
  const size = (paper: number): number => at(columns.teamSizes, paper - columns.start);
  const least = papers === 'joint' ? 2 : 0;
  const passes = (paper: number): boolean => size(paper) >= least && size(paper) <= cap;
  if (!hasStrength) return { passes };
  const strengths = new Float64Array(cap + 1).map((_, team) => (team < 2 ? 0 : strengthUnits(team)));
  return { passes, strength: (paper) => at(strengths, size(paper)) };
};

/** How many affiliations are looked at between two pauses in which requests are served. */
const AFFILIATIONS_PER_STEP = 200_000;

/** Finds the institutions of an author: those that papers print for this author, not all institutions of the papers. */
const throughAffiliations = function* (
  { affiliations, ranges }: DerivationSource,
  from: EntityKind,
  to: EntityKind,
  sources: ReadonlySet<number> | undefined,
): Steps<NeighborSource> {
  const { papers, authors, institutions } = affiliations;
  const ends: Partial<Record<EntityKind, Uint32Array>> = { AUTHOR: authors, INSTITUTION: institutions };
  const [starts, targets] = [ends[from] ?? new Uint32Array(), ends[to] ?? new Uint32Array()];
  const isSource = sources && nodeFlags(sources, ranges[from]);
  const all = new Uint32Array(papers.length);
  let count = 0;
  for (let index = 0; index < all.length; index += 1) {
    if (index % AFFILIATIONS_PER_STEP === 0) yield;
    if (!isSource || isSource[at(starts, index) - ranges[from].start] === 1) all[count++] = index;
  }
  const indexes = all.subarray(0, count);
  const rows = yield* rowsOf(ranges[from], {
    sources: indexes.map((index) => at(starts, index)),
    targets: indexes,
  });
  return (node, counter) => {
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1) {
      const index = at(rows.targets, slot);
      counter.add(at(targets, index), at(papers, index), 0);
    }
  };
};
