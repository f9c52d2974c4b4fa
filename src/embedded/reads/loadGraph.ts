import { entityKinds, type EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { kindRow, namedKinds, perKind, perNamedKind } from '../../graph/model/kinds.ts';
import type { NodeRange } from '../../memory/algorithms/adjacency.ts';
import { emptyPaperColumns, type PaperColumns } from '../../memory/algorithms/paperColumns.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { buildMemoryGraph, type GraphSource, type StoredEdges } from '../../memory/build/buildMemoryGraph.ts';
import { rangesOf } from '../../memory/build/renumbering.ts';
import { WordColumn } from '../../memory/build/wordColumns.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import { readState } from '../file/changes.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';
import { edgeQueries, paperWordColumns } from '../file/schema.ts';

/** Converts between the numbers of entities in the SQLite file (keys) and in the graph in memory (nodes). */
export interface FileKeys {
  /** The key of each node, indexed by node. */
  keyOfNode: Uint32Array;
  /** The node of each key, indexed by key. */
  nodeOfKey: Uint32Array;
}

export interface LoadedGraph {
  graph: MemoryGraph;
  keys: FileKeys;
}

/** How many rows are read between two pauses in which requests are served. */
const ROWS_PER_STEP = 2_000;

/** Builds the graph in memory from one consistent state of the file. */
export const loadGraph = function* (database: Database, cap: number): Steps<LoadedGraph> {
  const { keys, ids, ranges } = yield* loadNodes(database);
  const columns = yield* loadPapers(database, keys, ranges.PAPER);
  const words = perKind((): Record<string, WordColumn> => ({}));
  for (const kind of entityKinds) {
    for (const field of kindRow(kind).words) {
      words[kind][field] = yield* loadWords(database, keys, kind, ranges[kind], field);
    }
  }
  const byName = perNamedKind((): Uint32Array => new Uint32Array());
  for (const kind of namedKinds) byName[kind] = yield* loadNameOrder(database, keys, kind);
  const edges: Partial<Record<string, StoredEdges>> = {};
  for (const [kind, sql] of Object.entries(edgeQueries)) edges[kind] = yield* loadEdges(database, keys, sql);
  const affiliations = yield* loadEdges(database, keys, 'SELECT paper, author, institution FROM affiliation');
  const graph = yield* buildMemoryGraph({
    ...readState(database),
    cap,
    ids,
    ranges,
    columns,
    words,
    byName,
    edges: edges as GraphSource['edges'],
    affiliations: {
      papers: affiliations.sources,
      authors: affiliations.targets,
      institutions: Uint32Array.from(affiliations.values, (key) => keys.nodeOfKey[key] ?? 0),
    },
  });
  return { graph, keys };
};

const countOf = (database: Database, sql: string): number =>
  (database.prepare(`SELECT count(*) AS count FROM (${sql})`).get() as { count: number }).count;

interface LoadedNodes {
  keys: FileKeys;
  ids: EntityId[];
  ranges: Record<EntityKind, NodeRange>;
}

const loadNodes = function* (database: Database): Steps<LoadedNodes> {
  const { count, last } = database
    .prepare('SELECT count(*) AS count, coalesce(max(key), 0) AS last FROM entity')
    .get() as { count: number; last: number };
  const ids: EntityId[] = [];
  const keys = { keyOfNode: new Uint32Array(count), nodeOfKey: new Uint32Array(last + 1) };
  // Ids begin with their kind, so the nodes of each kind are consecutive. The index on ids also contains the key.
  for (const [key, id] of rowsOfColumns(database, 'SELECT key, id FROM entity ORDER BY id')) {
    const node = ids.length;
    ids.push(id as EntityId);
    keys.keyOfNode[node] = key as number;
    keys.nodeOfKey[key as number] = node;
    if (node % ROWS_PER_STEP === 0) yield;
  }
  return { keys, ids, ranges: rangesOf(ids) };
};

const loadPapers = function* (database: Database, keys: FileKeys, papers: NodeRange): Steps<PaperColumns> {
  const columns = emptyPaperColumns(papers);
  const sql = 'SELECT key, teamSize, hasCode, day, year, citations, authorCount FROM paper';
  for (const row of rowsOfColumns(database, sql)) {
    const [key, teamSize, hasCode] = row as [number, number, number];
    const [day, year, citations, authorCount] = row.slice(3) as (number | null)[];
    const paper = (keys.nodeOfKey[key] ?? 0) - papers.start;
    columns.teamSizes[paper] = teamSize;
    columns.hasCode[paper] = hasCode;
    if (typeof day === 'number') columns.days[paper] = day;
    if (typeof year === 'number') columns.years[paper] = year;
    if (typeof citations === 'number') columns.citations[paper] = citations;
    if (typeof authorCount === 'number') columns.authorCounts[paper] = authorCount;
    if (paper % ROWS_PER_STEP === 0) yield;
  }
  return columns;
};

const loadWords = function* (
  database: Database,
  keys: FileKeys,
  kind: EntityKind,
  range: NodeRange,
  field: string,
): Steps<WordColumn> {
  const column = new WordColumn(range);
  const paperColumn = paperWordColumns[field];
  const sql = paperColumn
    ? `SELECT key, ${paperColumn} FROM paper`
    : `SELECT key, json_extract(facts, '$.${field}') FROM entity WHERE kind = ${entityKinds.indexOf(kind)}`;
  let rows = 0;
  for (const [key, word] of rowsOfColumns(database, sql)) {
    column.set(keys.nodeOfKey[key as number] ?? 0, word as string | null);
    rows += 1;
    if (rows % ROWS_PER_STEP === 0) yield;
  }
  return column;
};

const loadNameOrder = function* (database: Database, keys: FileKeys, kind: EntityKind): Steps<Uint32Array> {
  const sql = `SELECT key FROM entity INDEXED BY entity_by_name
    WHERE kind = ${entityKinds.indexOf(kind)} AND folded IS NOT NULL ORDER BY folded, name, id`;
  const order: number[] = [];
  for (const [key] of rowsOfColumns(database, sql)) {
    order.push(keys.nodeOfKey[key as number] ?? 0);
    if (order.length % ROWS_PER_STEP === 0) yield;
  }
  return Uint32Array.from(order);
};

/** Reads edges: the keys of both ends, and a number as the value, which becomes NaN if it is null. */
const loadEdges = function* (
  database: Database,
  { nodeOfKey }: FileKeys,
  sql: string,
): Steps<Required<StoredEdges>> {
  const count = countOf(database, sql);
  const edges = {
    sources: new Uint32Array(count),
    targets: new Uint32Array(count),
    values: new Float64Array(count),
  };
  let edge = 0;
  for (const [source, target, value] of rowsOfColumns(database, sql)) {
    edges.sources[edge] = nodeOfKey[source as number] ?? 0;
    edges.targets[edge] = nodeOfKey[target as number] ?? 0;
    edges.values[edge] = value === null ? NaN : (value as number);
    edge += 1;
    if (edge % ROWS_PER_STEP === 0) yield;
  }
  return edges;
};
