import type { Entity } from './model/entities.ts';
import type { PaperFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { OrderKey, SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/** The dimensions by which papers can be grouped, in the order of the schema's enum. */
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

/** The dimensions whose values are ids of entities. */
export const entityDimensions: ReadonlySet<Dimension> = new Set<Dimension>([
  'TOPIC',
  'FIELD',
  'INSTITUTION',
  'AUTHOR',
  'COLLABORATOR',
]);

export interface BreakdownRequest {
  /** Only papers by, about or from this entity; if it is a paper, only papers that cite it. */
  entityId?: EntityId;
  filter?: PaperFilter;
  /** One or two dimensions. COLLABORATOR is allowed only if `entityId` is the id of an author. */
  by: readonly Dimension[];
  /** Only groups whose value in the first dimension is one of these. */
  values?: readonly string[];
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by groupPosition. */
  after?: SortValues;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
}

/** The value of a group in one dimension. */
export interface GroupKey {
  dimension: Dimension;
  /** The id of an entity, a year with four digits, or a stored word such as a venue or a country code. */
  value: string;
  /** The entity with the id `value`; null if the values of the dimension are not entities. */
  entity: Entity | null;
}

/** All papers that have the same value in each dimension. */
export interface PaperGroup {
  /** The values of the group, in the order of the dimensions. */
  keys: readonly GroupKey[];
  /** The number of papers in the group, at least 1. */
  paperCount: number;
}

export interface BreakdownPage extends Page<{ node: PaperGroup }> {
  /**
   * The number of all groups. If the request has `values`, `total` and `sum` count only groups with one of these
   * values.
   */
  total: number;
  /** The number of different papers, including those in no group. */
  paperCount: number;
  /** The sum of `paperCount` over all groups. A paper in several groups is counted several times. */
  sum: number;
  /** The number of papers that are in no group, because they have no value in one of the dimensions. */
  ungroupedCount: number;
}

/**
 * The order of groups: descending number of papers, then the values of the keys. Each key gives the type of one sort
 * value of a cursor.
 */
export const groupOrder = (by: readonly Dimension[]): OrderKey[] => [
  '-papers',
  ...by.map(() => 'id' as const),
];

export const groupPosition = ({ keys, paperCount }: PaperGroup): SortValues => [
  0 - paperCount,
  ...keys.map(({ value }) => value),
];
