import {
  changesBetween,
  LOGGED_VERSIONS,
  type ChangeLog,
  type LoggedChanges,
} from '../../graph/changeLog.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Database } from './database.ts';

interface ChangeRow {
  version: number;
  since: string;
  ids: string | null;
  removed: string | null;
}

/** The version of the stored graph, and when it was stored. */
interface FileState {
  version: number;
  asOf: string;
}

export const readState = (database: Database): FileState => {
  const rows = database
    .prepare(`SELECT name, value FROM meta WHERE name IN ('dataVersion', 'asOf')`)
    .all() as { name: string; value: string | number }[];
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  return { version: Number(values.get('dataVersion')), asOf: String(values.get('asOf')) };
};

/** Raises the version of the stored graph, and logs what changed. */
export const writeNextState = (database: Database, { changes }: ChangeLog): void => {
  const { version, asOf: since } = readState(database);
  const next = version + 1;
  database.prepare(`UPDATE meta SET value = ? WHERE name = 'dataVersion'`).run(next);
  database.prepare(`UPDATE meta SET value = ? WHERE name = 'asOf'`).run(new Date().toISOString());
  database
    .prepare('INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?)')
    .run(
      next,
      since,
      changes ? JSON.stringify(changes.ids) : null,
      changes ? JSON.stringify(changes.removed) : null,
    );
  database.prepare('DELETE FROM change WHERE version <= ?').run(next - LOGGED_VERSIONS);
};

/** What changed since an earlier state; undefined if the log does not contain all changes since then. */
export const readChangesSince = (database: Database, earlier: FileState): LoggedChanges | undefined => {
  const rows = database
    .prepare('SELECT version, since, ids, removed FROM change WHERE version > ? ORDER BY version')
    .all(earlier.version) as unknown as ChangeRow[];
  const listOf = (text: string | null): EntityId[] | null =>
    text === null ? null : (JSON.parse(text) as EntityId[]);
  const entries = rows.map((row) => ({ ...row, ids: listOf(row.ids), removed: listOf(row.removed) }));
  return changesBetween(earlier, readState(database), entries);
};
