import type { EntityId } from '../../graph/model/ids.ts';
import type { NamedKind } from '../../graph/model/kinds.ts';
import type { StoredRelationKind } from '../../graph/model/relations.ts';
import type { PaperColumns } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Affiliations, MemoryGraph } from '../memoryGraph.ts';
import type { StoredEdges } from './edgeCollector.ts';

/** Ids that can be iterated several times: an array, or a list that is read again each time. */
export interface IdList extends Iterable<EntityId> {
  readonly length: number;
}

/** The data that a store reads to build the graph in memory. Entities are given by their node numbers. */
export interface GraphSource<Ids extends IdList = readonly EntityId[]> {
  version: number;
  asOf: string;
  cap: number;
  /** The ids of all entities, ascending. */
  ids: Ids;
  ranges: MemoryGraph['ranges'];
  columns: PaperColumns;
  words: MemoryGraph['words'];
  /** The authors, institutions and topics, each kind in its list order (by name). */
  byName: Readonly<Record<NamedKind, Uint32Array>>;
  /** The affiliations: triples of author, paper and institution, each once. */
  affiliations: Affiliations;
  /** Reads all edges of a stored relation. It is called once for each stored relation. */
  edgesOf: (kind: Exclude<StoredRelationKind, 'WRITTEN_AT'>) => Steps<StoredEdges>;
}
