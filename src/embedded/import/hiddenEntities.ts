import { keptPaperText, type KeptPaper } from '../../graph/corrections/keptPaper.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { namedKinds, perNamedKind, type NamedKind } from '../../graph/model/kinds.ts';
import type { KeptRecord } from '../../graph/storeSession.ts';
import type { Database } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';
import type { EntityWriter } from './entityWriter.ts';
import type { PaperTables } from './paperTables.ts';

/**
 * The hidden institutions and topics that papers mention (see HIDDEN_TABLE). The tables still contain the edges from
 * papers to them, which reads leave out. So the paper without corrections need not be stored a second time: it is the
 * visible paper with these edges.
 */
export class HiddenEntities {
  readonly #entities: EntityWriter;
  readonly #papers: PaperTables;
  readonly #statements: ReturnType<typeof prepared>;

  constructor(database: Database, entities: EntityWriter, papers: PaperTables) {
    this.#entities = entities;
    this.#papers = papers;
    this.#statements = prepared(database);
  }

  /**
   * Hides an entity that will be removed, if papers mention it. EntityWriter makes the entity visible again when a
   * later import or correction writes it.
   */
  hide(id: EntityId): void {
    const kind = kindOf(id);
    if (kind === 'PAPER' || !this.#entities.isStored(id)) return;
    const rowId = this.#entities.rowIdOf(id);
    if (this.#statements.mentioning[kind].get(rowId) !== undefined) this.#statements.hide.run(rowId, id);
  }

  /**
   * Completes the kept records of papers: for each paper that mentions a hidden entity and has no kept record, adds one
   * that is made from the tables.
   */
  addTo(kept: Map<string, string>, paperIds: readonly EntityId[]): void {
    if (this.#isEmpty) return;
    for (const id of paperIds) {
      const paper = kept.has(id) ? undefined : this.paper(id);
      if (paper) kept.set(id, keptPaperText(paper));
    }
  }

  /**
   * The paper without corrections, that is, with its hidden institutions and topics; undefined if it mentions no hidden
   * entity.
   */
  paper(id: EntityId): KeptPaper | undefined {
    const visible = this.#papers.read(id);
    if (!visible) return undefined;
    const rowId = this.#entities.rowIdOf(id);
    const mentioned = namedKinds.flatMap(
      (kind) => this.#statements.mentioned[kind].all(rowId) as { id: EntityId }[],
    );
    if (mentioned.length === 0) return undefined;
    const authorships = this.#papers.authorships.read(rowId, (institution) => this.#idOf(institution));
    const paper = { ...visible, authorships, targets: this.#papers.targets.readAll(rowId) };
    return { paper, lost: mentioned.map((each) => each.id), isJoined: false };
  }

  /**
   * Removes the edges to hidden entities from papers whose kept record was written or removed, because the edges are
   * not needed any more.
   */
  forget(kept: readonly KeptRecord[]): void {
    if (this.#isEmpty) return;
    for (const { type, id } of kept)
      if (type === 'paper' && this.#entities.isStored(id)) this.#forgetIn(this.#entities.rowIdOf(id));
  }

  #forgetIn(paper: number): void {
    for (const kind of namedKinds) {
      const { changes } = this.#statements.forget[kind].run(paper);
      if (changes > 0 && kind === 'INSTITUTION') this.#papers.authorships.forgetHidden(paper);
    }
  }

  /** Those papers of a visible entity that have a kept record. */
  keptPapersOf(id: EntityId): EntityId[] {
    const rows = this.#statements.keptPapersOf[kindOf(id) as NamedKind].all(id) as { id: EntityId }[];
    return rows.map((row) => row.id);
  }

  get #isEmpty(): boolean {
    return this.#statements.any.get() === undefined;
  }

  #idOf(rowId: number): EntityId | undefined {
    const hidden = this.#statements.idOf.get(rowId) as { id: EntityId } | undefined;
    return hidden?.id ?? this.#entities.visibleId(rowId);
  }
}

const prepared = (database: Database) => {
  const perTable = (sql: (table: string, column: string) => string) =>
    perNamedKind((kind) => database.prepare(sql(neighborTables[kind].table, neighborTables[kind].column)));
  return {
    any: database.prepare('SELECT 1 FROM hidden LIMIT 1'),
    hide: database.prepare('INSERT INTO hidden VALUES (?, ?)'),
    idOf: database.prepare('SELECT id FROM hidden WHERE rowid = ?'),
    mentioning: perTable((table, column) => `SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`),
    mentioned: perTable(
      (table, column) =>
        `SELECT DISTINCT hidden.id FROM ${table} JOIN hidden ON hidden.rowid = ${column} WHERE paper = ?`,
    ),
    forget: perTable(
      (table, column) => `DELETE FROM ${table} WHERE paper = ? AND ${column} IN (SELECT rowid FROM hidden)`,
    ),
    // CROSS JOIN makes SQLite begin with the table `kept`, which is small
    keptPapersOf: perTable(
      (table, column) =>
        `SELECT kept.id FROM kept CROSS JOIN entity AS listing ON listing.id = kept.id
        WHERE type = 'paper' AND EXISTS (SELECT 1 FROM ${table}
          WHERE paper = listing.rowid AND ${column} = (SELECT rowid FROM entity WHERE id = ?))`,
    ),
  };
};
