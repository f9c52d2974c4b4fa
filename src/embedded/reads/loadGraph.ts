import { entityKinds } from '../../graph/model/entities.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { strengthUnits } from '../../graph/units.ts';
import type { EdgeList, NodeRange } from '../../memory/algorithms/adjacency.ts';
import { emptyPaperColumns, type PaperColumns } from '../../memory/algorithms/paperColumns.ts';
import { buildGraphArrays, type NodeRanges, type GraphArrays } from '../../memory/build/graphArrays.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';

/** The nodes of the graph arrays and what the file and the world call them. */
export interface NodeTable {
  /** By node number: ascending, so that ids compare as their numbers do. */
  ids: EntityId[];
  /** The file's key of each node. */
  keys: Uint32Array;
  /** The node of each of the file's keys. */
  nodeOfKey: Uint32Array;
  nodeOfId: Map<EntityId, number>;
}

export interface LoadedGraph {
  arrays: GraphArrays;
  nodes: NodeTable;
  /** Nodes in name order: of authors, institutions, topics. */
  byName: Record<'AUTHOR' | 'INSTITUTION' | 'TOPIC', Uint32Array>;
  /** The numbers that the graph arrays has for paper types and venues. */
  types: Map<string, number>;
  venues: Map<string, number>;
  asOf: string;
}

/** After so many rows others may have a turn. */
const ROWS_A_PART = 2_000;

/** Reads the topology out of one consistent state of the file and builds its graph arrays. */
export const loadGraph = function* (database: Database, cap: number): Steps<LoadedGraph> {
  const { nodes, ranges } = yield* loadNodes(database);
  const types = new Map<string, number>();
  const venues = new Map<string, number>();
  const columns = yield* loadPapers(database, nodes, ranges.papers, types, venues);
  const byName = {
    AUTHOR: yield* loadNameOrder(database, nodes, 'AUTHOR'),
    INSTITUTION: yield* loadNameOrder(database, nodes, 'INSTITUTION'),
    TOPIC: yield* loadNameOrder(database, nodes, 'TOPIC'),
  };
  const edges = (sql: string): Steps<LoadedEdges> => loadEdges(database, nodes, sql);
  const authorships = yield* edges('SELECT paper, author, position FROM authorship');
  const about = yield* edges('SELECT paper, topic, score FROM about');
  const affiliations = yield* edges('SELECT paper, author, institution FROM affiliation');
  const arrays = yield* buildGraphArrays({
    version: Number(metaValue(database, 'dataVersion')),
    ranges,
    columns,
    authorships: { ...authorships, positions: Uint32Array.from(authorships.values) },
    about: { ...about, scores: about.values },
    affiliations: {
      papers: affiliations.sources,
      authors: affiliations.targets,
      institutions: Uint32Array.from(affiliations.values, (key) => nodes.nodeOfKey[key] ?? 0),
    },
    citations: yield* edges(
      'SELECT DISTINCT paper, target, 0 FROM reference WHERE target IS NOT NULL AND target <> paper',
    ),
    broader: yield* edges('SELECT topic, parent, 0 FROM broader'),
    institutionsByName: byName.INSTITUTION,
    topicsByName: byName.TOPIC,
    cap,
    strengthOf: strengthUnits,
  });
  return { arrays, nodes, byName, types, venues, asOf: String(metaValue(database, 'asOf')) };
};

const metaValue = (database: Database, name: string): unknown =>
  (database.prepare('SELECT value FROM meta WHERE name = ?').get(name) as { value: unknown }).value;

const countOf = (database: Database, sql: string): number =>
  (database.prepare(`SELECT count(*) AS count FROM (${sql})`).get() as { count: number }).count;

const loadNodes = function* (database: Database): Steps<{ nodes: NodeTable; ranges: NodeRanges }> {
  const { count, last } = database
    .prepare('SELECT count(*) AS count, coalesce(max(key), 0) AS last FROM entity')
    .get() as { count: number; last: number };
  const nodes: NodeTable = {
    ids: Array.from({ length: count }, () => ''),
    keys: new Uint32Array(count),
    nodeOfKey: new Uint32Array(last + 1),
    nodeOfId: new Map(),
  };
  const counts = entityKinds.map(() => 0);
  let node = 0;
  // Ids begin with their kind's word, so that ordering by id also parts the kinds; and the index on ids has both
  // columns, while the rows themselves lie scattered.
  for (const [key, id] of rowsOfColumns(database, 'SELECT key, id FROM entity ORDER BY id')) {
    nodes.ids[node] = id as EntityId;
    nodes.keys[node] = key as number;
    nodes.nodeOfKey[key as number] = node;
    nodes.nodeOfId.set(id as EntityId, node);
    const kind = entityKinds.indexOf(kindOf(id as EntityId));
    counts[kind] = (counts[kind] ?? 0) + 1;
    node += 1;
    if (node % ROWS_A_PART === 0) yield;
  }
  return { nodes, ranges: rangesOf(counts) };
};

const rangesOf = (counts: readonly number[]): NodeRanges => {
  let start = 0;
  const [authors, institutions, papers, topics] = counts.map((count): NodeRange => {
    const range = { start, end: start + count };
    start = range.end;
    return range;
  });
  const none = { start: 0, end: 0 };
  return {
    authors: authors ?? none,
    institutions: institutions ?? none,
    papers: papers ?? none,
    topics: topics ?? none,
  };
};

const loadPapers = function* (
  database: Database,
  nodes: NodeTable,
  papers: NodeRange,
  types: Map<string, number>,
  venues: Map<string, number>,
): Steps<PaperColumns> {
  const columns = emptyPaperColumns(papers);
  const sql = 'SELECT key, day, year, citations, teamSize, authorCount, type, venue, hasCode FROM paper';
  for (const row of rowsOfColumns(database, sql)) {
    const [key, day, year, citations, teamSize, authorCount, type, venue, hasCode] = row as [
      number,
      ...(number | null)[],
    ];
    const paper = (nodes.nodeOfKey[key] ?? 0) - papers.start;
    if (day !== null) columns.days[paper] = day as number;
    if (year !== null) columns.years[paper] = year as number;
    if (citations !== null) columns.citations[paper] = citations as number;
    columns.teamSizes[paper] = teamSize as number;
    if (authorCount !== null) columns.authorCounts[paper] = authorCount as number;
    columns.types[paper] = interned(types, type);
    columns.venues[paper] = interned(venues, venue);
    columns.hasCode[paper] = hasCode as number;
    if (paper % ROWS_A_PART === 0) yield;
  }
  return columns;
};

/** The number of a word, from 1; of null it is 0. */
const interned = (numbers: Map<string, number>, word: unknown): number => {
  if (typeof word !== 'string') return 0;
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size + 1);
  return numbers.size;
};

const loadNameOrder = function* (
  database: Database,
  nodes: NodeTable,
  kind: 'AUTHOR' | 'INSTITUTION' | 'TOPIC',
): Steps<Uint32Array> {
  const sql = `SELECT key FROM entity INDEXED BY entity_by_name
    WHERE kind = ${entityKinds.indexOf(kind)} AND folded IS NOT NULL ORDER BY folded, name, id`;
  const order: number[] = [];
  for (const [key] of rowsOfColumns(database, sql)) {
    order.push(nodes.nodeOfKey[key as number] ?? 0);
    if (order.length % ROWS_A_PART === 0) yield;
  }
  return Uint32Array.from(order);
};

type LoadedEdges = EdgeList & { values: Float64Array };

/** Edges of two keys and a number each; NaN where that is null. */
const loadEdges = function* (database: Database, nodes: NodeTable, sql: string): Steps<LoadedEdges> {
  const count = countOf(database, sql);
  const edges = {
    sources: new Uint32Array(count),
    targets: new Uint32Array(count),
    values: new Float64Array(count),
  };
  let edge = 0;
  for (const [source, target, value] of rowsOfColumns(database, sql)) {
    edges.sources[edge] = nodes.nodeOfKey[source as number] ?? 0;
    edges.targets[edge] = nodes.nodeOfKey[target as number] ?? 0;
    edges.values[edge] = value === null ? NaN : (value as number);
    edge += 1;
    if (edge % ROWS_A_PART === 0) yield;
  }
  return edges;
};
