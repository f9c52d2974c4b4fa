import type { StoredAuthorship, StoredPaper } from '../graph/importSession.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { NamedKind } from '../graph/model/kinds.ts';
import type { LinkRelation } from '../graph/model/listedRelations.ts';
import type { KeptRecord, StoredFacts } from '../graph/storeSession.ts';
import type { MemoryGraph } from './memoryGraph.ts';

/** What a paper is without its relations. */
export type StoredPaperFields = Omit<StoredPaper, 'authorships' | 'targets'>;

export interface StoredNamedEntity {
  node: number;
  id: EntityId;
  keys: readonly EntityId[];
  name: string;
  /** What records state about the entity besides the name; for an author, what follows from the papers. */
  facts: StoredFacts;
}

/** A paper that is not stored, but that stored papers or citations name by a key. */
export interface MissingPaper {
  key: EntityId;
  /** The links of stored papers that lead to it. */
  links: readonly { relation: LinkRelation; paper: number }[];
  /** The keys of the papers that it is known to cite. */
  references: readonly EntityId[];
}

/**
 * Everything that one state of a store holds, as streams, so that it can be copied into another store. Entities are
 * given as nodes of the graph in memory; the other relations are read from that graph.
 */
export interface StoreContents {
  graph: MemoryGraph;
  papers(): Iterable<{ node: number; fields: StoredPaperFields }>;
  named(kind: NamedKind): Iterable<StoredNamedEntity>;
  authorships(): Iterable<{ paper: number; authorship: StoredAuthorship }>;
  /** The links between stored papers, each with the keys that the record names the target by. */
  links(relation: LinkRelation): Iterable<{ paper: number; target: number; keys: readonly EntityId[] }>;
  missingPapers(): Iterable<MissingPaper>;
  /** The identifiers of entities that are not their own ids. */
  aliases(): Iterable<{ key: EntityId; owner: EntityId }>;
  kept(): Iterable<KeptRecord>;
  documents(): ReadonlyMap<string, string>;
}
