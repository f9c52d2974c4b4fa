import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { kindRow, namedKinds, perKind, perNamedKind } from '../../graph/model/kinds.ts';
import type { NodeRange } from '../../memory/algorithms/adjacency.ts';
import { emptyPaperColumns, type PaperColumns } from '../../memory/algorithms/paperColumns.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { buildMemoryGraph } from '../../memory/build/buildMemoryGraph.ts';
import type { GraphSource } from '../../memory/build/graphSource.ts';
import { ABSENT } from '../../memory/build/renumbering.ts';
import { WordColumn } from '../../memory/build/wordColumns.ts';
import type { Affiliations, MemoryGraph } from '../../memory/memoryGraph.ts';
import { readState } from '../file/changes.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';
import { edgeRows, paperWordColumns, type EdgeRows } from '../file/schema.ts';
import { loadEdges, ROWS_PER_STEP } from './loadEdges.ts';
import { StoredIds } from './storedIds.ts';

/** Converts between the numbers of entities in the SQLite file (row ids) and in the graph in memory (nodes). */
export interface FileRowIds {
  /** The row id of each node, indexed by node. */
  rowIdOfNode: Uint32Array;
  /** The node of each row id, indexed by row id; ABSENT for a row id of no entity, for example of a hidden one. */
  nodeOfRowId: Uint32Array;
}

export interface LoadedGraph {
  graph: MemoryGraph;
  rowIds: FileRowIds;
}

/** Builds the graph in memory from one consistent state of the data file. */
export const loadGraph = function* (database: Database, cap: number): Steps<LoadedGraph> {
  const { source, rowIds } = yield* loadSource(database, cap);
  const ids: EntityId[] = [];
  for (const id of source.ids) if (ids.push(id) % ROWS_PER_STEP === 0) yield;
  return { graph: yield* buildMemoryGraph({ ...source, ids }), rowIds };
};

/**
 * Prepares what the memory graph is built from. The ids, and the edges of most relations, are read only later, while
 * the graph is built.
 */
export const loadSource = function* (
  database: Database,
  cap: number,
): Steps<{ source: GraphSource<StoredIds>; rowIds: FileRowIds }> {
  const { rowIds, ids, ranges } = yield* loadNodes(database);
  const { nodeOfRowId } = rowIds;
  const words = perKind((kind) =>
    Object.fromEntries(kindRow(kind).words.map((field) => [field, new WordColumn(ranges[kind])])),
  );
  const columns = yield* loadPapers(database, nodeOfRowId, ranges.PAPER, words.PAPER);
  yield* loadWords(database, nodeOfRowId, words);
  const byName = perNamedKind((): Uint32Array => new Uint32Array());
  for (const kind of namedKinds) byName[kind] = yield* loadNameOrder(database, rowIds, kind);
  const source = {
    ...{ ...readState(database), cap, ids, ranges, columns, words, byName },
    affiliations: yield* loadAffiliations(database, nodeOfRowId),
    edgesOf: (kind: keyof typeof edgeRows) => loadEdges(database, nodeOfRowId, edgeRows[kind] as EdgeRows),
  };
  return { source, rowIds };
};

interface LoadedNodes {
  rowIds: FileRowIds;
  ids: StoredIds;
  ranges: Record<EntityKind, NodeRange>;
}

const loadNodes = function* (database: Database): Steps<LoadedNodes> {
  const { count, last } = database
    .prepare('SELECT count(*) AS count, coalesce(max(rowid), 0) AS last FROM entity')
    .get() as { count: number; last: number };
  const rowIds = { rowIdOfNode: new Uint32Array(count), nodeOfRowId: new Uint32Array(last + 1).fill(ABSENT) };
  const counts = perKind(() => 0);
  let node = 0;
  // This is fast: SQLite reads only the index on ids, which is sorted and also contains the row ids.
  for (const [rowId, id] of rowsOfColumns(database, 'SELECT rowid, id FROM entity ORDER BY id')) {
    rowIds.rowIdOfNode[node] = rowId as number;
    rowIds.nodeOfRowId[rowId as number] = node;
    counts[kindOf(id as EntityId)] += 1;
    node += 1;
    if (node % ROWS_PER_STEP === 0) yield;
  }
  return { rowIds, ids: new StoredIds(database, count), ranges: consecutiveRanges(counts) };
};

/**
 * Returns the range of nodes of each kind. Ids begin with their kind, so the nodes of each kind are consecutive, and
 * the kinds are in alphabetical order.
 */
const consecutiveRanges = (counts: Readonly<Record<EntityKind, number>>): Record<EntityKind, NodeRange> => {
  let end = 0;
  return perKind((kind) => {
    const start = end;
    end += counts[kind];
    return { start, end };
  });
};

/** Reads the numbers of papers (such as the date, the citation count and the team size) and their word columns. */
const loadPapers = function* (
  database: Database,
  nodeOfRowId: Uint32Array,
  papers: NodeRange,
  words: Readonly<Record<string, WordColumn>>,
): Steps<PaperColumns> {
  const columns = emptyPaperColumns(papers);
  const fields = Object.keys(words);
  const wordColumns = fields.map((field) => paperWordColumns[field]).join(', ');
  const sql = `SELECT rowid, teamSize, hasCode, day, year, citations, authorCount, ${wordColumns} FROM paper`;
  for (const row of rowsOfColumns(database, sql)) {
    const [rowId, teamSize, hasCode] = row as [number, number, number];
    const [day, year, citations, authorCount] = row.slice(3, 7) as (number | null)[];
    const node = nodeOfRowId[rowId] ?? 0;
    const paper = node - papers.start;
    columns.teamSizes[paper] = teamSize;
    columns.hasCode[paper] = hasCode;
    if (typeof day === 'number') columns.days[paper] = day;
    if (typeof year === 'number') columns.years[paper] = year;
    if (typeof citations === 'number') columns.citations[paper] = citations;
    if (typeof authorCount === 'number') columns.authorCounts[paper] = authorCount;
    fields.forEach((field, index) => words[field]?.set(node, row[7 + index] as string | null));
    if (paper % ROWS_PER_STEP === 0) yield;
  }
  return columns;
};

/** Reads the word columns of all entities that are not papers, for example the country codes of institutions. */
const loadWords = function* (
  database: Database,
  nodeOfRowId: Uint32Array,
  words: Readonly<Record<EntityKind, Readonly<Record<string, WordColumn>>>>,
): Steps<void> {
  const fields = [...new Set(namedKinds.flatMap((kind) => kindRow(kind).words))];
  const facts = fields.map((field) => `json_extract(facts, '$.${field}')`).join(', ');
  const sql = `SELECT rowid, kind, ${facts} FROM entity WHERE kind <> ${entityKinds.indexOf('PAPER')}`;
  let rows = 0;
  for (const [rowId, kind, ...values] of rowsOfColumns(database, sql)) {
    const columns = words[entityKinds[kind as number] as EntityKind];
    const node = nodeOfRowId[rowId as number] ?? 0;
    fields.forEach((field, index) => columns[field]?.set(node, values[index] as string | null));
    rows += 1;
    if (rows % ROWS_PER_STEP === 0) yield;
  }
};

const loadNameOrder = function* (
  database: Database,
  rowIds: FileRowIds,
  kind: EntityKind,
): Steps<Uint32Array> {
  const sql = `SELECT rowid FROM entity INDEXED BY entity_by_name
    WHERE kind = ${entityKinds.indexOf(kind)} AND folded IS NOT NULL ORDER BY folded, name, id`;
  const order: number[] = [];
  for (const [rowId] of rowsOfColumns(database, sql)) {
    order.push(rowIds.nodeOfRowId[rowId as number] ?? 0);
    if (order.length % ROWS_PER_STEP === 0) yield;
  }
  return Uint32Array.from(order);
};

/**
 * An affiliation is read as an edge from institution to paper with the author as its value, because an index of the
 * table contains the rows in this order.
 */
const affiliationRows = { from: 'affiliation', source: 'institution', target: 'paper', value: 'author' };

const loadAffiliations = function* (database: Database, nodeOfRowId: Uint32Array): Steps<Affiliations> {
  const { sources, targets, values = [] } = yield* loadEdges(database, nodeOfRowId, affiliationRows);
  const authors = new Uint32Array(values.length);
  for (let index = 0; index < authors.length; index += 1)
    authors[index] = nodeOfRowId[values[index] ?? 0] ?? 0;
  return { papers: targets, authors, institutions: sources };
};
