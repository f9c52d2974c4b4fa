import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import type { SearchTerm } from '../../graph/searchClauses.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import type { Database, Statement } from '../file/database.ts';

/** How many row ids are read between two pauses in which requests are served. Reading them takes some milliseconds. */
const ROW_IDS_A_PART = 20_000;

/** The greatest character. A text followed by it is greater than all names that begin with the text. */
const BEYOND = '\u{10ffff}';

/**
 * Finds the row ids of entities in the search index. A statement returns all row ids in one JSON array, because SQLite
 * takes several times as long to return one row for each of them.
 */
export class SearchIndex {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The row ids of the entities that match every clause, in ascending order. A clause matches if one of its terms does.
   */
  *rowIdsOf(kind: EntityKind, clauses: readonly (readonly SearchTerm[])[]): Steps<number[]> {
    const table = wordTable(kind);
    const match = clauses.map((terms) => `(${terms.map(ftsTerm).join(' OR ')})`).join(' AND ');
    const rowIds: number[] = [];
    for (let part = ROW_IDS_A_PART; part === ROW_IDS_A_PART;) {
      const sql = `SELECT rowid AS rowId FROM ${table} WHERE ${table} MATCH ? AND rowid > ? ORDER BY rowid LIMIT ${ROW_IDS_A_PART}`;
      part = this.#read(rowIds, sql, match, rowIds.at(-1) ?? 0);
      yield;
    }
    return rowIds;
  }

  /** The row ids of the entities that have this spelling. */
  *rowIdsSpelled(kind: EntityKind, text: string): Steps<number[]> {
    return yield* this.#spelled('folded = ?', kind, text);
  }

  /**
   * The row ids of the entities with a spelling that begins with this text. A row id is returned once for each such
   * spelling.
   */
  *rowIdsBeginning(kind: EntityKind, text: string): Steps<number[]> {
    return yield* this.#spelled('folded >= ? AND folded < ?', kind, text, text + BEYOND);
  }

  *#spelled(condition: string, kind: EntityKind, ...bound: string[]): Steps<number[]> {
    const sql = `SELECT entity AS rowId FROM spelling WHERE kind = ? AND ${condition} LIMIT ${ROW_IDS_A_PART} OFFSET ?`;
    const rowIds: number[] = [];
    for (let part = ROW_IDS_A_PART; part === ROW_IDS_A_PART;) {
      part = this.#read(rowIds, sql, entityKinds.indexOf(kind), ...bound, rowIds.length);
      yield;
    }
    return rowIds;
  }

  /** Adds the row ids that a statement selects to `rowIds`; returns how many were added. */
  #read(rowIds: number[], sql: string, ...bound: (string | number)[]): number {
    const statement =
      this.#statements.get(sql) ??
      this.#database.prepare(`SELECT json_group_array(rowId) AS rowIds FROM (${sql})`);
    this.#statements.set(sql, statement);
    const part = JSON.parse((statement.get(...bound) as { rowIds: string }).rowIds) as number[];
    for (const rowId of part) rowIds.push(rowId);
    return part.length;
  }
}

export const wordTable = (kind: EntityKind): string => `words${entityKinds.indexOf(kind)}`;

const ftsTerm = (term: SearchTerm): string =>
  term.match === 'BEGINNING' ? `"${term.text}"*` : `"${term.text}"`;
