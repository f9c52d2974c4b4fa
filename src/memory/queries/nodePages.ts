import type { Edge } from '../../graph/model/edges.ts';
import type { Page } from '../../graph/model/pages.ts';
import { pageOf, type EntryList, type PageQuery } from '../algorithms/pageOf.ts';
import type { Steps } from '../algorithms/steps.ts';

/** The position of an author in the author list of a paper. Papers and authors are given by their nodes. */
export interface AuthorshipPlace {
  paper: number;
  author: number;
  position: number;
}

/** An entry of a page: the node of an entity, whose record is read later, and the edge that leads to it. */
export interface NodeEntry {
  node: number;
  edge: Edge;
  /** The authorship that belongs to the edge; its record is read later, too. */
  place?: AuthorshipPlace;
}

/** Returns a page of a list. `entryOf` makes its entries. */
export const nodePage = function* <Entry>(
  list: EntryList,
  query: PageQuery,
  entryOf: (entry: number) => Entry,
): Steps<Page<Entry>> {
  const { entries, total, ...page } = yield* pageOf(list, query);
  return { ...page, entries: entries.map(entryOf), ...(total !== undefined && { total }) };
};
