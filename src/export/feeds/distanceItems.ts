import { eventPosition, type AuthorEvent } from '../../graph/authorEvents.ts';
import type { DayRange } from '../../graph/feed.ts';
import { labelOf, type Author } from '../../graph/model/entities.ts';
import type { ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import { startOf, type FeedItem } from './feedItem.ts';

interface Period {
  days: DayRange;
  /** The maximum number of items for one author. */
  first: number;
}

/**
 * Returns items of a feed. Each says on which day the distance in the collaboration graph between one of `authors` and
 * one of `others` became shorter.
 */
export const distanceItems = async (
  reads: ExportReads,
  authors: readonly Author[],
  others: readonly Author[],
  { days: { from, to }, first }: Period,
): Promise<FeedItem[]> => {
  if (others.length === 0) return [];
  const pages = await reads.authorEvents(
    authors.map(({ id }) => id),
    {
      kinds: ['DISTANCE_SHORTENED'],
      distanceTo: others.map(({ id }) => id),
      ...(from !== undefined && { since: from }),
      first,
      count: false,
    },
  );
  return authors.flatMap((author) =>
    (pages.get(author.id)?.entries ?? [])
      .map(({ node }) => node)
      .filter((event) => 0 - Number(eventPosition(event)[0]) <= to)
      .map((event) => distanceItem(author, event)),
  );
};

const distanceItem = (author: Author, event: AuthorEvent): FeedItem => {
  const { date, year, entity, paper } = event;
  const published = startOf(date, year);
  const ends = new URLSearchParams({ from: author.id, to: entity.id }).toString();
  return {
    path: `/paths/authors?${ends}#${published.slice(0, 10)}`,
    title: sentence(oneLine(author.name), oneLine(labelOf(entity)), event),
    published,
    authors: [],
    topics: [],
    abstract: paper && `Because of the paper “${oneLine(labelOf(paper))}”.`,
  };
};

const sentence = (name: string, other: string, { distance, previousDistance }: AuthorEvent): string => {
  if (distance === 1) return `${name} and ${other} have written their first paper together`;
  return previousDistance === null
    ? `${name} and ${other} are now connected, by ${distance} steps`
    : `${name} is now ${distance} steps from ${other}; before, there were ${previousDistance}`;
};
