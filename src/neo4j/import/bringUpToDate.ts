import { isDeepStrictEqual } from 'node:util';
import { identificationOf, type Identification } from '../../graph/identity/identification.ts';
import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import { perKind } from '../../graph/model/kinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { authorNames, type PrintedName } from '../../graph/names.ts';
import type { Database } from '../connection/database.ts';
import {
  countedKinds,
  derivations,
  nameAuthors,
  printedNames,
  removeWithoutPapers,
  settle,
  staleIds,
} from './deriveStatements.ts';
import { nameProperties } from './nameProperties.ts';

/**
 * By kind: how many nodes one transaction handles. An institution or a topic has many more papers than an author, so
 * fewer of them are handled at once.
 */
const batchSizes = perKind((kind) => (kind === 'AUTHOR' || kind === 'PAPER' ? 2000 : 200));

/**
 * Updates all nodes with the labels Stale and NearStale (see staleLabels.ts). The time depends on the number of these
 * nodes. The update may be interrupted at any point and started again, because nodes keep their labels until all data
 * that depends on them is written.
 */
export const bringUpToDate = async (
  database: Database,
  cap: number,
  onProgress: (step: string) => void,
): Promise<void> => {
  const { rows } = await database.run<StaleNodes>(staleIds);
  const stale = new Map(rows.map((row) => [row.kind, row.stale]));
  const staleOrNear = new Map(rows.map((row) => [row.kind, [...row.stale, ...row.near]]));
  const eachBatch = async (
    kind: EntityKind,
    nodes: ReadonlyMap<EntityKind, readonly EntityId[]>,
    step: string,
    work: (ids: readonly EntityId[]) => Promise<unknown>,
  ): Promise<void> => {
    const ids = nodes.get(kind) ?? [];
    if (ids.length > 0) onProgress(step);
    for (const batch of batchesOf(ids, batchSizes[kind])) await work(batch);
  };
  for (const kind of countedKinds) {
    await eachBatch(kind, staleOrNear, `removing ${pluralOf(kind)} without papers`, (ids) =>
      database.run(removeWithoutPapers(kind), { ids }),
    );
  }
  await eachBatch('AUTHOR', stale, 'naming authors', (ids) => nameBatch(database, ids));
  const hasNear = rows.some(({ near }) => near.length > 0); // an import into an empty graph has no such nodes
  for (const { kind, end, statement } of derivations) {
    if (end === 'from' || hasNear)
      await eachBatch(kind, stale, statement.name, (ids) => database.run(statement, { ids, cap }));
  }
  for (const kind of entityKinds) {
    await eachBatch(kind, staleOrNear, `counting the neighbors of ${pluralOf(kind)}`, (ids) =>
      database.run(settle(kind), { ids }),
    );
  }
};

interface StaleNodes {
  kind: EntityKind;
  stale: EntityId[];
  near: EntityId[];
}

const pluralOf = (kind: EntityKind): string => `${kind.toLowerCase()}s`;

const batchesOf = <Item>(items: readonly Item[], size: number): (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

interface PrintedAuthor {
  id: EntityId;
  keys: EntityId[];
  name: string;
  alternativeNames: string[] | null;
  /**
   * How the author is identified; null for a new author, because this is computed at the end of an import, with the
   * name.
   */
  identification: Identification | null;
  printed: PrintedName[];
}

const nameBatch = async (database: Database, ids: readonly EntityId[]): Promise<void> => {
  const { rows } = await database.run<PrintedAuthor>(printedNames, { ids });
  const changes = rows.flatMap((author) => {
    const { name, alternativeNames } = authorNames(author.printed);
    const identification = identificationOf({ keys: author.keys, name });
    const properties = { ...nameProperties(name, alternativeNames), identification };
    // nodes that an older version of this program has written lack the property innerWords, which the search needs
    if (hasFacts(author, properties) && properties.innerWords === null) return [];
    return { id: author.id, names: properties };
  });
  if (changes.length > 0) await database.run(nameAuthors, { rows: changes });
};

const hasFacts = (
  { name, alternativeNames, identification }: PrintedAuthor,
  facts: ReturnType<typeof nameProperties> & { identification: Identification },
): boolean =>
  name === facts.name &&
  identification === facts.identification &&
  isDeepStrictEqual(alternativeNames, facts.alternativeNames);
