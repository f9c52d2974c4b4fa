import { isDeepStrictEqual } from 'node:util';
import { identificationOf } from '../../graph/identity/identification.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { authorNames, printedSpellings, type PrintedName } from '../../graph/names.ts';
import { readDetails } from '../file/authorshipDetails.ts';
import type { Database } from '../file/database.ts';
import type { EntityWriter } from './entityWriter.ts';

interface StoredNames {
  name: string;
  alternativeNames: readonly string[];
}

interface AuthorRow {
  keys: string;
  /** Null if no names are stored yet. */
  name: string | null;
  facts: string;
}

/** Computes the names of authors from the names in their authorships. */
export class AuthorNaming {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;
  /** The names of the authors of the current batch, by the row id of the author. */
  readonly #names = new Map<number, StoredNames>();

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.#statements = prepared(database);
  }

  /**
   * Clears the cache of names. Necessary after each batch, because a new author may get the row id of a
   * removed one.
   */
  forgetNames(): void {
    this.#names.clear();
  }

  /**
   * Computes the name of a new author from the first authorship. If a further authorship may change the names, the
   * author is only marked, and the names are computed once, at the end of the import. So the papers of an author with
   * many papers are not read again and again.
   */
  add(author: number, authorship: PrintedName): void {
    if (this.#entities.touched.has(author)) return;
    let names = this.#names.get(author);
    if (!names) {
      const row = this.#read(author);
      names = namesIn(row) ?? this.#write(author, row, authorNames([authorship]));
      this.#names.set(author, names);
    }
    if (!areConfirmed(names, authorship)) this.#entities.touched.add(author);
  }

  /** Computes the names of an author from all stored authorships. */
  computeNames(author: number): void {
    const rows = this.#statements.authorships.all(author) as { details: string }[];
    this.#write(author, this.#read(author), authorNames(rows.map(({ details }) => readDetails(details))));
  }

  #read(author: number): AuthorRow {
    return this.#statements.author.get(author) as AuthorRow;
  }

  /** Writes what differs from the stored row: often only other keys of the author are new, and the names stay. */
  #write(author: number, stored: AuthorRow, names: StoredNames): StoredNames {
    const { name, alternativeNames } = names;
    const keys = JSON.parse(stored.keys) as EntityId[];
    const facts = { alternativeNames, identification: identificationOf({ keys, name }) };
    if (name !== stored.name || JSON.stringify(facts) !== stored.facts)
      this.#entities.setName(author, name, facts);
    const spellings = [name, ...alternativeNames];
    const before = namesIn(stored);
    if (!before) this.#entities.spellings.add('AUTHOR', author, spellings);
    else if (!isDeepStrictEqual([before.name, ...before.alternativeNames], spellings))
      this.#entities.spellings.replace('AUTHOR', author, spellings);
    return names;
  }
}

const namesIn = ({ name, facts }: AuthorRow): StoredNames | undefined => {
  if (name === null) return undefined;
  const { alternativeNames = [] } = JSON.parse(facts) as Partial<StoredNames>;
  return { name, alternativeNames };
};

/**
 * Whether a further authorship leaves the names of the author unchanged: it has the present name and no new spelling.
 */
const areConfirmed = ({ name, alternativeNames }: StoredNames, authorship: PrintedName): boolean =>
  (authorship.curated ?? authorship.printed) === name &&
  printedSpellings(authorship).every((each) => each === name || alternativeNames.includes(each));

const prepared = (database: Database) => ({
  author: database.prepare('SELECT keys, name, facts FROM entity WHERE rowid = ?'),
  authorships: database.prepare('SELECT details FROM authorship WHERE author = ?'),
});
