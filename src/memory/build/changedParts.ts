import type { EntityId } from '../../graph/model/ids.ts';
import type { StoredRelationKind } from '../../graph/model/relations.ts';
import type { PaperColumnName } from '../algorithms/paperColumns.ts';

/** The data of an entity that the graph in memory holds. */
interface ChangedNode {
  id: EntityId;
  /** The fields by which lists are filtered. The value is null or '' if the entity has none. */
  words: Readonly<Record<string, string | null>>;
}

export interface ChangedPaper extends ChangedNode {
  numbers: Readonly<Record<PaperColumnName, number>>;
}

export interface ChangedNamed extends ChangedNode {
  /** The previous entity of its kind in the order of folded name, name and id; undefined for the first one. */
  before: EntityId | undefined;
}

/** An edge, in the direction of its relation. `value` is a position, a score or a weight; NaN if the edge has none. */
export interface ChangedEdge {
  source: EntityId;
  target: EntityId;
  value: number;
}

export interface ChangedAffiliation {
  paper: EntityId;
  author: EntityId;
  institution: EntityId;
}

/** The edges and affiliations that lead from papers to some institutions and topics. */
export interface Mentions {
  edges: Partial<Record<ReadRelationKind, ChangedEdge[]>>;
  affiliations: ChangedAffiliation[];
}

/** The stored relations whose edges are read. WRITTEN_AT follows from the affiliations. */
export type ReadRelationKind = Exclude<StoredRelationKind, 'WRITTEN_AT'>;
