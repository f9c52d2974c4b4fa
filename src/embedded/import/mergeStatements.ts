import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { namedKinds } from '../../graph/model/kinds.ts';
import { linkRelations, mentionRelations } from '../../graph/model/listedRelations.ts';
import { relations } from '../../graph/model/relations.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { detailsText, readDetails } from '../file/authorshipDetails.ts';
import type { Database, Statement } from '../file/database.ts';
import { linkTables, neighborTables } from '../file/schema.ts';
import type { EntityWriter } from './entityWriter.ts';

/** Merges an entity into another one: moves its relations and removes it. */
export class MergeStatements {
  readonly #database: Database;
  readonly #entities: EntityWriter;

  constructor(database: Database, entities: EntityWriter) {
    this.#database = database;
    this.#entities = entities;
  }

  merge(from: EntityId, into: EntityId): void {
    const gone = this.#entities.rowIdOf(from);
    const kept = this.#entities.rowIdOf(into);
    const kind = kindOf(from);
    if (kind === 'INSTITUTION') this.#rewriteAffiliations(gone, kept);
    for (const sql of [...mentionMoves(kind), ...(otherMoves[kind] ?? [])])
      this.#prepare(sql).run({ gone, kept });
    this.#entities.remove(gone);
    this.#entities.touched.add(kept);
  }

  /** Removes the relations of a paper. Links from other papers to it remain, but have no target any more. */
  removePaper(gone: number): void {
    for (const name of linkRelations)
      this.#prepare(`UPDATE ${linkTables[name]} SET target = NULL WHERE target = :gone`).run({ gone });
    for (const sql of paperDeletions) this.#prepare(sql).run({ gone });
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

/**
 * Changes the mentions of the removed entity to mentions of the remaining one. A paper that mentions both keeps one
 * mention.
 */
const mentionMoves = (kind: EntityKind): string[] =>
  mentionRelations
    .filter((name) => relations[name].to === kind)
    .flatMap((name) => {
      const { table, column } = neighborTables[relations[name].to];
      return [
        `UPDATE OR IGNORE ${table} SET ${column} = :kept WHERE ${column} = :gone`,
        `DELETE FROM ${table} WHERE ${column} = :gone`,
      ];
    });

/** Statements that delete everything that is stored about a paper, except its row in the table `entity`. */
const paperDeletions: readonly string[] = [
  ...linkRelations.map((name) => `DELETE FROM ${linkTables[name]} WHERE paper = :gone`),
  ...namedKinds.map((kind) => `DELETE FROM ${neighborTables[kind].table} WHERE paper = :gone`),
  'DELETE FROM abstract WHERE paper = :gone',
  'DELETE FROM paper WHERE rowid = :gone',
];

const otherMoves: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  AUTHOR: [
    'UPDATE authorship SET author = :kept WHERE author = :gone',
    'UPDATE OR IGNORE affiliation SET author = :kept WHERE author = :gone',
  ],
  INSTITUTION: [
    'UPDATE OR IGNORE affiliation SET institution = :kept WHERE institution = :gone',
    'DELETE FROM affiliation WHERE institution = :gone',
  ],
  TOPIC: [
    'UPDATE OR IGNORE broader SET parent = :kept WHERE parent = :gone AND topic <> :kept',
    'UPDATE OR IGNORE broader SET topic = :kept WHERE topic = :gone AND parent <> :kept',
    'DELETE FROM broader WHERE topic = :gone OR parent = :gone',
  ],
  PAPER: [
    ...linkRelations.map((name) => `UPDATE ${linkTables[name]} SET target = :kept WHERE target = :gone`),
    ...paperDeletions,
  ],
};
