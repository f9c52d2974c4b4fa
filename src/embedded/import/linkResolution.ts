import type { EntityId } from '../../graph/model/ids.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import type { Database } from '../file/database.ts';
import { keyByAnyId } from '../file/keyByAnyId.ts';
import { linkTables } from '../file/schema.ts';

/** Keeps the targets of links between papers in step with the keys of papers. */
export class LinkResolution {
  readonly #statements: ReturnType<typeof prepared>;

  constructor(database: Database) {
    this.#statements = prepared(database);
  }

  /**
   * Removes from a paper the links to keys that it no longer has, and gives them to the papers that have these keys
   * now.
   */
  release(paper: number, keys: readonly EntityId[]): void {
    for (const { release } of this.#statements) release.run(paper, JSON.stringify(keys));
  }

  /** Gives a paper the links to its keys that have no target. */
  resolve(paper: number, keys: readonly EntityId[]): void {
    for (const { resolve } of this.#statements) for (const key of keys) resolve.run(paper, key);
  }
}

const prepared = (database: Database) =>
  linkRelations.map((relation) => ({
    release: database.prepare(
      `UPDATE ${linkTables[relation]} SET target = nullif(${keyByAnyId('cited')}, target)
      WHERE target = ?1 AND cited NOT IN (SELECT value FROM json_each(?2))`,
    ),
    resolve: database.prepare(
      `UPDATE ${linkTables[relation]} SET target = ? WHERE cited = ? AND target IS NULL`,
    ),
  }));
