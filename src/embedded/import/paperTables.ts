import { dayNumber } from '../../graph/model/dayNumber.ts';
import type { LatexTexts } from '../../graph/model/entities.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { namedKinds, perNamedKind, type NamedKind } from '../../graph/model/kinds.ts';
import type { PaperNames, StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import { spellingsOf } from '../../graph/names.ts';
import { detailsOf, detailsText, readDetails } from '../file/authorshipDetails.ts';
import type { Database } from '../file/database.ts';
import { neighborTables } from '../file/schema.ts';
import type { EntityWriter } from './entityWriter.ts';
import { ListedTargetTables } from './listedTargetTables.ts';
import { MergeStatements } from './mergeStatements.ts';

/** The fields of a stored paper that are stored as JSON in `entity.facts`. */
export type PaperFacts = Omit<
  StoredPaper,
  'id' | 'keys' | 'fingerprint' | 'abstract' | 'authorships' | 'targets'
>;

/** Papers of older versions have no facts about LaTeX. */
const noLatex: LatexTexts = { titleLatex: null, abstractLatex: null };

/** Reads and writes whole papers: their facts, authorships and listed targets. */
export class PaperTables {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;
  readonly #targets: ListedTargetTables;
  readonly #merging: MergeStatements;

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.#statements = prepared(database);
    this.#targets = new ListedTargetTables(database, entities);
    this.#merging = new MergeStatements(database, entities);
  }

  read(id: EntityId): StoredPaper | undefined {
    const row = this.#statements.entity.get(id) as
      { key: number; keys: string; facts: string; fingerprint: string } | undefined;
    if (!row) return undefined;
    const { key } = row;
    const abstract = this.#statements.abstract.get(key) as { text: string } | undefined;
    return {
      id,
      keys: JSON.parse(row.keys) as EntityId[],
      fingerprint: row.fingerprint,
      ...noLatex,
      ...(JSON.parse(row.facts) as PaperFacts),
      abstract: abstract?.text ?? null,
      authorships: this.#authorships(key),
      targets: this.#targets.read(key),
    };
  }

  authorNames(author: EntityId): PaperNames[] {
    const rows = this.#statements.authorNames.all(author) as { paperId: EntityId; details: string }[];
    return rows.map(({ paperId, details }) => ({ paperId, names: spellingsOf(readDetails(details)) }));
  }

  /** The papers that an author, an institution or a topic is mentioned by. */
  papersOf(id: EntityId): EntityId[] {
    const rows = this.#statements.papersOf[kindOf(id) as NamedKind].all(id) as { id: EntityId }[];
    return rows.map((row) => row.id);
  }

  shareAPaper(left: EntityId, right: EntityId): boolean {
    return this.#statements.shared.get(left, right) !== undefined;
  }

  /** Replaces the stored fields, authorships and listed targets of a paper whose entity is already written. */
  write(paper: StoredPaper): void {
    const key = this.#entities.keyOf(paper.id);
    this.#touchNeighbors(key);
    const { id: _, keys: __, fingerprint, abstract, authorships, targets, ...facts } = paper;
    this.#entities.setPaperFacts(key, facts, fingerprint);
    this.#entities.setSpellings('PAPER', key, paper.title === null ? [] : [paper.title]);
    this.#writeColumns(key, paper);
    this.#statements.deleteAbstract.run(key);
    if (abstract !== null) this.#statements.insertAbstract.run(key, abstract);
    this.#writeAuthorships(key, authorships);
    this.#targets.write(key, targets);
    for (const own of [paper.id, ...paper.keys]) this.#catchUp(key, own);
    this.#touchNeighbors(key);
  }

  /** Adds citations between papers that need not be stored yet; returns how many are new, and the stored citing papers. */
  cite(citations: readonly { from: EntityId; to: EntityId }[]): { newCitations: number; citing: EntityId[] } {
    const citingKeys = new Set<number>();
    let added = 0;
    for (const { from, to } of citations) {
      const citing = this.#entities.keyByAnyId(from);
      if (citing !== null) citingKeys.add(citing);
      added +=
        citing === null
          ? this.#statements.insertEarly.run(from, to).changes
          : this.#targets.link('references', citing, to);
    }
    if (added > 0) this.#entities.hasChanged = true;
    return { newCitations: added, citing: Array.from(citingKeys, (key) => this.#entities.idOf(key)) };
  }

  /** Removes an entity if it is stored. Only papers may have relations left. */
  remove(id: EntityId): void {
    if (!this.#entities.isStored(id)) return;
    const key = this.#entities.keyOf(id);
    if (kindOf(id) === 'PAPER') {
      this.#touchNeighbors(key);
      this.#merging.removePaper(key);
    }
    this.#entities.remove(key);
  }

  merge(from: EntityId, into: EntityId): void {
    if (kindOf(from) === 'PAPER') this.#touchNeighbors(this.#entities.keyOf(from));
    this.#merging.merge(from, into);
  }

  #authorships(paper: number): StoredAuthorship[] {
    const rows = this.#statements.authorships.all(paper) as {
      position: number;
      id: EntityId;
      details: string;
    }[];
    return rows.map(({ position, id, details }) => {
      const { affiliations, ...names } = readDetails(details);
      return {
        authorId: id,
        position,
        ...names,
        affiliations: affiliations.map(({ printed, institution }) => ({
          printed,
          institutionId: institution === null ? null : this.#entities.idOf(institution),
        })),
      };
    });
  }

  #writeColumns(key: number, paper: StoredPaper): void {
    this.#statements.writePaper.run(
      key,
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

  #writeAuthorships(paper: number, authorships: readonly StoredAuthorship[]): void {
    this.#statements.deleteAuthorships.run(paper);
    this.#statements.deleteAffiliations.run(paper);
    for (const authorship of authorships) {
      const author = this.#entities.keyOf(authorship.authorId);
      const details = detailsOf(authorship, (id) => this.#entities.keyOf(id));
      this.#statements.insertAuthorship.run(paper, authorship.position, author, detailsText(details));
      for (const { institution } of details.affiliations) {
        if (institution !== null) this.#statements.insertAffiliation.run(paper, author, institution);
      }
    }
  }

  /** Adds the citations that were imported before the citing paper. */
  #catchUp(paper: number, citing: EntityId): void {
    for (const { cited } of this.#statements.early.all(citing) as { cited: EntityId }[])
      this.#targets.link('references', paper, cited);
    this.#statements.deleteEarly.run(citing);
  }

  /** Marks the authors, institutions and topics of a paper as touched, because their names or papers may change. */
  #touchNeighbors(paper: number): void {
    for (const { key } of this.#statements.neighbors.all({ paper }) as { key: number }[]) {
      this.#entities.touched.add(key);
    }
  }
}

const prepared = (database: Database) => ({
  entity: database.prepare('SELECT key, keys, facts, fingerprint FROM entity WHERE id = ?'),
  abstract: database.prepare('SELECT text FROM abstract WHERE paper = ?'),
  authorships:
    database.prepare(`SELECT position, entity.id, details FROM authorship JOIN entity ON entity.key = author
    WHERE paper = ? ORDER BY position`),
  authorNames:
    database.prepare(`SELECT listing.id AS paperId, details FROM authorship JOIN entity AS listing ON listing.key = paper
    WHERE author = (SELECT key FROM entity WHERE id = ?)`),
  papersOf: perNamedKind((kind) => {
    const { table, column } = neighborTables[kind];
    return database.prepare(`SELECT DISTINCT listing.id FROM ${table} JOIN entity AS listing ON listing.key = paper
    WHERE ${column} = (SELECT key FROM entity WHERE id = ?) ORDER BY listing.id`);
  }),
  shared: database.prepare(`SELECT 1 FROM authorship a JOIN authorship b ON b.paper = a.paper
    WHERE a.author = (SELECT key FROM entity WHERE id = ?) AND b.author = (SELECT key FROM entity WHERE id = ?) LIMIT 1`),
  neighbors: database.prepare(
    namedKinds
      .map((kind) => neighborTables[kind])
      .map(({ table, column }) => `SELECT ${column} AS key FROM ${table} WHERE paper = :paper`)
      .join(' UNION ALL '),
  ),
  writePaper: database.prepare(`INSERT OR REPLACE INTO paper
    (key, day, year, citations, teamSize, authorCount, type, venue, hasCode) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  insertAbstract: database.prepare('INSERT INTO abstract VALUES (?, ?)'),
  deleteAbstract: database.prepare('DELETE FROM abstract WHERE paper = ?'),
  insertAuthorship: database.prepare('INSERT INTO authorship VALUES (?, ?, ?, ?)'),
  deleteAuthorships: database.prepare('DELETE FROM authorship WHERE paper = ?'),
  insertAffiliation: database.prepare('INSERT OR IGNORE INTO affiliation VALUES (?, ?, ?)'),
  deleteAffiliations: database.prepare('DELETE FROM affiliation WHERE paper = ?'),
  insertEarly: database.prepare('INSERT OR IGNORE INTO earlyCitation VALUES (?, ?)'),
  early: database.prepare('SELECT cited FROM earlyCitation WHERE citing = ?'),
  deleteEarly: database.prepare('DELETE FROM earlyCitation WHERE citing = ?'),
});
