import type { EntityId } from '../../graph/model/ids.ts';
import type { NamedKind } from '../../graph/model/kinds.ts';
import type { StoredRelationKind } from '../../graph/model/relations.ts';
import { at } from '../algorithms/adjacency.ts';
import { IdIndex, idSlots } from '../algorithms/idIndex.ts';
import { rankedBy, UNKNOWN, type PaperColumns } from '../algorithms/paperColumns.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { Affiliations, MemoryGraph, RelationRows } from '../memoryGraph.ts';
import type { StoredEdges } from './edgeCollector.ts';
import { relationParts, type RelationPart } from './relationParts.ts';

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
  /** The nodes of each named kind, ordered by folded name, name and id. */
  byName: Readonly<Record<NamedKind, Uint32Array>>;
  /** The affiliations: triples of author, paper and institution, each once. */
  affiliations: Affiliations;
  /** Reads all edges of a stored relation. It is called once for each stored relation. */
  edgesOf: (kind: Exclude<StoredRelationKind, 'WRITTEN_AT'>) => Steps<StoredEdges>;
}

/** A graph whose relations are built while the parts are taken. */
export interface GraphInParts {
  graph: Omit<MemoryGraph, 'ids' | 'nodeOfId' | 'rows'>;
  ids: IdList;
  parts: Iterable<Steps<RelationPart>>;
}

/** Builds the graph in memory. Takes about a second for 75,000 papers with 230,000 authorships. */
export const buildMemoryGraph = function* (source: GraphSource): Steps<MemoryGraph> {
  const { graph, parts } = yield* graphInParts(source);
  const rows: RelationPart = {};
  for (const part of parts) Object.assign(rows, yield* part);
  const index = new IdIndex(source.ids, graph.idSlots);
  return { ...graph, ids: source.ids, nodeOfId: (id) => index.nodeOf(id), rows: rows as RelationRows };
};

/** Builds everything except the relations. */
export const graphInParts = function* (source: GraphSource<IdList>): Steps<GraphInParts> {
  const { byName, edgesOf: _, ids, ...same } = source;
  const slots = yield* idSlots(ids);
  const inListOrder = { ...byName, PAPER: papersByNewest(source) };
  yield;
  return { graph: { ...same, idSlots: slots, inListOrder }, ids, parts: relationParts(source, inListOrder) };
};

const papersByNewest = ({ ranges, columns }: GraphSource<IdList>): Uint32Array =>
  rankedBy(ranges.PAPER, (paper) => newestRank(columns, paper));

/** The rank of a paper by descending date. Papers without a date come last. */
export const newestRank = (columns: PaperColumns, paper: number): number => {
  const day = at(columns.days, paper - columns.start);
  return day === UNKNOWN ? Infinity : -day;
};
