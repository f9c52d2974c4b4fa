import type { KeptRecord, KeptType } from '../../graph/storeSession.ts';
import type { Database } from './database.ts';

interface KeptRow {
  id: string;
  text: string;
}

/** The kept records of a type by id: those with the given ids or, without ids, all. */
export const readKept = (
  database: Database,
  type: KeptType,
  ids?: readonly string[],
): Map<string, string> => {
  const rows = ids
    ? database
        .prepare(
          'SELECT id, text FROM kept WHERE type = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
        )
        .all(type, JSON.stringify(ids))
    : database.prepare('SELECT id, text FROM kept WHERE type = ? ORDER BY id').all(type);
  return new Map((rows as unknown as KeptRow[]).map(({ id, text }) => [id, text]));
};

export const writeKept = (database: Database, records: readonly KeptRecord[]): void => {
  if (records.length === 0) return;
  const remove = database.prepare('DELETE FROM kept WHERE type = ? AND id = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)');
  for (const { type, id, text } of records) {
    if (text === null) remove.run(type, id);
    else insert.run(type, id, text);
  }
};
