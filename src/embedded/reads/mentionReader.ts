import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type { NamedKind } from '../../graph/model/kinds.ts';
import { mentionRelations, perRelation } from '../../graph/model/listedRelations.ts';
import { relations } from '../../graph/model/relations.ts';
import type { ChangedEdge, Mentions } from '../../memory/build/graphDelta.ts';
import type { Database, Statement } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';

/** Reads the edges from papers to institutions and topics, for an update of the graph in memory. */
export class MentionReader {
  readonly #statements: ReturnType<typeof prepared>;
  readonly #idOf: (rowId: number) => EntityId;

  /** @param idOf returns the id of a paper or an author by its row id */
  constructor(database: Database, idOf: (rowId: number) => EntityId) {
    this.#statements = prepared(database);
    this.#idOf = idOf;
  }

  /**
   * Reads the edges from papers to the given institutions and topics. @param ids the ids of stored entities; ids of
   * papers and authors are ignored
   */
  async read(ids: readonly EntityId[]): Promise<Mentions> {
    const mentions: Mentions = { edges: {}, affiliations: [] };
    for (const institution of ids.filter((id) => kindOf(id) === 'INSTITUTION'))
      await this.#each(this.#statements.affiliations, institution, (paper, author) =>
        mentions.affiliations.push({ paper, author: this.#idOf(author ?? 0), institution }),
      );
    for (const relation of mentionRelations) {
      const { kind, to } = relations[relation];
      const edges: ChangedEdge[] = (mentions.edges[kind] = []);
      for (const target of ids.filter((id) => kindOf(id) === to))
        await this.#each(this.#statements[relation], target, (source, score) =>
          edges.push({ source, target, value: score ?? NaN }),
        );
    }
    return mentions;
  }

  /** Calls `add` with each paper that mentions an entity. Other requests are served between the papers. */
  async #each(
    statement: Statement,
    id: EntityId,
    add: (paper: EntityId, value: number | null) => void,
  ): Promise<void> {
    for (const [paper, value] of statement.iterate(id) as Iterable<[number, number | null]>) {
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
      add(this.#idOf(paper), value);
    }
  }
}

const prepared = (database: Database) => {
  const mentioning = (kind: NamedKind, value: string): Statement => {
    const { table, column } = neighborTables[kind];
    const statement = database.prepare(
      `SELECT paper, ${value} FROM ${table} WHERE ${column} = (SELECT rowid FROM entity WHERE id = ?)`,
    );
    statement.setReturnArrays(true);
    return statement;
  };
  return {
    affiliations: mentioning('INSTITUTION', 'author'),
    ...perRelation(mentionRelations, (relation) => mentioning(relations[relation].to, 'score')),
  };
};
