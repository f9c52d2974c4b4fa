import type { EntityKind } from '../graph/model/entityKinds.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { DerivedRelationName, RelationName } from '../graph/model/relations.ts';
import type { Adjacency, NodeRange } from './algorithms/adjacency.ts';
import type { CountedRows } from './algorithms/countedRows.ts';
import type { PaperColumns } from './algorithms/paperColumns.ts';
import type { WordColumn } from './build/wordColumns.ts';

/** The rows of a stored relation. `values` are positions, scores or weights, by slot; NaN if an edge has none. */
export type StoredRows = Adjacency & { values: Float64Array | undefined };

/** The rows of every relation, each row in the relation's default order. */
export type RelationRows = {
  [R in RelationName]: R extends DerivedRelationName ? CountedRows : StoredRows;
} & { collaborators: { strengths: Float64Array } };

/** The institutions printed for the authors of papers: triples of author, paper and institution, each once. */
export interface Affiliations {
  papers: Uint32Array;
  authors: Uint32Array;
  institutions: Uint32Array;
}

/**
 * The graph in memory: relations, dates, counts and ranks in typed arrays, without names, titles and abstracts. Every
 * entity is a node, numbered from 0 in the order of the ids; ids begin with their kind, so each kind is a range. It is
 * saved to a file as JSON with typed arrays; all fields except `ids`, `nodeOfId` and `words` are written unchanged.
 */
export interface MemoryGraph {
  /** The version of the stored data. Each import that changes the data raises it. */
  version: number;
  /** When the stored data last changed, ISO 8601 in UTC. */
  asOf: string;
  /** The collaboration cap: the authors of a paper with more authors than this are not collaborators. */
  cap: number;
  /** The id of each node, ascending. */
  ids: readonly EntityId[];
  /** The node of the entity with this own id; undefined if there is none. Other identifiers are not found. */
  nodeOfId: (id: EntityId) => number | undefined;
  /** The hash table that `nodeOfId` uses; see IdIndex. */
  idSlots: Uint32Array;
  ranges: Readonly<Record<EntityKind, NodeRange>>;
  columns: PaperColumns;
  /** By kind: the fields by which lists are filtered. */
  words: Readonly<Record<EntityKind, Readonly<Record<string, WordColumn>>>>;
  /** The nodes of each kind in list order: papers by descending date, the others by name. */
  inListOrder: Readonly<Record<EntityKind, Uint32Array>>;
  affiliations: Affiliations;
  rows: RelationRows;
}
