import { checkedList, MAX_LIST_LENGTH, checkedText } from '../../graph/checks.ts';
import { badInput } from '../../graph/errors.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import { feedDays, feedPeriods } from '../../graph/feed.ts';
import { checkedId } from '../../graph/model/checkedId.ts';
import { labelOf, type Author, type Entity } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { foldedWords } from '../../graph/model/foldText.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import { searchRank } from '../../graph/search.ts';
import type { SearchRequest } from '../../graph/searchRequest.ts';
import { entitiesOf, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import { checkNames, singleValue, wordList, type Parameters } from '../parameters.ts';
import { distanceItems } from './distanceItems.ts';
import { entityPath, type FeedItem } from './feedItem.ts';
import { paperItems } from './paperItems.ts';

/** The contents of a feed, the same for all formats. No text contains a line break. */
export interface PaperFeed {
  title: string;
  /** The path of the page in the explorer that shows the same papers. */
  path: string;
  /** When the stored data last changed, ISO 8601 in UTC. */
  updated: string;
  items: readonly FeedItem[];
}

const MOST_ITEMS = 50;
const MOST_DISTANCES = 10;
/** The maximum number of papers that may match a text, because all of them must be read to find the newest ones. */
const MOST_HITS = 1_000;

/**
 * The newest 50 papers. Parameters can limit them to papers of some entities, of a period, or with a text in their
 * title. If `distanceTo` names authors, the feed also has an item for each day on which the distance from one of them
 * to one of the authors in `ids` became shorter.
 *
 * @throws GraphError BAD_USER_INPUT for invalid parameters and a text that too many papers match; UnknownId for an id
 *   that is not stored.
 */
export const paperFeed = async (reads: ExportReads, parameters: Parameters): Promise<PaperFeed> => {
  checkNames(parameters, ['ids', 'period', 'q', 'distanceTo']);
  const entities = await entitiesOf(reads, requestedIds(parameters, 'ids', MAX_LIST_LENGTH), 'ids');
  const otherIds = requestedIds(parameters, 'distanceTo', MOST_DISTANCES, 'AUTHOR');
  const others = (await entitiesOf(reads, otherIds, 'distanceTo')) as Author[];
  const authors = entities.filter((entity) => entity.kind === 'AUTHOR');
  checkDistances(authors, others);
  const [period, ...furtherPeriods] = wordList(parameters, 'period', feedPeriods);
  if (furtherPeriods.length > 0)
    throw badInput('period', 'period was given several times; it may be given once.');
  const text = singleValue(parameters, 'q');
  const paperIds = text === undefined ? undefined : await matchingPapers(reads, text);
  const days = feedDays({ ...(period && { period }) });
  const { entries } = await reads.feed({
    days,
    ...(entities.length > 0 && { entityIds: entities.map(({ id }) => id) }),
    ...(paperIds && { paperIds }),
    orderBy: 'NEWEST',
    first: MOST_ITEMS,
  });
  const { asOf } = await reads.statistics();
  const papers = await paperItems(
    reads,
    entries.map(({ node }) => node),
  );
  const distances = await distanceItems(reads, authors, others, { days, first: MOST_ITEMS });
  return {
    title: titleOf(entities, others, text),
    path: pagePath(entities, text),
    updated: new Date(asOf).toISOString(),
    items: [...papers, ...distances]
      // the sort is stable, so papers stay before items about distances of the same day
      .sort((a, b) => compareTexts(b.published, a.published))
      .slice(0, MOST_ITEMS),
  };
};

const requestedIds = (
  parameters: Parameters,
  name: string,
  most: number,
  ...kinds: EntityKind[]
): EntityId[] => {
  const ids = checkedList(parameters.get(name) ?? [], name, most);
  return ids.map((id) => checkedId(id, name, ...kinds));
};

const checkDistances = (authors: readonly Author[], others: readonly Author[]): void => {
  if (others.length === 0 || (authors.length > 0 && authors.length <= MOST_DISTANCES)) return;
  throw badInput(
    'distanceTo',
    `With distanceTo, ids must have 1–${MOST_DISTANCES} ids of authors; it has ${authors.length}.`,
  );
};

const matchingPapers = async (reads: ExportReads, text: string): Promise<EntityId[]> => {
  const words = foldedWords(checkedText(text, 'q'));
  if (words.length === 0) throw badInput('q', 'q has no letters or digits; it must have words of titles.');
  const ids: EntityId[] = [];
  for (let after: SearchRequest['after']; ;) {
    const request = { words, kinds: ['PAPER' as const], first: LARGEST_PAGE, count: true };
    const { entries, hasNext, total = 0 } = await reads.search({ ...request, ...(after && { after }) });
    if (total > MOST_HITS) {
      throw badInput(
        'q',
        `${total} papers match q; a feed can follow at most ${MOST_HITS}. Add words, or follow a topic by ids.`,
      );
    }
    ids.push(...entries.map(({ node }) => node.id));
    const last = entries.at(-1);
    if (!hasNext || !last) return ids;
    after = { score: last.score, rank: searchRank(last.node), id: last.node.id };
  }
};

const titleOf = (
  entities: readonly Entity[],
  others: readonly Entity[],
  text: string | undefined,
): string => {
  const about = namesOf(entities);
  if (text !== undefined) about.push(`“${oneLine(text)}”`);
  const papers = about.length === 0 ? 'New papers' : `New papers: ${about.join(', ')}`;
  return others.length === 0 ? papers : `${papers}; distance to ${namesOf(others).join(', ')}`;
};

const namesOf = (entities: readonly Entity[]): string[] => {
  const names = entities.map((entity) => oneLine(labelOf(entity)));
  return [...names.slice(0, 5), ...(names.length > 5 ? [`${names.length - 5} more`] : [])];
};

const pagePath = (entities: readonly Entity[], text: string | undefined): string => {
  const [entity] = entities;
  if (entity) return entityPath(entity.id);
  return text === undefined ? '/' : `/search?text=${encodeURIComponent(text)}`;
};
