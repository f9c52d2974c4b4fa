import type { EntityKind } from './entities.ts';
import type { OrderKey } from './orders.ts';

/** Outgoing before incoming. */
export const edgeDirections = ['OUT', 'IN', 'UNDIRECTED'] as const;
export type EdgeDirection = (typeof edgeDirections)[number];

/** What an edge of the relation carries: see Edge. */
export type EdgeShape = 'plain' | 'authorship' | 'scored' | 'counted' | 'collaboration';

/** Which filter a page along the relation can be asked with. */
export type FilterShape = 'papers' | 'collaborations' | 'none';

/**
 * How a derived relation follows from stored ones. `through`: an entity's papers, and where those lead. `affiliations`:
 * the institutions printed for an author, which may be fewer than those of the paper. `papers` says which papers
 * count: all, those of at most as many authors as the collaboration cap (`capped`), or, of these, those of two or
 * more authors (`joint`).
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
  /** Absent: records state the relation, and it is stored. */
  derivation?: Derivation;
  /** Records of papers list the targets, each with nothing but a score. */
  isListed?: true;
  /** The first one is the default, and the order inside `neighbors`. */
  orders: Readonly<Record<string, readonly OrderKey[]>>;
}
