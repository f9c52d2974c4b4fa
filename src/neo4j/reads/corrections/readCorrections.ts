import { latestFirst } from '../../../graph/corrections/storedCorrection.ts';
import type { Correction } from '../../../graph/identity/corrections.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { KeptType } from '../../../graph/storeSession.ts';
import type { Database } from '../../connection/database.ts';
import { keptRead } from '../../cypher/keptStatements.ts';

export const readCorrections = async (database: Database): Promise<readonly Correction[]> =>
  latestFirst((await readKept(database, 'correction')).values());

/** Those of some ids that were ids of entities before these were merged into others. */
export const readRetiredIds = (
  database: Database,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, unknown>> => readKept(database, 'retired', ids);

const readKept = async (
  database: Database,
  type: KeptType,
  ids?: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await database.read<{ id: string; text: string }>(...keptRead(type, ids));
  return new Map(rows.map(({ id, text }) => [id, text]));
};
