import { dayNumber } from '../../graph/model/dayNumber.ts';
import type { LatexTexts } from '../../graph/model/entities.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { namedKinds, perNamedKind, type NamedKind } from '../../graph/model/kinds.ts';
import type { StoredPaper } from '../../graph/importSession.ts';
import type { Database } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';
import { AuthorNaming } from './authorNaming.ts';
import { AuthorshipTables } from './authorshipTables.ts';
import type { EntityWriter } from './entityWriter.ts';
import { ListedTargetTables } from './listedTargetTables.ts';
import { MergeStatements } from './mergeStatements.ts';
import { PaperTexts } from './paperTexts.ts';

/** The fields of a stored paper that are stored as JSON in `entity.facts`. */
export type PaperFacts = Omit<
  StoredPaper,
  'id' | 'keys' | 'fingerprint' | 'abstract' | 'authorships' | 'targets'
>;

/** Defaults for papers that were stored by older versions of this program, which did not store LaTeX. */
const noLatex: LatexTexts = { titleLatex: null, abstractLatex: null };

/** Reads and writes whole papers: their fields, their authorships, and what they list, such as topics and references. */
export class PaperTables {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;
  readonly #texts: PaperTexts;
  readonly targets: ListedTargetTables;
  readonly #merging: MergeStatements;
  readonly naming: AuthorNaming;
  readonly authorships: AuthorshipTables;
  /** The row ids of new papers of which only the row in the table `entity` has been written so far. */
  readonly #newPapers = new Set<number>();
  /** Whether there may be citations whose citing paper is not stored. */
  #hasEarlyCitations: boolean;

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.naming = new AuthorNaming(database, entities);
    this.authorships = new AuthorshipTables(database, entities, this.naming);
    this.#statements = prepared(database);
    this.#texts = new PaperTexts(database, entities.spellings);
    this.targets = new ListedTargetTables(database, entities);
    this.#merging = new MergeStatements(database, entities);
    this.#hasEarlyCitations = this.#statements.anyEarly.get() !== undefined;
  }

  read(id: EntityId): StoredPaper | undefined {
    const row = this.#statements.entity.get(id) as
      { rowId: number; keys: string; facts: string; fingerprint: string } | undefined;
    if (!row) return undefined;
    const { rowId } = row;
    return {
      id,
      keys: JSON.parse(row.keys) as EntityId[],
      fingerprint: row.fingerprint,
      ...noLatex,
      ...(JSON.parse(row.facts) as PaperFacts),
      abstract: this.#texts.abstractOf(rowId),
      authorships: this.authorships.read(rowId),
      targets: this.targets.read(rowId),
    };
  }

  /**
   * The papers by an author, from an institution or about a topic, also if the entity is hidden.
   *
   * @param most the largest number of papers; by default all
   */
  papersOf(id: EntityId, most = -1): EntityId[] {
    const rows = this.#statements.papersOf[kindOf(id) as NamedKind].all(id, most) as { id: EntityId }[];
    return rows.map((row) => row.id);
  }

  /** Writes the row of a paper in the table `entity`, so that other records of the batch can refer to the paper. */
  writeEntity(paper: StoredPaper): void {
    const {
      id: _,
      keys: __,
      fingerprint: ___,
      abstract: ____,
      authorships: _____,
      targets: ______,
      ...facts
    } = paper;
    const before = this.#statements.entity.get(paper.id) as { facts: string } | undefined;
    const rowId = this.#entities.writePaper(paper, facts satisfies PaperFacts);
    if (before) this.#texts.noteTitle(rowId, (JSON.parse(before.facts) as PaperFacts).title);
    else this.#newPapers.add(rowId);
  }

  /** Replaces the stored fields, authorships, topics and references of a paper that `writeEntity` has written before. */
  write(paper: StoredPaper): void {
    const rowId = this.#entities.rowIdOf(paper.id);
    const isNew = this.#newPapers.delete(rowId);
    this.#writeColumns(rowId, paper);
    const how = isNew ? 'insert' : 'replace';
    this.#texts[how](rowId, paper);
    this.authorships[how](rowId, paper.authorships);
    this.targets[how](rowId, paper.targets);
    if (this.#hasEarlyCitations)
      for (const own of new Set([paper.id, ...paper.keys])) this.#catchUp(rowId, own);
  }

  /**
   * Adds citations; neither paper has to be stored yet. Returns how many citations are new, and those citing papers
   * that are stored.
   */
  cite(citations: readonly { from: EntityId; to: EntityId }[]): { newCitations: number; citing: EntityId[] } {
    const citingRowIds = new Set<number>();
    let added = 0;
    for (const { from, to } of citations) {
      const citing = this.#entities.rowIdByAnyId(from);
      if (citing !== null) citingRowIds.add(citing);
      if (citing === null) this.#hasEarlyCitations = true;
      added +=
        citing === null
          ? this.#statements.insertEarly.run(from, to).changes
          : this.targets.link('references', citing, [to]);
    }
    if (added > 0) this.#entities.hasChanged = true;
    return { newCitations: added, citing: Array.from(citingRowIds, (rowId) => this.#entities.idOf(rowId)) };
  }

  /**
   * Removes an entity if it is stored. An entity that is not a paper must be hidden or have no relations to papers any
   * more.
   */
  remove(id: EntityId): void {
    if (!this.#entities.isStored(id)) return;
    const rowId = this.#entities.rowIdOf(id);
    if (kindOf(id) === 'PAPER') {
      this.#touchNeighbors(rowId);
      this.#merging.removePaper(rowId);
    }
    this.#entities.remove(rowId);
  }

  merge(from: EntityId, into: EntityId): void {
    if (kindOf(from) === 'PAPER') this.#touchNeighbors(this.#entities.rowIdOf(from));
    this.#merging.merge(from, into);
  }

  #writeColumns(rowId: number, paper: StoredPaper): void {
    this.#statements.writePaper.run(
      rowId,
      dayNumber(paper.date, paper.year),
      paper.year,
      paper.citationCount,
      paper.teamSize,
      paper.authorCount,
      paper.paperType,
      paper.venueName,
      paper.codeUrl === null ? 0 : 1,
    );
  }

  /** Adds the references of a new paper that records of single citations gave before the paper was imported. */
  #catchUp(paper: number, citing: EntityId): void {
    const early = this.#statements.early.all(citing) as { cited: EntityId }[];
    if (early.length === 0) return;
    this.targets.link(
      'references',
      paper,
      early.map(({ cited }) => cited),
    );
    this.#statements.deleteEarly.run(citing);
  }

  /**
   * Marks the authors, institutions and topics of a paper as touched, because they may lose this paper or get other
   * names.
   */
  #touchNeighbors(paper: number): void {
    for (const { rowId } of this.#statements.neighbors.all({ paper }) as { rowId: number }[]) {
      this.#entities.touched.add(rowId);
    }
  }
}

const prepared = (database: Database) => ({
  entity: database.prepare('SELECT rowid AS rowId, keys, facts, fingerprint FROM entity WHERE id = ?'),
  papersOf: perNamedKind((kind) => {
    const { table, column } = neighborTables[kind];
    return database.prepare(`SELECT id FROM (
        SELECT DISTINCT listing.id FROM ${table} JOIN entity AS listing ON listing.rowid = paper
        WHERE ${column} = coalesce((SELECT rowid FROM entity WHERE id = ?1), (SELECT rowid FROM hidden WHERE id = ?1))
        LIMIT ?2)
      ORDER BY id`);
  }),
  neighbors: database.prepare(
    namedKinds
      .map((kind) => neighborTables[kind])
      .map(({ table, column }) => `SELECT ${column} AS rowId FROM ${table} WHERE paper = :paper`)
      .join(' UNION ALL '),
  ),
  writePaper: database.prepare(`INSERT OR REPLACE INTO paper
    (rowid, day, year, citations, teamSize, authorCount, type, venue, hasCode) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  insertEarly: database.prepare('INSERT OR IGNORE INTO earlyCitation VALUES (?, ?)'),
  anyEarly: database.prepare('SELECT 1 FROM earlyCitation LIMIT 1'),
  early: database.prepare('SELECT cited FROM earlyCitation WHERE citing = ?'),
  deleteEarly: database.prepare('DELETE FROM earlyCitation WHERE citing = ?'),
});
