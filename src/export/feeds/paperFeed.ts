import { badInput } from '../../graph/errors.ts';
import { feedDays, feedPeriods } from '../../graph/feed.ts';
import { checkedId } from '../../graph/model/checkedId.ts';
import { labelOf, type Entity, type Paper } from '../../graph/model/entities.ts';
import { foldedWords } from '../../graph/model/foldText.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { LARGEST_PAGE } from '../../graph/model/pages.ts';
import { relations } from '../../graph/model/relations.ts';
import { searchRank } from '../../graph/search.ts';
import type { SearchRequest } from '../../graph/store.ts';
import { entitiesOf, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import { checkNames, singleValue, wordList, type Parameters } from '../parameters.ts';

/** A feed, independent of its format. Texts are on one line. */
export interface PaperFeed {
  title: string;
  /** The path of the page that shows the same. */
  path: string;
  /** When the stored data last changed, ISO 8601 in UTC. */
  updated: string;
  items: readonly FeedItem[];
}

export interface FeedItem {
  path: string;
  title: string;
  /** ISO 8601 in UTC. */
  published: string;
  authors: readonly string[];
  topics: readonly string[];
  abstract: string | null;
}

const MOST_ITEMS = 50;
const MOST_IDS = 100;
const MOST_AUTHORS = 20;
const MOST_TOPICS = 5;
/** How many papers a text may match: the newest of them are known only when all are read. */
const MOST_HITS = 1_000;

/**
 * The newest 50 papers of everything, or of some entities, of a period, with a text in their title.
 *
 * @throws GraphError BAD_USER_INPUT for invalid parameters and a text that too many papers match; UnknownId.
 */
export const paperFeed = async (reads: ExportReads, parameters: Parameters): Promise<PaperFeed> => {
  checkNames(parameters, ['ids', 'period', 'q']);
  const entities = await entitiesOf(reads, requestedIds(parameters), 'ids');
  const [period, ...others] = wordList(parameters, 'period', feedPeriods);
  if (others.length > 0) throw badInput('period', 'period was given several times; it may be given once.');
  const text = singleValue(parameters, 'q');
  const paperIds = text === undefined ? undefined : await matchingPapers(reads, text);
  const { entries } = await reads.feed({
    days: feedDays({ ...(period && { period }) }),
    ...(entities.length > 0 && { entityIds: entities.map(({ id }) => id) }),
    ...(paperIds && { paperIds }),
    orderBy: 'NEWEST',
    first: MOST_ITEMS,
  });
  const { asOf } = await reads.statistics();
  return {
    title: titleOf(entities, text),
    path: pagePath(entities, text),
    updated: new Date(asOf).toISOString(),
    items: await itemsOf(
      reads,
      entries.map(({ node }) => node),
    ),
  };
};

const requestedIds = (parameters: Parameters): EntityId[] => {
  const ids = parameters.get('ids') ?? [];
  if (ids.length > MOST_IDS)
    throw badInput('ids', `ids has ${ids.length} members; at most ${MOST_IDS} are allowed.`);
  return ids.map((id) => checkedId(id, 'ids'));
};

const matchingPapers = async (reads: ExportReads, text: string): Promise<EntityId[]> => {
  const words = foldedWords(text);
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

const titleOf = (entities: readonly Entity[], text: string | undefined): string => {
  const names = entities.map((entity) => oneLine(labelOf(entity)));
  const about = [...names.slice(0, 5), ...(names.length > 5 ? [`${names.length - 5} more`] : [])];
  if (text !== undefined) about.push(`“${oneLine(text)}”`);
  return about.length === 0 ? 'New papers' : `New papers: ${about.join(', ')}`;
};

const pagePath = (entities: readonly Entity[], text: string | undefined): string => {
  const [entity] = entities;
  if (entity) return entityPath(entity.id);
  return text === undefined ? '/' : `/search?text=${encodeURIComponent(text)}`;
};

/** The path of an entity's page in the explorer. */
const entityPath = (id: EntityId): string => `/${id.slice(0, id.indexOf(':'))}/${encodeURIComponent(id)}`;

const itemsOf = async (reads: ExportReads, papers: readonly Paper[]): Promise<FeedItem[]> => {
  const ids = papers.map(({ id }) => id);
  if (ids.length === 0) return [];
  const page = { count: false, brief: true };
  const [neighbors, abstracts] = await Promise.all([
    reads.neighbors(ids, [
      {
        relation: 'paperAuthors',
        page: { ...page, first: MOST_AUTHORS, order: relations.paperAuthors.orders.PRINTED },
      },
      {
        relation: 'paperTopics',
        page: { ...page, first: MOST_TOPICS, order: relations.paperTopics.orders.HIGHEST_SCORE },
      },
    ]),
    reads.abstracts(ids),
  ]);
  return papers.map((paper) => {
    const [authors, topics] = (neighbors.get(paper.id) ?? []).map(({ entries }) =>
      entries.map(({ node }) => oneLine(labelOf(node))),
    );
    const abstract = abstracts.get(paper.id);
    return {
      path: entityPath(paper.id),
      title: oneLine(labelOf(paper)),
      published: `${paper.date ?? `${String(paper.year).padStart(4, '0')}-01-01`}T00:00:00Z`,
      authors: authors ?? [],
      topics: topics ?? [],
      abstract: abstract === undefined ? null : oneLine(abstract),
    };
  });
};
