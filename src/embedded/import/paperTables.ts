import { dayNumber } from '../../graph/model/dayNumber.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type { PaperNames, StoredAuthorship, StoredPaper } from '../../graph/importSession.ts';
import { spellingsOf } from '../../graph/names.ts';
import { detailsOf, detailsText, readDetails } from '../file/authorshipDetails.ts';
import type { Database } from '../file/database.ts';
import type { EntityWriter } from './entityWriter.ts';
import { MergeStatements } from './mergeStatements.ts';

/** The fields of a stored paper that are stored as JSON in `entity.facts`. */
export type PaperFacts = Omit<
  StoredPaper,
  'id' | 'keys' | 'fingerprint' | 'abstract' | 'authorships' | 'topics' | 'references'
>;

/** Reads and writes whole papers: their facts, authorships, topics and references. */
export class PaperTables {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;
  readonly #merging: MergeStatements;

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.#statements = prepared(database);
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
      ...(JSON.parse(row.facts) as PaperFacts),
      abstract: abstract?.text ?? null,
      authorships: this.#authorships(key),
      topics: (this.#statements.topics.all(key) as { id: EntityId; score: number | null }[]).map(
        ({ id: topicId, score }) => ({ topicId, score }),
      ),
      references: (this.#statements.references.all(key) as { cited: EntityId }[]).map((each) => each.cited),
    };
  }

  authorNames(author: EntityId): PaperNames[] {
    const rows = this.#statements.authorNames.all(author) as { paperId: EntityId; details: string }[];
    return rows.map(({ paperId, details }) => ({ paperId, names: spellingsOf(readDetails(details)) }));
  }

  shareAPaper(left: EntityId, right: EntityId): boolean {
    return this.#statements.shared.get(left, right) !== undefined;
  }

  /** Replaces the stored fields, authorships, topics and references of a paper whose entity is already written. */
  write(paper: StoredPaper): void {
    const key = this.#entities.keyOf(paper.id);
    this.#touchNeighbors(key);
    const { id: _, keys: __, fingerprint, abstract, authorships, topics, references, ...facts } = paper;
    this.#entities.setPaperFacts(key, facts, fingerprint);
    this.#entities.setSpellings('PAPER', key, paper.title === null ? [] : [paper.title]);
    this.#writeColumns(key, paper);
    this.#statements.deleteAbstract.run(key);
    if (abstract !== null) this.#statements.insertAbstract.run(key, abstract);
    this.#writeAuthorships(key, authorships);
    this.#statements.deleteAbout.run(key);
    for (const { topicId, score } of topics)
      this.#statements.insertAbout.run(key, this.#entities.keyOf(topicId), score);
    this.#statements.deleteReferences.run(key);
    for (const cited of references) this.#refer(key, cited);
    for (const own of [paper.id, ...paper.keys]) this.#catchUp(key, own);
    this.#touchNeighbors(key);
  }

  /** Adds citations between papers that need not be stored yet; returns how many are new. */
  cite(citations: readonly { from: EntityId; to: EntityId }[]): number {
    let added = 0;
    for (const { from, to } of citations) {
      const citing = this.#entities.keyByAnyId(from);
      added += citing === null ? this.#statements.insertEarly.run(from, to).changes : this.#refer(citing, to);
    }
    if (added > 0) this.#entities.hasChanged = true;
    return added;
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

  #refer(paper: number, cited: EntityId): number {
    const target = this.#entities.keyByAnyId(cited);
    return this.#statements.insertReference.run(paper, cited, target).changes;
  }

  /** Adds the citations that were imported before the citing paper. */
  #catchUp(paper: number, citing: EntityId): void {
    for (const { cited } of this.#statements.early.all(citing) as { cited: EntityId }[])
      this.#refer(paper, cited);
    this.#statements.deleteEarly.run(citing);
  }

  /** Marks the authors, institutions and topics of a paper as touched, because their names or papers may change. */
  #touchNeighbors(paper: number): void {
    for (const { key } of this.#statements.neighbors.all(paper, paper, paper) as { key: number }[]) {
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
  topics: database.prepare(
    'SELECT entity.id, score FROM about JOIN entity ON entity.key = topic WHERE paper = ? ORDER BY entity.id',
  ),
  references: database.prepare('SELECT cited FROM reference WHERE paper = ? ORDER BY cited'),
  authorNames:
    database.prepare(`SELECT listing.id AS paperId, details FROM authorship JOIN entity AS listing ON listing.key = paper
    WHERE author = (SELECT key FROM entity WHERE id = ?)`),
  shared: database.prepare(`SELECT 1 FROM authorship a JOIN authorship b ON b.paper = a.paper
    WHERE a.author = (SELECT key FROM entity WHERE id = ?) AND b.author = (SELECT key FROM entity WHERE id = ?) LIMIT 1`),
  neighbors: database.prepare(`SELECT author AS key FROM authorship WHERE paper = ?
    UNION ALL SELECT institution FROM affiliation WHERE paper = ? UNION ALL SELECT topic FROM about WHERE paper = ?`),
  writePaper: database.prepare(`INSERT OR REPLACE INTO paper
    (key, day, year, citations, teamSize, authorCount, type, venue, hasCode) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  insertAbstract: database.prepare('INSERT INTO abstract VALUES (?, ?)'),
  deleteAbstract: database.prepare('DELETE FROM abstract WHERE paper = ?'),
  insertAuthorship: database.prepare('INSERT INTO authorship VALUES (?, ?, ?, ?)'),
  deleteAuthorships: database.prepare('DELETE FROM authorship WHERE paper = ?'),
  insertAffiliation: database.prepare('INSERT OR IGNORE INTO affiliation VALUES (?, ?, ?)'),
  deleteAffiliations: database.prepare('DELETE FROM affiliation WHERE paper = ?'),
  insertAbout: database.prepare('INSERT INTO about VALUES (?, ?, ?)'),
  deleteAbout: database.prepare('DELETE FROM about WHERE paper = ?'),
  insertReference: database.prepare('INSERT OR IGNORE INTO reference VALUES (?, ?, ?)'),
  deleteReferences: database.prepare('DELETE FROM reference WHERE paper = ?'),
  insertEarly: database.prepare('INSERT OR IGNORE INTO earlyCitation VALUES (?, ?)'),
  early: database.prepare('SELECT cited FROM earlyCitation WHERE citing = ?'),
  deleteEarly: database.prepare('DELETE FROM earlyCitation WHERE citing = ?'),
});
