import type { EntityId } from '../../graph/model/ids.ts';
import type { Derivation, RelationRow } from '../../graph/model/relationRow.ts';
import {
  relationNames,
  relationRow,
  type RelationKind,
  type RelationName,
} from '../../graph/model/relations.ts';
import { pairKey, pairOfKey, type Pair } from '../../graph/pair.ts';

/** What the derived relations whose two ends are institutions or topics need to know of a paper. */
export interface PaperPairs {
  year: number | null;
  teamSize: number;
  /** The ids of the institutions and topics of the paper, by the type of the relationship to it. */
  targets: Readonly<Partial<Record<RelationKind, readonly EntityId[]>>>;
}

/** By how much the papers of a pair have changed. `firstYear` and `lastYear` are those of the added papers. */
export interface PairChange extends Pair {
  papers: number;
  firstYear: number | null;
  lastYear: number | null;
  /** The years of the papers that the pair has lost, each once. */
  lostYears: readonly number[];
}

type Through = Extract<Derivation, { papers: string }>;

/** A derived relation whose two ends are institutions or topics. */
export interface PairRelation {
  row: RelationRow<RelationKind>;
  derivation: Through;
}

/**
 * The derived relations whose two ends are institutions or topics: ACTIVE_IN, PARTNERS_WITH and RELATED_TO. Institutions
 * and topics can have tens of thousands of papers, so these relations are changed by the papers that a pair gains and
 * loses, while the relations of authors are derived anew from all papers of the author.
 */
export const pairRelations: readonly PairRelation[] = relationNames.map(relationRow).flatMap((row) => {
  const { derivation, direction, from, to } = row;
  if (!derivation || derivation.through === 'affiliations' || direction === 'IN') return [];
  return from === 'AUTHOR' || to === 'AUTHOR' ? [] : [{ row, derivation: derivation }];
});

/** The net numbers of papers that a pair gains, by year. */
type PapersByYear = Map<number | null, number>;

/**
 * How the pairs of a relation change if the papers `before` are replaced by the papers `after`. Pairs whose papers do not
 * change are left out.
 */
export const pairChanges = (
  { row, derivation }: PairRelation,
  before: readonly PaperPairs[],
  after: readonly PaperPairs[],
  cap: number,
): PairChange[] => {
  const pairs = new Map<string, PapersByYear>();
  const [fromKind, toKind] = derivation.through.map((name) => relationRow(name as RelationName).kind);
  const isUndirected = row.direction === 'UNDIRECTED';
  const count = ({ year, teamSize, targets }: PaperPairs, papers: number): void => {
    if (derivation.papers !== 'all' && teamSize > cap) return;
    for (const from of (fromKind && targets[fromKind]) ?? []) {
      for (const to of (toKind && targets[toKind]) ?? []) {
        if (isUndirected && from >= to) continue;
        const key = pairKey({ from, to });
        const byYear: PapersByYear = pairs.get(key) ?? new Map<number | null, number>();
        pairs.set(key, byYear);
        byYear.set(year, (byYear.get(year) ?? 0) + papers);
      }
    }
  };
  for (const paper of before) count(paper, -1);
  for (const paper of after) count(paper, 1);
  return [...pairs].flatMap(([key, byYear]) => pairChange(pairOfKey(key), byYear) ?? []);
};

const pairChange = (pair: Pair, byYear: PapersByYear): PairChange | undefined => {
  const changed = [...byYear].filter(([, papers]) => papers !== 0);
  if (changed.length === 0) return undefined;
  const years = (isCounted: (papers: number) => boolean): number[] =>
    changed.flatMap(([year, papers]) => (year !== null && isCounted(papers) ? year : []));
  const added = years((papers) => papers > 0);
  return {
    ...pair,
    papers: changed.reduce((sum, [, papers]) => sum + papers, 0),
    firstYear: added.length > 0 ? Math.min(...added) : null,
    lastYear: added.length > 0 ? Math.max(...added) : null,
    lostYears: years((papers) => papers < 0),
  };
};
