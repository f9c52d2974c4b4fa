import type { EntityId } from '../../graph/model/ids.ts';

/** An entry of a feed. Its texts contain no line breaks. */
export interface FeedItem {
  /** The path of the page in the explorer that shows the item; different for every item. */
  path: string;
  title: string;
  /** When the item was published: a time in ISO 8601, in UTC. */
  published: string;
  authors: readonly string[];
  topics: readonly string[];
  abstract: string | null;
}

/** The path of an entity's page in the explorer. */
export const entityPath = (id: EntityId): string =>
  `/${id.slice(0, id.indexOf(':'))}/${encodeURIComponent(id)}`;

/** The beginning of the day or, if only the year is known, of the year: ISO 8601 in UTC. */
export const startOf = (date: string | null, year: number | null): string =>
  `${date ?? `${String(year).padStart(4, '0')}-01-01`}T00:00:00Z`;
