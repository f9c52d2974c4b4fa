import type { Edge } from '../../graph/model/edges.ts';
import type { Page } from '../../graph/model/pages.ts';
import { pageOf, type EntryList, type PageQuery } from '../algorithms/pageOf.ts';
import type { Steps } from '../algorithms/steps.ts';

/** Where an author stands on a paper. */
export interface AuthorshipPlace {
  paper: number;
  author: number;
  position: number;
}

/** An entry of a page before records are read: a node, and the edge that leads to it. */
export interface NodeEntry {
  node: number;
  edge: Edge;
  /** The authorship that the edge carries. */
  place?: AuthorshipPlace;
}

/** The page of a list, with its entries as `entryOf` makes them. */
export const nodePage = function* <Entry>(
  list: EntryList,
  query: PageQuery,
  entryOf: (entry: number) => Entry,
): Steps<Page<Entry>> {
  const { entries, total, ...page } = yield* pageOf(list, query);
  return { ...page, entries: entries.map(entryOf), ...(total !== undefined && { total }) };
};
