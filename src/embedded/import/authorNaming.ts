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

/** Computes the names of authors from the names in their authorships. */
export class AuthorNaming {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;
  /** The names of the authors of the current batch, by the key of the author. */
  readonly #names = new Map<number, StoredNames>();

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.#statements = prepared(database);
  }

  /** Clears the cache of names. Necessary after each batch, because a new author may get the key of a removed one. */
  forgetNames(): void {
    this.#names.clear();
  }

  /**
   * Computes the name of a new author from the first authorship. If a further authorship may change the names, the
   * author is only marked as touched, and the names are computed once, at the end. So the papers of an author with many
   * papers are not read again and again.
   */
  add(author: number, authorship: PrintedName): void {
    if (this.#entities.touched.has(author)) return;
    const names = this.#namesOf(author);
    if (!names) this.#names.set(author, this.#write(author, authorNames([authorship]), 'add'));
    else if (!areConfirmed(names, authorship)) this.#entities.touched.add(author);
  }

  /** Computes the names of an author from all stored authorships. */
  computeNames(author: number): void {
    const rows = this.#statements.authorships.all(author) as { details: string }[];
    this.#write(author, authorNames(rows.map(({ details }) => readDetails(details))), 'replace');
  }

  #namesOf(author: number): StoredNames | undefined {
    const cached = this.#names.get(author);
    if (cached) return cached;
    const { name, facts } = this.#statements.names.get(author) as { name: string | null; facts: string };
    if (name === null) return undefined;
    const { alternativeNames = [] } = JSON.parse(facts) as Partial<StoredNames>;
    const names = { name, alternativeNames };
    this.#names.set(author, names);
    return names;
  }

  #write(author: number, names: StoredNames, how: 'add' | 'replace'): StoredNames {
    const { name, alternativeNames } = names;
    const keys = JSON.parse((this.#statements.keys.get(author) as { keys: string }).keys) as EntityId[];
    this.#entities.setName(author, name, {
      alternativeNames,
      identification: identificationOf({ keys, name }),
    });
    this.#entities.spellings[how]('AUTHOR', author, [name, ...alternativeNames]);
    return names;
  }
}

/** Whether a further authorship changes nothing: it has the present name and no new spelling. */
const areConfirmed = ({ name, alternativeNames }: StoredNames, authorship: PrintedName): boolean =>
  (authorship.curated ?? authorship.printed) === name &&
  printedSpellings(authorship).every((each) => each === name || alternativeNames.includes(each));

const prepared = (database: Database) => ({
  names: database.prepare('SELECT name, facts FROM entity WHERE key = ?'),
  keys: database.prepare('SELECT keys FROM entity WHERE key = ?'),
  authorships: database.prepare('SELECT details FROM authorship WHERE author = ?'),
});
