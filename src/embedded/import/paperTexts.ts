import type { StoredPaper } from '../../graph/importSession.ts';
import type { Database } from '../file/database.ts';
import type { SpellingTables } from './spellingTables.ts';

/**
 * Writes the title of a paper to the search index, and its abstract to the table `abstract`. Does not write what is
 * already stored, because writing to the search index takes longer than writing all other fields of a paper.
 */
export class PaperTexts {
  readonly #spellings: SpellingTables;
  readonly #statements: ReturnType<typeof prepared>;
  /** By row id: the title of each stored paper whose row in the table `entity` was replaced. */
  readonly #titlesBefore = new Map<number, string | null>();

  constructor(database: Database, spellings: SpellingTables) {
    this.#spellings = spellings;
    this.#statements = prepared(database);
  }

  /** Notes the title that is in the search index. Must be called before the first `replace` of a paper. */
  noteTitle(paper: number, title: string | null): void {
    this.#titlesBefore.set(paper, title);
  }

  abstractOf(paper: number): string | null {
    const row = this.#statements.abstract.get(paper) as { text: string } | undefined;
    return row?.text ?? null;
  }

  /** Writes the texts of a new paper. */
  insert(paper: number, { title, abstract }: StoredPaper): void {
    if (title !== null) this.#spellings.add('PAPER', paper, [title]);
    if (abstract !== null) this.#statements.insertAbstract.run(paper, abstract);
  }

  /** Replaces the texts of a stored paper. */
  replace(paper: number, { title, abstract }: StoredPaper): void {
    if (this.#titlesBefore.get(paper) !== title)
      this.#spellings.replace('PAPER', paper, title === null ? [] : [title]);
    this.#titlesBefore.delete(paper);
    if (this.abstractOf(paper) === abstract) return;
    this.#statements.deleteAbstract.run(paper);
    if (abstract !== null) this.#statements.insertAbstract.run(paper, abstract);
  }
}

const prepared = (database: Database) => ({
  abstract: database.prepare('SELECT text FROM abstract WHERE paper = ?'),
  insertAbstract: database.prepare('INSERT INTO abstract VALUES (?, ?)'),
  deleteAbstract: database.prepare('DELETE FROM abstract WHERE paper = ?'),
});
