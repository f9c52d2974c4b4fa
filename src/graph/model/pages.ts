import type { Edge } from './edges.ts';
import type { BriefEntity } from './entities.ts';
import type { ListFilter, RelationFilter } from './filters.ts';
import type { OrderKey, SortValues } from './orders.ts';

/** The most entries a page has. */
export const LARGEST_PAGE = 100;

/** A page of a list, checked: how many entries, from where, in which order, of what passes which filter. */
export interface PageRequest<Filter = never> {
  /** 0–100. */
  first: number;
  /** The position after which to continue. */
  after?: SortValues;
  order: readonly OrderKey[];
  filter?: Filter;
  /** Whether to count the whole list as well. */
  count: boolean;
  /** Allows the store to return brief entities, and authorships of which only the position is certain. */
  brief?: boolean;
}

export type RelationPageRequest = PageRequest<RelationFilter>;
export type ListPageRequest = PageRequest<ListFilter>;

export interface PageEntry<Node extends BriefEntity = BriefEntity> {
  node: Node;
  edge: Edge;
}

/** A page of a list, without cursors. */
export interface Page<Entry = PageEntry> {
  entries: readonly Entry[];
  hasNext: boolean;
  /** `after` was given and something lies before. */
  hasPrevious: boolean;
  /** Entries in the whole list; only where asked for. */
  total?: number;
}

export const emptyPage: Page = { entries: [], hasNext: false, hasPrevious: false, total: 0 };
