import type { RelationName } from '../../../src/graph/model/relations.ts';
import { importFormats } from '../../../src/import/formats/importFormats.ts';
import type { ImportReport } from '../../../src/import/importReport.ts';
import { runImport } from '../../../src/import/runImport.ts';
import { newest, ranked, type CountedEdges, type CountedOrder, type CountedPaper } from './countedGraph.ts';
import { timed, type KeptStore } from './keptStores.ts';
import { differences, expectedPage, firstPages, shownCounts, shownIds } from './pagesOf.ts';

/** An import as the command line runs it, with a word on how long it took. */
export const importPath = ({ name, store }: KeptStore, format: string, path: string): Promise<ImportReport> =>
  timed(`${name}: import of ${format}`, () =>
    runImport({ store: store(), format: importFormats.get(format)!, paths: [path] }),
  );

/** Expects the first page of counted edges of every id, and the length of its whole list, to be as counted by hand. */
export const expectCounted = async (
  { name, store }: KeptStore,
  relation: RelationName,
  edges: CountedEdges,
  page: { ids: readonly string[]; order: CountedOrder; first: number },
): Promise<void> => {
  const { ids, order, first } = page;
  const pages = await timed(`${name}: ${relation} of ${ids.length}, ${order}`, () =>
    firstPages(store(), relation, order, ids, first),
  );
  const actual = (id: string): unknown => pages.get(id) && shownCounts(pages.get(id)!);
  expect(differences(ids, actual, (id) => expectedPage(ranked(edges, id, order), first))).toEqual([]);
};

/** Expects the first 20 papers of every id, newest first, and how many there are, to be as listed by hand. */
export const expectNewest = async (
  { name, store }: KeptStore,
  relation: RelationName,
  lists: ReadonlyMap<string, readonly CountedPaper[]>,
  ids: readonly string[],
): Promise<void> => {
  const pages = await timed(`${name}: ${relation} of ${ids.length}`, () =>
    firstPages(store(), relation, 'NEWEST', ids, 20),
  );
  const actual = (id: string): unknown => pages.get(id) && shownIds(pages.get(id)!);
  expect(differences(ids, actual, (id) => expectedPage(newest(lists.get(id)!), 20))).toEqual([]);
};
