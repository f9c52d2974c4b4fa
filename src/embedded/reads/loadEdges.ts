import { EdgeCollector, type StoredEdges } from '../../memory/build/edgeCollector.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { ABSENT } from '../../memory/build/renumbering.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';
import type { EdgeRows } from '../file/schema.ts';

/** How many rows are read between two pauses in which requests are served. */
export const ROWS_PER_STEP = 2_000;

/**
 * Reads all edges of a table except those of hidden entities, which have no node; an edge without a value gets the
 * value NaN. SQLite returns all edges of a source in one row as JSON, because it takes several times as long to return
 * one row for each edge.
 */
export const loadEdges = function* (
  database: Database,
  nodeOfRowId: Uint32Array,
  { from, source, target, value }: EdgeRows,
): Steps<StoredEdges> {
  const edges = new EdgeCollector(value !== null);
  const lists =
    value === null
      ? `json_group_array(DISTINCT ${target}), '[]'`
      : `json_group_array(${target}), json_group_array(${value})`;
  const sql = `SELECT ${source}, ${lists} FROM ${from} GROUP BY ${source}`;
  let untilPause = ROWS_PER_STEP;
  for (const [rowId, targets, values] of rowsOfColumns(database, sql)) {
    const node = nodeOfRowId[rowId as number] ?? ABSENT;
    if (node === ABSENT) continue;
    const numbers = JSON.parse(values as string) as (number | null)[];
    const others = JSON.parse(targets as string) as number[];
    for (const [index, each] of others.entries()) {
      const other = nodeOfRowId[each] ?? ABSENT;
      if (other !== ABSENT) edges.add(node, other, numbers[index] ?? NaN);
    }
    untilPause -= others.length;
    if (untilPause > 0) continue;
    untilPause = ROWS_PER_STEP;
    yield;
  }
  return edges.edges();
};
