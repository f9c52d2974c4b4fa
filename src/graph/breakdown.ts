import type { Entity } from './model/entities.ts';
import type { PaperFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { OrderKey, SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/** What papers can be grouped by, in the order of the schema's enum. */
export const dimensions = [
  'YEAR',
  'TOPIC',
  'FIELD',
  'INSTITUTION',
  'COUNTRY',
  'VENUE',
  'PAPER_TYPE',
  'AUTHOR',
  'COLLABORATOR',
] as const;
export type Dimension = (typeof dimensions)[number];

export interface BreakdownRequest {
  /** Only papers of this entity: an author's, an institution's, a topic's, or those that cite a paper. */
  entityId?: EntityId;
  filter?: PaperFilter;
  /** One or two dimensions. COLLABORATOR only with the id of an author. */
  by: readonly Dimension[];
  /** Only groups with one of these values in the first dimension. */
  values?: readonly string[];
  /** 0–100. */
  first: number;
  /** A position from groupPosition. */
  after?: SortValues;
  /** As in PageRequest. */
  backward?: boolean;
}

/** The value of a group in one dimension. */
export interface GroupKey {
  dimension: Dimension;
  /** The id of an entity, a year of four digits, or a word as stored. */
  value: string;
  /** Null for dimensions without entities. */
  entity: Entity | null;
}

/** The papers with one value in each dimension. */
export interface PaperGroup {
  /** In the order of the dimensions. */
  keys: readonly GroupKey[];
  /** The number of different papers, at least 1. */
  paperCount: number;
}

export interface BreakdownPage extends Page<{ node: PaperGroup }> {
  /**
   * The number of all groups. If the request has `values`, `total` and `sum` are only over the groups with one of these
   * values.
   */
  total: number;
  /** The number of different papers, in groups and ungrouped. */
  paperCount: number;
  /** The sum of the groups' numbers of papers: a paper in several groups counts in each. */
  sum: number;
  /** The number of papers in no group, because they have no value in a dimension. */
  ungroupedCount: number;
}

/** The types of the sort values of a group: descending number of papers, then the values of its keys. */
export const groupOrder = (by: readonly Dimension[]): OrderKey[] => [
  '-papers',
  ...by.map(() => 'id' as const),
];

export const groupPosition = ({ keys, paperCount }: PaperGroup): SortValues => [
  0 - paperCount,
  ...keys.map(({ value }) => value),
];
