import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import { compareTexts } from '../../../graph/model/compareTexts.ts';
import type { Entity } from '../../../graph/model/entities.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entityKinds.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import { reversedPage } from '../../../graph/model/pages.ts';
import { possibleIds } from '../../../graph/possibleIds.ts';
import { matchedSpelling, scoreOfMatch, searchMatches, searchRank } from '../../../graph/search.ts';
import { searchedWords } from '../../../graph/searchWords.ts';
import type { SearchHit, SearchPage, SearchRequest } from '../../../graph/searchRequest.ts';
import { checkedList, checkedPageSize, checkedText } from '../../../graph/checks.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments, type RequestedPage } from '../../loading/pageArguments.ts';
import { noPage, type PageLoader } from '../../loading/pageLoader.ts';
import type { Completion, SearchConnection, SearchOrigin } from '../parents.ts';

/** The names of the list of search hits and of its only order, as cursors contain them. */
const LIST = 'search';
const ORDER = 'RANK';
/**
 * The values that a cursor contains: the score and the number of papers (for a paper: of citations), both negated, and
 * the id.
 */
const keys: readonly OrderKey[] = ['-score', '-papers', 'id'];

interface SearchArguments extends ConnectionArguments {
  text: string;
  kinds?: readonly EntityKind[] | null;
}

interface CompletionArguments {
  prefix: string;
  kinds?: readonly EntityKind[] | null;
  first: number;
}

/**
 * The hits of a text search; none for a text without letters and digits. A text that is an identifier finds the
 * entities that have it.
 *
 * @throws GraphError BAD_USER_INPUT for more than 200 characters, more than 100 `kinds`, a cursor of another list, and
 *   in the same cases as pageArguments.
 */
export const searchConnection = (loaders: Loaders, args: SearchArguments): SearchConnection => {
  const { text } = args;
  const words = searchedWords(checkedText(text, 'text'));
  const kinds = distinctKinds(args.kinds);
  const load = hitLoader(loaders, { text, words, kinds }, pageArguments(args, hitPosition));
  return connection({ load, cursorOf: hitCursor }, ROOT, { text, words });
};

/**
 * The first hits of a search for a text that the user is still typing. Each hit has the spelling that matched.
 *
 * @throws GraphError BAD_USER_INPUT for more than 200 characters, a `first` outside 0–100 and more than 100 `kinds`.
 */
export const completions = async (loaders: Loaders, args: CompletionArguments): Promise<Completion[]> => {
  const text = args.prefix;
  const words = searchedWords(checkedText(text, 'prefix'));
  const first = checkedPageSize(args.first);
  const load = hitLoader(loaders, { text, words, kinds: distinctKinds(args.kinds) }, { first });
  if (first === 0) return [];
  const { entries } = await load(ROOT, 'briefEntries');
  return entries.map((hit) => ({ entity: hit.node, matchedText: matchedText(hit, { text, words }) }));
};

/** The spelling of the entity that matched the search or, if an identifier matched, the text of the search. */
export const matchedText = ({ node, score }: SearchHit, { text, words }: SearchOrigin): string =>
  searchMatches[score] === 'IDENTIFIER' ? text.trim() : matchedSpelling(node, words);

type HitPosition = NonNullable<SearchRequest['after']>;

const hitLoader = (
  loaders: Loaders,
  { text, words, kinds }: SearchOrigin & { kinds: readonly EntityKind[] },
  page: RequestedPage<HitPosition>,
): PageLoader<SearchHit> => {
  const ids = possibleIds(text);
  return async (parent, part) => {
    const entities = await Promise.all(ids.map((id) => loaders.entities.load(id)));
    const found = new Map(
      entities.flatMap((each) => (each && kinds.includes(each.kind) ? [[each.id, each]] : [])),
    );
    if (found.size > 0) return pageOfEntities([...found.values()], page);
    return words.words.length === 0 ? noPage : loaders.search({ ...words, kinds, ...page })(parent, part);
  };
};

/** A page of the entities that have the identifier that was searched for. */
const pageOfEntities = (
  entities: readonly Entity[],
  { first, after, backward }: RequestedPage<HitPosition>,
): SearchPage => {
  const score = scoreOfMatch('IDENTIFIER');
  const sign = backward ? -1 : 1;
  const hits = entities
    .map((node) => ({ node, score, rank: searchRank(node), id: node.id }))
    .sort((a, b) => sign * comparePositions(a, b));
  const following = after ? hits.filter((hit) => sign * comparePositions(hit, after) > 0) : hits;
  const page = {
    entries: following.slice(0, first),
    hasNext: following.length > first,
    hasPrevious: following.length < hits.length,
    total: hits.length,
  };
  return backward ? reversedPage(page) : page;
};

const comparePositions = (left: HitPosition, right: HitPosition): number =>
  right.score - left.score || right.rank - left.rank || compareTexts(left.id, right.id);

/**
 * The kinds without duplicates, in the order of the enum, so that equal searches have equal keys. An empty list means
 * all kinds.
 */
const distinctKinds = (kinds: readonly EntityKind[] | null | undefined): readonly EntityKind[] =>
  kinds && checkedList(kinds, 'kinds').length > 0
    ? entityKinds.filter((kind) => kinds.includes(kind))
    : entityKinds;

const hitCursor = ({ node, score }: SearchHit): string =>
  encodeCursor(LIST, ORDER, [-score, 0 - searchRank(node), node.id]);

const hitPosition = (cursor: string, argument: string) => {
  const [score, rank, id] = decodeCursor(cursor, LIST, ORDER, keys, argument);
  return { score: 0 - Number(score), rank: 0 - Number(rank), id: String(id) };
};
