import type { Entity } from '../../../src/graph/model/entities.ts';
import type { Page } from '../../../src/graph/model/pages.ts';
import { relationRow, type RelationName } from '../../../src/graph/model/relations.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import type { CountedRow } from './countedGraph.ts';

/** Ids asked for in one call. */
const BATCH = 500;

const batches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );

/** All entities of ids, by the ids as asked. */
export const entitiesOf = async (store: GraphStore, ids: readonly string[]): Promise<Map<string, Entity>> => {
  const found = new Map<string, Entity>();
  for (const batch of batches(ids)) {
    for (const [id, entity] of await store.entities(batch)) found.set(id, entity);
  }
  return found;
};

/** The first page of each id along a relation, with the length of its whole list. */
export const firstPages = async (
  store: GraphStore,
  relation: RelationName,
  order: string,
  ids: readonly string[],
  first: number,
): Promise<Map<string, Page>> => {
  const keys = relationRow(relation).orders[order]!;
  const pages = new Map<string, Page>();
  for (const batch of batches(ids)) {
    const request = { relation, page: { first, order: keys, count: true } };
    for (const [id, [page]] of await store.neighbors(batch, [request])) pages.set(id, page!);
  }
  return pages;
};

/** What a page shows, in the form of `expectedPage`. */
export interface ShownPage<Row> {
  rows: Row[];
  total: number | undefined;
  hasNext: boolean;
}

export const shownIds = (page: Page): ShownPage<string> => shown(page, ({ node }) => node.id);

export const shownCounts = (page: Page): ShownPage<CountedRow> =>
  shown(page, ({ node, edge: { paperCount, firstYear, lastYear, strength } }) => ({
    to: node.id,
    paperCount: paperCount!,
    firstYear,
    lastYear,
    strength,
  }));

const shown = <Row>(page: Page, row: (entry: Page['entries'][number]) => Row): ShownPage<Row> => ({
  rows: page.entries.map(row),
  total: page.total,
  hasNext: page.hasNext,
});

/** The first page of a whole list. */
export const expectedPage = <Row>(rows: readonly Row[], first: number): ShownPage<Row> => ({
  rows: rows.slice(0, first),
  total: rows.length,
  hasNext: rows.length > first,
});

/** What differs between what is shown and what is expected, a few of it: a whole graph is no failure message. */
export const differences = <Value>(
  ids: Iterable<string>,
  actual: (id: string) => Value,
  expected: (id: string) => Value,
): { id: string; actual: Value; expected: Value }[] => {
  const found: { id: string; actual: Value; expected: Value }[] = [];
  for (const id of ids) {
    const pair = { id, actual: actual(id), expected: expected(id) };
    if (JSON.stringify(pair.actual) !== JSON.stringify(pair.expected)) found.push(pair);
    if (found.length === SHOWN_DIFFERENCES) break;
  }
  return found;
};
const SHOWN_DIFFERENCES = 5;
