import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { StoreContents } from '../../memory/storeContents.ts';
import type { BulkTable } from './bulkTable.ts';
import { CsvColumns } from './csvColumns.ts';
import { importScript, type BulkFile } from './importScript.ts';
import { nodeTables } from './nodeTables.ts';
import { relationshipTables } from './relationshipTables.ts';

/** The name of the script. It is written last, so that nobody imports incomplete files. */
export const IMPORT_SCRIPT = 'import.sh';

/** The rows of a file are compressed and written in chunks of about this many characters. */
const CHUNK_LENGTH = 256 * 1024;

/**
 * Writes files for the offline import of Neo4j, and a script that imports them. The result is the same as that of an
 * ordinary import of the same records. The constraints and indexes are created when a server first uses the database.
 *
 * @param directory an existing folder
 * @param signal ends the writing
 */
export const writeBulkFiles = async (
  contents: StoreContents,
  directory: string,
  signal?: AbortSignal,
): Promise<void> => {
  const files: BulkFile[] = [];
  for (const table of [...nodeTables(contents), ...relationshipTables(contents)]) {
    const file = await writeTable(table, directory, signal);
    if (file) files.push(file);
  }
  await writeFile(join(directory, IMPORT_SCRIPT), importScript(files), { mode: 0o755 });
};

/** Writes the rows of a table, and a header; returns undefined if the table has no rows. */
const writeTable = async (
  { option, name, rows }: BulkTable,
  directory: string,
  signal?: AbortSignal,
): Promise<BulkFile | undefined> => {
  const columns = new CsvColumns();
  const file = { option, name, header: `${name}-header.csv`, rows: `${name}.csv.gz` };
  const path = join(directory, file.rows);
  await pipeline(
    Readable.from(chunks(columns, rows()), { objectMode: false }),
    createGzip({ level: 1 }), // compresses fast instead of well, because each file is read only once
    createWriteStream(path),
    { ...(signal && { signal }) },
  );
  if (columns.isEmpty) {
    await rm(path);
    return undefined;
  }
  await writeFile(join(directory, file.header), columns.header());
  return { ...file, hasLineBreaks: columns.hasLineBreaks };
};

const chunks = function* (columns: CsvColumns, rows: ReturnType<BulkTable['rows']>): Iterable<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += columns.line(row);
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
};
