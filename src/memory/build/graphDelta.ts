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

/**
 * The parts of a paper that are compared. AFFILIATIONS: which author has which institution. WRITTEN_AT: only which
 * institutions the paper has.
 */
export type PaperPart = 'FIELDS' | 'AFFILIATIONS' | StoredRelationKind;

/** The differences between the state of a store and an earlier graph in memory: what an update of the graph needs. */
export interface GraphDelta {
  version: number;
  asOf: string;
  /** The entities that were read again. Those that are not in `papers` or `named` are no longer stored. */
  ids: ReadonlySet<EntityId>;
  papers: readonly ChangedPaper[];
  /**
   * The institutions and topics that were hidden from all papers, or shown in them again. Their papers are not among
   * those that were read again.
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
  /** The edges of `edgesOf`, and those between shown topics and other papers. */
  edges: Readonly<Record<ReadRelationKind, readonly ChangedEdge[]>>;
  affiliations: readonly ChangedAffiliation[];
}
