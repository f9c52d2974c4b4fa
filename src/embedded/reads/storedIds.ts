import type { EntityId } from '../../graph/model/ids.ts';
import type { IdList } from '../../memory/build/graphSource.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';

/** The ids of all entities, ascending. They are read from the data file each time, so that they take no memory. */
export class StoredIds implements IdList {
  readonly #database: Database;
  readonly length: number;

  constructor(database: Database, length: number) {
    this.#database = database;
    this.length = length;
  }

  *[Symbol.iterator](): Iterator<EntityId> {
    for (const [id] of rowsOfColumns(this.#database, 'SELECT id FROM entity ORDER BY id'))
      yield id as EntityId;
  }
}
