import { entityKinds } from '../../graph/model/entities.ts';
import { identificationOf } from '../../graph/identity/identification.ts';
import { perNamedKind } from '../../graph/model/kinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { authorNames } from '../../graph/names.ts';
import type { ChangeLog } from '../../graph/changeLog.ts';
import { readDetails } from '../file/authorshipDetails.ts';
import { writeNextState } from '../file/changes.ts';
import type { Database } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';
import type { EntityWriter } from './entityWriter.ts';

/** Ends an import inside its transaction: removes entities without papers, names authors and raises the data version. */
export const finishImport = (database: Database, entities: EntityWriter, log: ChangeLog): void => {
  const kindByKey = database.prepare('SELECT kind, keys, facts FROM entity WHERE key = ?');
  const hasPapers = perNamedKind((kind) => {
    const { table, column } = neighborTables[kind];
    return database.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`);
  });
  const printedNames = database.prepare('SELECT details FROM authorship WHERE author = ?');
  for (const key of entities.touched) {
    const row = kindByKey.get(key) as { kind: number; keys: string; facts: string } | undefined;
    const kind = row && entityKinds[row.kind];
    if (!row || kind === undefined || kind === 'PAPER') continue;
    if (hasPapers[kind].get(key) === undefined) {
      const { isTaxonomy } = JSON.parse(row.facts) as { isTaxonomy?: boolean };
      if (isTaxonomy !== true) entities.remove(key);
    } else if (kind === 'AUTHOR') {
      const details = (printedNames.all(key) as { details: string }[]).map((each) =>
        readDetails(each.details),
      );
      const { name, alternativeNames } = authorNames(details);
      const keys = JSON.parse(row.keys) as EntityId[];
      entities.setName(key, name, { alternativeNames, identification: identificationOf({ keys, name }) });
      entities.setSpellings('AUTHOR', key, [name, ...alternativeNames]);
    }
  }
  if (entities.hasChanged) writeNextState(database, log);
};
