import { entityKinds } from '../../graph/model/entityKinds.ts';
import { perNamedKind } from '../../graph/model/kinds.ts';
import type { ChangeLog } from '../../graph/changeLog.ts';
import { writeNextState } from '../file/changes.ts';
import type { Database } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';
import type { AuthorNaming } from './authorNaming.ts';
import type { EntityWriter } from './entityWriter.ts';

/** Ends an import inside its transaction: removes entities without papers, names authors and raises the data version. */
export const finishImport = (
  database: Database,
  entities: EntityWriter,
  naming: AuthorNaming,
  log: ChangeLog,
): void => {
  const kindByRowId = database.prepare('SELECT kind, facts FROM entity WHERE rowid = ?');
  const hasPapers = perNamedKind((kind) => {
    const { table, column } = neighborTables[kind];
    return database.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`);
  });
  for (const rowId of new Set([...entities.unlisted, ...entities.touched])) {
    const row = kindByRowId.get(rowId) as { kind: number; facts: string } | undefined;
    const kind = row && entityKinds[row.kind];
    if (!row || kind === undefined || kind === 'PAPER') continue;
    if (hasPapers[kind].get(rowId) === undefined) {
      const { isTaxonomy } = JSON.parse(row.facts) as { isTaxonomy?: boolean };
      if (isTaxonomy !== true) entities.remove(rowId);
    } else if (kind === 'AUTHOR') naming.computeNames(rowId);
  }
  if (entities.hasChanged) writeNextState(database, log);
};
