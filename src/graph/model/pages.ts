import type { Edge } from './edges.ts';
import type { BriefEntity } from './entities.ts';
import type { ListFilter, RelationFilter } from './filters.ts';
import type { OrderKey, SortValues } from './orders.ts';

/** The maximum number of entries of a page. */
export const LARGEST_PAGE = 100;

/** A validated request for a page of a list. */
export interface PageRequest<Filter = never> {
  /** 0–100. */
  first: number;
  /** The sort values after which the page starts. */
  after?: SortValues;
  order: readonly OrderKey[];
  filter?: Filter;
  /** Whether to count the whole list. */
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
  /** Whether the page has a start position and entries before it. */
  hasPrevious: boolean;
  /** The number of entries of the whole list; only if it was requested. */
  total?: number;
}
