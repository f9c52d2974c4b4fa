import type { EntityId } from '../../graph/model/ids.ts';
import { linkRelations } from '../../graph/model/listedRelations.ts';
import type { Database } from '../file/database.ts';
import { rowIdByAnyId } from '../file/rowIdByAnyId.ts';
import { linkTables } from '../file/schema.ts';

/** Updates the targets of links between papers when the keys of papers change. */
export class LinkResolution {
  readonly #statements: ReturnType<typeof prepared>;

  constructor(database: Database) {
    this.#statements = prepared(database);
  }

  /**
   * Redirects the links to a paper by keys that it no longer has: each leads to the paper that has the key now, or to
   * no paper.
   */
  release(paper: number, keys: readonly EntityId[]): void {
    for (const { release } of this.#statements) release.run(paper, JSON.stringify(keys));
  }

  /** Makes a paper the target of those links that name one of its keys and have no target yet. */
  resolve(paper: number, keys: readonly EntityId[]): void {
    for (const { resolve } of this.#statements) for (const key of keys) resolve.run(paper, key);
  }
}

const prepared = (database: Database) =>
  linkRelations.map((relation) => ({
    release: database.prepare(
      `UPDATE ${linkTables[relation]} SET target = nullif(${rowIdByAnyId('cited')}, target)
      WHERE target = ?1 AND cited NOT IN (SELECT value FROM json_each(?2))`,
    ),
    resolve: database.prepare(
      `UPDATE ${linkTables[relation]} SET target = ? WHERE cited = ? AND target IS NULL`,
    ),
  }));
