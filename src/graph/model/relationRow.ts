import type { EntityKind } from './entityKinds.ts';
import type { OrderKey } from './orders.ts';

/** The direction of the stored relationship, seen from the kind at which the relation starts. */
export type EdgeDirection = 'OUT' | 'IN' | 'UNDIRECTED';

/** The values that the edges of a relation have; see Edge. */
export type EdgeShape = 'plain' | 'authorship' | 'scored' | 'counted' | 'collaboration';

/** The kind of filter that a page along the relation accepts. */
export type FilterShape = 'papers' | 'collaborations' | 'none';

/**
 * How a derived relation follows from stored relations. `through` names two relations: from an entity to its papers,
 * and from these papers to the neighbors. `affiliations`: the institutions printed for an author, which may be fewer
 * than those of the paper. `papers` says which papers count: `all` papers, papers with at most as many authors as the
 * collaboration cap (`capped`), or papers with two or more authors, up to the cap (`joint`).
 */
export type Derivation =
  | { through: readonly [papers: string, targets: string]; papers: 'all' | 'capped' | 'joint' }
  | { through: 'affiliations' };

export interface RelationRow<Kind = string> {
  from: EntityKind;
  to: EntityKind;
  /** The field of the GraphQL type of `from` that lists the neighbors along the relation. */
  field: string;
  kind: Kind;
  direction: EdgeDirection;
  edge: EdgeShape;
  filter: FilterShape;
  /** How the relation is derived from others. Absent for a relation that import records state and that is stored. */
  derivation?: Derivation;
  /** Whether records of papers list the targets of the relation. A record states at most a score for each target. */
  isListed?: true;
  /** The orders of a list along the relation. The first one is the default; the field `neighbors` uses it, too. */
  orders: Readonly<Record<string, readonly OrderKey[]>>;
}
