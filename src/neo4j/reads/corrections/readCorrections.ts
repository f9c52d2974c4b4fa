import { latestFirst } from '../../../graph/corrections/storedCorrection.ts';
import type { Correction } from '../../../graph/identity/corrections.ts';
import type { KeptType } from '../../../graph/storeSession.ts';
import type { Database } from '../../connection/database.ts';
import { keptRead } from '../../cypher/keptStatements.ts';

export const readCorrections = async (database: Database): Promise<readonly Correction[]> =>
  latestFirst((await readKept(database, 'correction')).values());

/** The kept records of a type by id: those with the given ids or, without ids, all. */
export const readKept = async (
  database: Database,
  type: KeptType,
  ids?: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await database.read<{ id: string; text: string }>(...keptRead(type, ids));
  return new Map(rows.map(({ id, text }) => [id, text]));
};
