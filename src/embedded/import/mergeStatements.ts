import type { EntityKind } from '../../graph/model/entities.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { detailsText, readDetails } from '../file/authorshipDetails.ts';
import type { Database, Statement } from '../file/database.ts';
import type { EntityWriter } from './entityWriter.ts';

/** Moves the relations of one entity to another, and removes the first. */
export class MergeStatements {
  readonly #database: Database;
  readonly #entities: EntityWriter;

  constructor(database: Database, entities: EntityWriter) {
    this.#database = database;
    this.#entities = entities;
  }

  merge(from: EntityId, into: EntityId): void {
    const gone = this.#entities.keyOf(from);
    const kept = this.#entities.keyOf(into);
    const kind = kindOf(from);
    if (kind === 'INSTITUTION') this.#rewriteAffiliations(gone, kept);
    for (const sql of moves[kind]) this.#prepare(sql).run({ gone, kept });
    this.#entities.remove(gone);
    this.#entities.touched.delete(gone);
    this.#entities.touched.add(kept);
  }

  #rewriteAffiliations(gone: number, kept: number): void {
    const rows = this.#prepare(
      `SELECT a.paper, a.position, a.details FROM affiliation f
      JOIN authorship a ON a.paper = f.paper AND a.author = f.author WHERE f.institution = :gone`,
    ).all({ gone });
    const update = this.#prepare('UPDATE authorship SET details = ? WHERE paper = ? AND position = ?');
    for (const { paper, position, details } of rows as {
      paper: number;
      position: number;
      details: string;
    }[]) {
      const before = readDetails(details);
      const affiliations = before.affiliations.map((each) =>
        each.institution === gone ? { ...each, institution: kept } : each,
      );
      update.run(detailsText({ ...before, affiliations }), paper, position);
    }
  }

  #prepare(sql: string): Statement {
    const statement = this.#database.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    return statement;
  }
}

const moves: Readonly<Record<EntityKind, readonly string[]>> = {
  AUTHOR: [
    'UPDATE authorship SET author = :kept WHERE author = :gone',
    'UPDATE OR IGNORE affiliation SET author = :kept WHERE author = :gone',
  ],
  INSTITUTION: [
    'UPDATE OR IGNORE affiliation SET institution = :kept WHERE institution = :gone',
    'DELETE FROM affiliation WHERE institution = :gone',
  ],
  TOPIC: [
    'UPDATE OR IGNORE about SET topic = :kept WHERE topic = :gone',
    'DELETE FROM about WHERE topic = :gone',
    'UPDATE OR IGNORE broader SET parent = :kept WHERE parent = :gone AND topic <> :kept',
    'UPDATE OR IGNORE broader SET topic = :kept WHERE topic = :gone AND parent <> :kept',
    'DELETE FROM broader WHERE topic = :gone OR parent = :gone',
  ],
  PAPER: [
    'UPDATE reference SET target = :kept WHERE target = :gone',
    'DELETE FROM reference WHERE paper = :gone',
    'DELETE FROM authorship WHERE paper = :gone',
    'DELETE FROM affiliation WHERE paper = :gone',
    'DELETE FROM about WHERE paper = :gone',
    'DELETE FROM abstract WHERE paper = :gone',
    'DELETE FROM paper WHERE key = :gone',
  ],
};
