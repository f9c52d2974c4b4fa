import type { EntityKind } from '../../graph/model/entities.ts';
import { folded } from '../../graph/model/foldText.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { authorNames, type PrintedName } from '../../graph/names.ts';
import type { Database } from '../connection/database.ts';
import {
  derivations,
  nameAuthors,
  printedNames,
  removeWithoutPapers,
  settle,
  staleIds,
} from './deriveStatements.ts';

type Derived = Exclude<EntityKind, 'PAPER'>;
type StaleIds = Record<Derived, readonly EntityId[]>;

const kinds: readonly Derived[] = ['AUTHOR', 'INSTITUTION', 'TOPIC'];
/** Nodes a transaction: an institution or a topic can have as many papers as thousands of authors have together. */
const pageSizes: Readonly<Record<Derived, number>> = { AUTHOR: 2000, INSTITUTION: 200, TOPIC: 200 };

/**
 * Brings everything stale up to date. What it costs follows the number of stale nodes. It can be interrupted
 * anywhere and begun again: nodes stay stale until all that depends on them is written.
 */
export const bringUpToDate = async (
  database: Database,
  cap: number,
  onProgress: (step: string) => void,
): Promise<void> => {
  const stale = await readStale(database);
  const eachPage = async (
    kind: Derived,
    step: string,
    work: (ids: readonly EntityId[]) => Promise<unknown>,
  ) => {
    if (stale[kind].length > 0) onProgress(step);
    for (const ids of pagesOf(stale[kind], pageSizes[kind])) await work(ids);
  };
  for (const kind of kinds) {
    await eachPage(kind, `removing ${wordOf(kind)} without papers`, (ids) =>
      database.run(removeWithoutPapers(kind), { ids }),
    );
  }
  await eachPage('AUTHOR', 'naming authors', (ids) => nameThem(database, ids));
  for (const { kind, statement } of derivations) {
    await eachPage(kind, statement.name, (ids) => database.run(statement, { ids, cap }));
  }
  for (const kind of kinds) {
    await eachPage(kind, `counting papers of ${wordOf(kind)}`, (ids) => database.run(settle(kind), { ids }));
  }
};

const wordOf = (kind: Derived): string => `${kind.toLowerCase()}s`;

const readStale = async (database: Database): Promise<StaleIds> => {
  const read = async (kind: Derived): Promise<readonly EntityId[]> => {
    const { rows } = await database.run<{ ids: EntityId[] }>(staleIds(kind));
    return rows[0]?.ids ?? [];
  };
  const [AUTHOR, INSTITUTION, TOPIC] = [await read('AUTHOR'), await read('INSTITUTION'), await read('TOPIC')];
  return { AUTHOR, INSTITUTION, TOPIC };
};

const pagesOf = <Item>(items: readonly Item[], size: number): (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  );

interface PrintedAuthor {
  id: EntityId;
  name: string;
  /** Null of an author that never had its names made. */
  alternativeNames: string[] | null;
  printed: PrintedName[];
}

const nameThem = async (database: Database, ids: readonly EntityId[]): Promise<void> => {
  const { rows } = await database.run<PrintedAuthor>(printedNames, { ids });
  const changed = rows.flatMap((author) => {
    const names = authorNames(author.printed);
    return sameNames(author, names) ? [] : { id: author.id, names: searchedNames(names) };
  });
  if (changed.length > 0) await database.run(nameAuthors, { rows: changed });
};

const sameNames = (author: PrintedAuthor, names: { name: string; alternativeNames: string[] }): boolean =>
  author.name === names.name &&
  author.alternativeNames?.length === names.alternativeNames.length &&
  author.alternativeNames.every((name, index) => name === names.alternativeNames[index]);

const searchedNames = (names: { name: string; alternativeNames: string[] }) => ({
  ...names,
  folded: folded(names.name),
  spellings: [...new Set([names.name, ...names.alternativeNames].map(folded))],
});
