import type { Database } from '../file/database.ts';
import { rowIdByAnyId } from '../file/rowIdByAnyId.ts';

/** The prepared SQL statements that EntityWriter uses. */
export const entityStatements = (database: Database) => ({
  byAnyId: database.prepare(
    `SELECT rowid AS rowId, id, keys, fingerprint FROM entity WHERE rowid = ${rowIdByAnyId('?1')}`,
  ),
  byId: database.prepare(
    'SELECT rowid AS rowId, id, keys, name, facts, fingerprint FROM entity WHERE id = ?',
  ),
  keysById: database.prepare('SELECT rowid AS rowId, keys FROM entity WHERE id = ?'),
  rowIdByAnyId: database.prepare(`SELECT ${rowIdByAnyId('?1')} AS rowId`),
  rowIdById: database.prepare('SELECT rowid AS rowId FROM entity WHERE id = ?'),
  idByRowId: database.prepare('SELECT id FROM entity WHERE rowid = ?'),
  // A hidden entity that is shown again gets its old row id. While it is hidden, no other entity gets this row id. If
  // the expression is NULL, SQLite uses the next free row id.
  insert: database.prepare(`INSERT INTO entity (kind, id, keys, rowid) VALUES (?1, ?2, ?3, coalesce(
    (SELECT rowid FROM hidden WHERE id = ?2),
    (SELECT max(rowid) + 1 FROM hidden WHERE rowid > (SELECT coalesce(max(rowid), 0) FROM entity))))`),
  show: database.prepare('DELETE FROM hidden WHERE rowid = ?'),
  setKeys: database.prepare('UPDATE entity SET keys = ? WHERE rowid = ?'),
  setName: database.prepare('UPDATE entity SET name = ?, folded = ?, facts = ? WHERE rowid = ?'),
  setPaperFacts: database.prepare('UPDATE entity SET facts = ?, fingerprint = ? WHERE rowid = ?'),
  setFingerprint: database.prepare('UPDATE entity SET fingerprint = ? WHERE rowid = ?'),
  deleteEntity: database.prepare('DELETE FROM entity WHERE rowid = ?'),
  setAlias: database.prepare('INSERT OR REPLACE INTO alias VALUES (?, ?)'),
  deleteAliases: database.prepare('DELETE FROM alias WHERE entity = ?'),
  insertBroader: database.prepare('INSERT OR IGNORE INTO broader VALUES (?, ?)'),
  deleteBroader: database.prepare('DELETE FROM broader WHERE topic = ?'),
  deleteNarrower: database.prepare('DELETE FROM broader WHERE parent = ?'),
});
