import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { folded } from '../../graph/model/foldText.ts';
import { searchWords } from '../../graph/searchWords.ts';
import type { Database } from '../file/database.ts';

/** Writes the spellings and the words by which search finds entities. */
export class SpellingTables {
  readonly #statements: ReturnType<typeof prepared>;

  constructor(database: Database) {
    this.#statements = prepared(database);
  }

  /** Adds the spellings and words of an entity for which none are stored. */
  add(kind: EntityKind, rowId: number, spellings: readonly string[]): void {
    const table = entityKinds.indexOf(kind);
    const foldedSpellings = [...new Set(spellings.map(folded))].filter((each) => each !== '');
    if (foldedSpellings.length === 0) return;
    for (const each of foldedSpellings) this.#statements.insertSpelling.run(table, each, rowId);
    const words = [...new Set(spellings.flatMap(searchWords))];
    this.#statements.words[table]?.insert.run(rowId, words.join(' '));
  }

  remove(kind: EntityKind, rowId: number): void {
    if (this.#statements.deleteSpellings.run(rowId).changes === 0) return;
    this.#statements.words[entityKinds.indexOf(kind)]?.delete.run(rowId);
  }

  replace(kind: EntityKind, rowId: number, spellings: readonly string[]): void {
    this.remove(kind, rowId);
    this.add(kind, rowId, spellings);
  }
}

const prepared = (database: Database) => ({
  insertSpelling: database.prepare('INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)'),
  deleteSpellings: database.prepare('DELETE FROM spelling WHERE entity = ?'),
  words: entityKinds.map((_, table) => ({
    insert: database.prepare(`INSERT INTO words${table} (rowid, words) VALUES (?, ?)`),
    delete: database.prepare(`DELETE FROM words${table} WHERE rowid = ?`),
  })),
});
