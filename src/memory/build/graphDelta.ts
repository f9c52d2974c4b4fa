import type { EntityId } from '../../graph/model/ids.ts';
import type { StoredRelationKind } from '../../graph/model/relations.ts';
import type { PaperColumnName } from '../algorithms/paperColumns.ts';

/** A changed entity, with the fields that the memory graph stores. */
interface ChangedNode {
  id: EntityId;
  /** The fields by which lists are filtered. The value is null or '' if the entity has none. */
  words: Readonly<Record<string, string | null>>;
}

export interface ChangedPaper extends ChangedNode {
  numbers: Readonly<Record<PaperColumnName, number>>;
}

export interface ChangedNamed extends ChangedNode {
  /** The entity directly before this one in the list order of its kind (by name); undefined for the first one. */
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

/** The edges and affiliations that connect papers with some given institutions and topics. */
export interface Mentions {
  edges: Partial<Record<ReadRelationKind, ChangedEdge[]>>;
  affiliations: ChangedAffiliation[];
}

/**
 * The stored relations whose edges are read from the store. The edges of WRITTEN_AT are computed from affiliations
 * instead.
 */
export type ReadRelationKind = Exclude<StoredRelationKind, 'WRITTEN_AT'>;

/**
 * The parts of a paper that are compared. AFFILIATIONS: which author has which institution. WRITTEN_AT: only which
 * institutions the paper has.
 */
export type PaperPart = 'FIELDS' | 'AFFILIATIONS' | StoredRelationKind;

/** What has changed in a store since a memory graph was read from it. The memory graph is updated from this. */
export interface GraphDelta {
  version: number;
  asOf: string;
  /**
   * The entities that were read from the store again. An entity that is neither in `papers` nor in `named` is no longer
   * stored.
   */
  ids: ReadonlySet<EntityId>;
  papers: readonly ChangedPaper[];
  /**
   * The institutions and topics that a correction has hidden from all papers, or has shown again. `papers` does not
   * contain their papers, unless these papers have changed in another way, too.
   */
  toggled: ReadonlySet<EntityId>;
  /** The parts that differ, for each paper that was read again and is already in the graph. */
  differences: ReadonlyMap<EntityId, ReadonlySet<PaperPart>>;
  named: readonly ChangedNamed[];
  /**
   * The entities whose records may have changed: those in `ids`, and the papers that cite changed papers or are cited
   * by them, because records contain numbers of papers and citations.
   */
  records: ReadonlySet<EntityId>;
  /** The papers whose edges were all read again, and the topics whose BROADER edges were all read again. */
  edgesOf: ReadonlySet<EntityId>;
  /**
   * The edges of the papers and topics in `edgesOf`, and the edges from other papers to topics that are shown again.
   */
  edges: Readonly<Record<ReadRelationKind, readonly ChangedEdge[]>>;
  affiliations: readonly ChangedAffiliation[];
}
