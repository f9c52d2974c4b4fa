import { isDeepStrictEqual } from 'node:util';
import type { EntityId } from '../../graph/model/ids.ts';
import {
  hasScores,
  linkRelations,
  listedRelations,
  mentionRelations,
  perRelation,
  type LinkRelation,
  type MentionRelation,
} from '../../graph/model/listedRelations.ts';
import { relations } from '../../graph/model/relations.ts';
import type { ListedTarget, ListedTargets } from '../../graph/importSession.ts';
import type { Database } from '../file/database.ts';
import { rowIdByAnyId } from '../file/rowIdByAnyId.ts';
import { linkTables, neighborTables } from '../file/schema.ts';
import type { EntityWriter } from './entityWriter.ts';

/** Reads and writes the targets that the records of papers list. Each relation has its own table. */
export class ListedTargetTables {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.#statements = prepared(database);
  }

  read(paper: number): ListedTargets {
    return this.#read(paper, 'read');
  }

  /** Like `read`, but also returns the hidden targets. */
  readAll(paper: number): ListedTargets {
    return this.#read(paper, 'readAll');
  }

  #read(paper: number, statement: 'read' | 'readAll'): ListedTargets {
    return perRelation(listedRelations, (relation) => {
      const rows = this.#statements[relation][statement].all(paper) as unknown as ListedTarget[];
      return rows.map(({ id, score }) => ({ id, score }));
    });
  }

  /** Replaces the targets of a paper, and marks the entities that the paper does not mention any more as touched. */
  replace(paper: number, targets: ListedTargets): void {
    const before = this.read(paper);
    if (isDeepStrictEqual(before, targets)) return;
    for (const relation of mentionRelations) {
      const staying = new Set(targets[relation].map(({ id }) => id));
      for (const { id } of before[relation]) if (!staying.has(id)) this.#entities.touch(id);
    }
    for (const relation of listedRelations) this.#statements[relation].delete.run(paper);
    this.insert(paper, targets);
  }

  /**
   * Adds the topics, references and other listed targets of a paper for which none are stored. The entities that it
   * mentions must already be stored.
   */
  insert(paper: number, targets: ListedTargets): void {
    for (const relation of mentionRelations) {
      for (const { id, score } of targets[relation]) {
        const target = this.#entities.rowIdOf(id);
        this.#statements[relation].insert.run(paper, target, score);
        this.#entities.unlisted.delete(target);
      }
    }
    for (const relation of linkRelations) {
      if (targets[relation].length > 0) this.#link(relation, paper, targets[relation]);
    }
  }

  /**
   * Adds links from a paper to other papers by their keys. A link to a paper that is not stored gets its target when
   * the paper is stored. Returns how many links are new.
   */
  link(relation: LinkRelation, paper: number, keys: readonly EntityId[]): number {
    return this.#link(
      relation,
      paper,
      keys.map((id) => ({ id, score: null })),
    );
  }

  #link(relation: LinkRelation, paper: number, targets: readonly ListedTarget[]): number {
    const lists = [
      targets.map(({ id }) => id),
      ...(hasScores(relation) ? [targets.map(({ score }) => score)] : []),
    ];
    return this.#statements[relation].insert.run(paper, ...lists.map((list) => JSON.stringify(list))).changes;
  }
}

const prepared = (database: Database) => ({
  ...perRelation(mentionRelations, (relation) => mentionStatements(database, relation)),
  ...perRelation(linkRelations, (relation) => linkStatements(database, relation)),
});

const mentionStatements = (database: Database, relation: MentionRelation) => {
  const { table, column } = neighborTables[relations[relation].to];
  return {
    read: database.prepare(
      `SELECT entity.id, score FROM ${table} JOIN entity ON entity.rowid = ${column} WHERE paper = ? ORDER BY entity.id`,
    ),
    readAll: database.prepare(`SELECT coalesce(entity.id, hidden.id) AS id, score FROM ${table}
      LEFT JOIN entity ON entity.rowid = ${column} LEFT JOIN hidden ON hidden.rowid = ${column}
      WHERE paper = ? ORDER BY 1`),
    insert: database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`),
    delete: database.prepare(`DELETE FROM ${table} WHERE paper = ?`),
  };
};

const linkStatements = (database: Database, relation: LinkRelation) => {
  const table = linkTables[relation];
  const isScored = hasScores(relation);
  const score = isScored ? ", ?3 ->> ('$[' || key || ']')" : '';
  const read = database.prepare(
    `SELECT cited AS id, ${isScored ? 'score' : 'NULL AS score'} FROM ${table} WHERE paper = ? ORDER BY cited`,
  );
  return {
    read,
    readAll: read,
    insert: database.prepare(
      `INSERT OR IGNORE INTO ${table} SELECT ?1, value, ${rowIdByAnyId('value')}${score} FROM json_each(?2)`,
    ),
    delete: database.prepare(`DELETE FROM ${table} WHERE paper = ?`),
  };
};
