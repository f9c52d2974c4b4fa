import { identificationOf } from '../../graph/identity/identification.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { authorNames, spellingsOf, type PrintedName } from '../../graph/names.ts';
import { readDetails } from '../file/authorshipDetails.ts';
import type { Database } from '../file/database.ts';
import type { EntityWriter } from './entityWriter.ts';

interface StoredNames {
  name: string;
  alternativeNames: readonly string[];
}

/** Keeps the names of authors in step with their authorships. */
export class AuthorNaming {
  readonly #entities: EntityWriter;
  readonly #statements: ReturnType<typeof prepared>;
  /** By key: the names of authors of the current batch. */
  readonly #names = new Map<number, StoredNames>();

  constructor(database: Database, entities: EntityWriter) {
    this.#entities = entities;
    this.#statements = prepared(database);
  }

  /** Clears the cache of names after a batch, before the keys of removed authors are given to others. */
  forgetNames(): void {
    this.#names.clear();
  }

  /**
   * Names an author by the first authorship. A further authorship that may change the names only marks the author. The
   * names are then computed once, at the end, so that authors with many papers are not read again and again.
   */
  add(author: number, authorship: PrintedName): void {
    if (this.#entities.touched.has(author)) return;
    const names = this.#namesOf(author);
    if (!names) this.#names.set(author, this.#write(author, authorNames([authorship]), 'add'));
    else if (!areConfirmed(names, authorship)) this.#entities.touched.add(author);
  }

  /** Names an author by all stored authorships. */
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

/** Whether one more authorship leaves the names as they are: it has the present name and no new spelling. */
const areConfirmed = ({ name, alternativeNames }: StoredNames, authorship: PrintedName): boolean =>
  (authorship.curated ?? authorship.printed) === name &&
  spellingsOf(authorship).every((each) => each === name || alternativeNames.includes(each));

const prepared = (database: Database) => ({
  names: database.prepare('SELECT name, facts FROM entity WHERE key = ?'),
  keys: database.prepare('SELECT keys FROM entity WHERE key = ?'),
  authorships: database.prepare('SELECT details FROM authorship WHERE author = ?'),
});
