import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import type { SearchTerm } from '../../graph/searchClauses.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import type { Database, Statement } from '../file/database.ts';

/** How many keys are read between two pauses in which requests are served. Reading them takes some milliseconds. */
const KEYS_A_PART = 20_000;

/** The greatest character. A text followed by it is greater than all names that begin with the text. */
const BEYOND = '\u{10ffff}';

/**
 * Finds the keys of entities in the search index. A statement returns all keys in one JSON array, because SQLite takes
 * several times as long to return one row for each key.
 */
export class SearchIndex {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The keys of the entities that match every clause, in ascending order. A clause matches if one of its terms does.
   */
  *keysOf(kind: EntityKind, clauses: readonly (readonly SearchTerm[])[]): Steps<number[]> {
    const table = wordTable(kind);
    const match = clauses.map((terms) => `(${terms.map(ftsTerm).join(' OR ')})`).join(' AND ');
    const keys: number[] = [];
    for (let part = KEYS_A_PART; part === KEYS_A_PART;) {
      const sql = `SELECT rowid AS key FROM ${table} WHERE ${table} MATCH ? AND rowid > ? ORDER BY rowid LIMIT ${KEYS_A_PART}`;
      part = this.#read(keys, sql, match, keys.at(-1) ?? 0);
      yield;
    }
    return keys;
  }

  /** The keys of the entities that have this spelling. */
  *keysSpelled(kind: EntityKind, text: string): Steps<number[]> {
    return yield* this.#spelled('folded = ?', kind, text);
  }

  /**
   * The keys of the entities with a spelling that begins with this text. A key is returned once for each such spelling.
   */
  *keysBeginning(kind: EntityKind, text: string): Steps<number[]> {
    return yield* this.#spelled('folded >= ? AND folded < ?', kind, text, text + BEYOND);
  }

  *#spelled(condition: string, kind: EntityKind, ...bound: string[]): Steps<number[]> {
    const sql = `SELECT entity AS key FROM spelling WHERE kind = ? AND ${condition} LIMIT ${KEYS_A_PART} OFFSET ?`;
    const keys: number[] = [];
    for (let part = KEYS_A_PART; part === KEYS_A_PART;) {
      part = this.#read(keys, sql, entityKinds.indexOf(kind), ...bound, keys.length);
      yield;
    }
    return keys;
  }

  /** Adds the keys that a statement selects to `keys`; returns how many were added. */
  #read(keys: number[], sql: string, ...bound: (string | number)[]): number {
    const statement =
      this.#statements.get(sql) ??
      this.#database.prepare(`SELECT json_group_array(key) AS keys FROM (${sql})`);
    this.#statements.set(sql, statement);
    const part = JSON.parse((statement.get(...bound) as { keys: string }).keys) as number[];
    for (const key of part) keys.push(key);
    return part.length;
  }
}

export const wordTable = (kind: EntityKind): string => `words${entityKinds.indexOf(kind)}`;

const ftsTerm = (term: SearchTerm): string =>
  term.match === 'BEGINNING' ? `"${term.text}"*` : `"${term.text}"`;
