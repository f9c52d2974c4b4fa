import type { Edge } from './edges.ts';
import type { BriefEntity } from './entities.ts';
import type { CollaborationFilter, ListFilter, RelationFilter } from './filters.ts';
import type { OrderKey, SortValues } from './orders.ts';

/** The maximum number of entries of a page. */
export const LARGEST_PAGE = 100;

/** A validated request for a page of a list. */
export interface PageRequest<Filter = never> {
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The page starts after the entry with these sort values. */
  after?: SortValues;
  /**
   * Reads the list from its end: `first` counts from there, and the page ends before the sort values `after`. The
   * entries of the page stay in the order of the list.
   */
  backward?: boolean;
  order: readonly OrderKey[];
  filter?: Filter;
  /** Whether to count the entries of the whole list. */
  count: boolean;
  /**
   * If true, the store may return brief entities, with the fields that lists need (see entities.ts), and authorships in
   * which all fields except the position may be missing.
   */
  brief?: boolean;
}

export type RelationPageRequest = PageRequest<RelationFilter>;
export type ListPageRequest = PageRequest<ListFilter>;

/**
 * Which neighbors of two entities are listed. `shared`: the neighbors that both have. `separate`: the neighbors that
 * only the first one has, except the second entity itself. `joint`: the papers of two authors that make them
 * collaborators.
 */
export type PairSelection = 'shared' | 'separate' | 'joint';

/** A request for neighbors of two entities. A filter is allowed only if `which` is `joint`. */
export interface PairPageRequest extends PageRequest<CollaborationFilter> {
  which: PairSelection;
}

export interface PageEntry<Node extends BriefEntity = BriefEntity> {
  node: Node;
  edge: Edge;
}

/** A page of a list. Cursors are made later, from its entries. */
export interface Page<Entry = PageEntry> {
  entries: readonly Entry[];
  /** Whether the list has entries after the page. */
  hasNext: boolean;
  /** Whether the list has entries before the page. */
  hasPrevious: boolean;
  /** The number of entries of the whole list; only if it was requested. */
  total?: number;
}

type PageContent = Pick<Page<unknown>, 'entries' | 'hasNext' | 'hasPrevious'>;

/**
 * Turns a page that was read in the reversed order of its list into a page in the order of the list, and the other way
 * round.
 */
export const reversedPage = <Content extends PageContent>(page: Content): Content => ({
  ...page,
  entries: [...page.entries].reverse(),
  hasNext: page.hasPrevious,
  hasPrevious: page.hasNext,
});
