import { isDeepStrictEqual } from 'node:util';
import type { PaperNames, StoredAuthorship } from '../../graph/importSession.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { printedSpellings } from '../../graph/names.ts';
import { affiliationsOf, detailsOf, detailsText, readDetails } from '../file/authorshipDetails.ts';
import type { Database } from '../file/database.ts';
import type { AuthorNaming } from './authorNaming.ts';
import type { EntityWriter } from './entityWriter.ts';

/** Reads and writes the authorships of papers, with their affiliations. */
export class AuthorshipTables {
  readonly #entities: EntityWriter;
  readonly #naming: AuthorNaming;
  readonly #statements: ReturnType<typeof prepared>;

  constructor(database: Database, entities: EntityWriter, naming: AuthorNaming) {
    this.#entities = entities;
    this.#naming = naming;
    this.#statements = prepared(database);
  }

  /**
   * @param idOf returns the id of an institution by its row id, or undefined to leave the institution out; by default,
   *   hidden institutions are left out
   */
  read(
    paper: number,
    idOf = (institution: number) => this.#entities.visibleId(institution),
  ): StoredAuthorship[] {
    const rows = this.#statements.ofPaper.all(paper) as { position: number; id: EntityId; details: string }[];
    return rows.map(({ position, id, details }) => {
      const read = readDetails(details);
      return { authorId: id, position, ...read, affiliations: affiliationsOf(read, idOf) };
    });
  }

  namesOf(author: EntityId): PaperNames[] {
    const rows = this.#statements.ofAuthor.all(author) as { paperId: EntityId; details: string }[];
    return rows.map(({ paperId, details }) => ({ paperId, names: printedSpellings(readDetails(details)) }));
  }

  shareAPaper(left: EntityId, right: EntityId): boolean {
    return this.#statements.shared.get(left, right) !== undefined;
  }

  /**
   * Replaces the authorships of a paper. Only authors whose authorship changes are marked as touched. The names of the
   * others stay unchanged and are not computed again, which would take long for authors with thousands of papers.
   */
  replace(paper: number, authorships: readonly StoredAuthorship[]): void {
    const before = this.read(paper);
    if (isDeepStrictEqual(before, authorships)) return;
    const after = new Map(authorships.map((each) => [each.authorId, each]));
    const staying = new Set(authorships.flatMap(institutionsOf));
    for (const authorship of before) {
      const { authorId } = authorship;
      if (!isDeepStrictEqual(authorship, after.get(authorId))) this.#entities.touch(authorId);
      for (const id of institutionsOf(authorship)) if (!staying.has(id)) this.#entities.touch(id);
    }
    this.#rewrite(paper, authorships);
  }

  /** Removes the affiliations with hidden institutions. */
  forgetHidden(paper: number): void {
    this.#rewrite(paper, this.read(paper));
  }

  #rewrite(paper: number, authorships: readonly StoredAuthorship[]): void {
    this.#statements.deleteAuthorships.run(paper);
    this.#statements.deleteAffiliations.run(paper);
    this.insert(paper, authorships);
  }

  /** Adds the authorships of a paper for which no authorships are stored. */
  insert(paper: number, authorships: readonly StoredAuthorship[]): void {
    for (const authorship of authorships) {
      const author = this.#entities.rowIdOf(authorship.authorId);
      const details = detailsOf(authorship, (id) => this.#entities.rowIdOf(id));
      this.#statements.insertAuthorship.run(paper, authorship.position, author, detailsText(details));
      this.#entities.unlisted.delete(author);
      this.#naming.add(author, authorship);
      for (const { institution } of details.affiliations) {
        if (institution === null) continue;
        this.#statements.insertAffiliation.run(paper, author, institution);
        this.#entities.unlisted.delete(institution);
      }
    }
  }
}

const institutionsOf = ({ affiliations }: StoredAuthorship): EntityId[] =>
  affiliations.flatMap(({ institutionId }) => institutionId ?? []);

const prepared = (database: Database) => ({
  ofPaper:
    database.prepare(`SELECT position, entity.id, details FROM authorship JOIN entity ON entity.rowid = author
    WHERE paper = ? ORDER BY position`),
  ofAuthor:
    database.prepare(`SELECT listing.id AS paperId, details FROM authorship JOIN entity AS listing ON listing.rowid = paper
    WHERE author = (SELECT rowid FROM entity WHERE id = ?)`),
  shared: database.prepare(`SELECT 1 FROM authorship a JOIN authorship b ON b.paper = a.paper
    WHERE a.author = (SELECT rowid FROM entity WHERE id = ?) AND b.author = (SELECT rowid FROM entity WHERE id = ?) LIMIT 1`),
  insertAuthorship: database.prepare('INSERT INTO authorship VALUES (?, ?, ?, ?)'),
  deleteAuthorships: database.prepare('DELETE FROM authorship WHERE paper = ?'),
  insertAffiliation: database.prepare('INSERT OR IGNORE INTO affiliation VALUES (?, ?, ?)'),
  deleteAffiliations: database.prepare('DELETE FROM affiliation WHERE paper = ?'),
});
