import type { ListedTarget, StoredAuthorship, StoredPaper } from '../graph/importSession.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { NamedKind } from '../graph/model/kinds.ts';
import type { LinkRelation } from '../graph/model/listedRelations.ts';
import type { KeptRecord, StoredFacts } from '../graph/storeSession.ts';
import type { MemoryGraph } from './memoryGraph.ts';

/** The fields of a paper, without its authors and other relations. */
export type StoredPaperFields = Omit<StoredPaper, 'authorships' | 'targets'>;

export interface StoredNamedEntity {
  node: number;
  id: EntityId;
  keys: readonly EntityId[];
  name: string;
  /** The fields of the entity besides the name. Those of an author are computed from the papers. */
  facts: StoredFacts;
}

/** A paper that is not stored, but to which a stored paper or a citation refers by one of its keys. */
export interface MissingPaper {
  key: EntityId;
  /** The links that lead from stored papers to this paper. */
  links: readonly { relation: LinkRelation; paper: number; score: number | null }[];
  /** The keys of the papers that this paper cites, as far as imported citations state them. */
  references: readonly EntityId[];
}

/** The links from one stored paper to another one: the record may name that paper by several keys. */
export interface ResolvedLinks {
  paper: number;
  target: number;
  links: readonly ListedTarget[];
}

/**
 * All data of one state of a store, as streams, so that it can be copied to another store. Entities are given as nodes
 * of the graph in memory. The relations that have no stream here are read from that graph.
 */
export interface StoreContents {
  graph: MemoryGraph;
  papers(): Iterable<{ node: number; fields: StoredPaperFields }>;
  named(kind: NamedKind): Iterable<StoredNamedEntity>;
  authorships(): Iterable<{ paper: number; authorship: StoredAuthorship }>;
  /** The links between stored papers. */
  links(relation: LinkRelation): Iterable<ResolvedLinks>;
  missingPapers(): Iterable<MissingPaper>;
  /** The identifiers of entities, except the own id of each entity. */
  aliases(): Iterable<{ key: EntityId; owner: EntityId }>;
  kept(): Iterable<KeptRecord>;
  documents(): ReadonlyMap<string, string>;
}
