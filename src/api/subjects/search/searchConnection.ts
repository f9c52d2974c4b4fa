import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import { foldedWords } from '../../../graph/model/foldText.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import { matchedSpelling, searchRank } from '../../../graph/search.ts';
import type { SearchHit } from '../../../graph/store.ts';
import { checkedList, checkedPageSize, checkedText } from '../../limits/argumentLimits.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import { noPage, type PageLoader } from '../../loading/pageLoader.ts';
import type { Completion, SearchConnection } from '../records.ts';

/** The name of the list and of its order in cursors. */
const LIST = 'search';
const ORDER = 'RANK';
/** The values of a position: score, number of papers (of a paper: citations), id. The first two are negated. */
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
 * The hits of a text search; none for blank text.
 *
 * @throws GraphError BAD_USER_INPUT for more than 200 characters, more than 100 `kinds`, a cursor of another list and
 *   as pageArguments does.
 */
export const searchConnection = (loaders: Loaders, args: SearchArguments): SearchConnection => {
  const words = foldedWords(checkedText(args.text, 'text'));
  const page = { words, kinds: distinctKinds(args.kinds), ...pageArguments(args, hitPosition) };
  const load: PageLoader<SearchHit> = words.length === 0 ? async () => noPage : loaders.search(page);
  return connection({ load, cursorOf: hitCursor }, ROOT, undefined);
};

/**
 * The first hits of a search for the text typed so far, each with the spelling that matched.
 *
 * @throws GraphError BAD_USER_INPUT for more than 200 characters, a `first` outside 0–100 and more than 100 `kinds`.
 */
export const completions = async (loaders: Loaders, args: CompletionArguments): Promise<Completion[]> => {
  const words = foldedWords(checkedText(args.prefix, 'prefix'));
  const page = { words, kinds: distinctKinds(args.kinds), first: checkedPageSize(args.first) };
  if (words.length === 0 || page.first === 0) return [];
  const { entries } = await loaders.search(page)(ROOT, 'briefEntries');
  return entries.map(({ node }) => ({ entity: node, matchedText: matchedSpelling(node, words) }));
};

/** Each kind once, in the order of the enum, so that equal searches have equal keys; all kinds for an empty list. */
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
