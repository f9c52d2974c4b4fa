import type { DocumentChanges } from '../../graph/importSession.ts';
import type { Database } from './database.ts';

/**
 * Stored documents (named texts such as the progress of live sources) are the rows of the table `meta` whose names
 * begin with this prefix.
 */
const PREFIX = 'document:';

export const readDocuments = (database: Database): Map<string, string> => {
  const rows = database
    .prepare(`SELECT name, value FROM meta WHERE substr(name, 1, ${PREFIX.length}) = '${PREFIX}'`)
    .all() as { name: string; value: string }[];
  return new Map(rows.map(({ name, value }) => [name.slice(PREFIX.length), value]));
};

export const writeDocuments = (database: Database, documents: DocumentChanges): void => {
  for (const [name, text] of documents) {
    if (text === null) database.prepare('DELETE FROM meta WHERE name = ?').run(PREFIX + name);
    else database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(PREFIX + name, text);
  }
};
