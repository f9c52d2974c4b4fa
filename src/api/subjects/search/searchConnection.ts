import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import { foldedWords } from '../../../graph/model/foldText.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import { matchedSpelling, searchRank } from '../../../graph/search.ts';
import { checkedFirst, checkedList, checkedText } from '../../limits/argumentLimits.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import type { Completion, SearchConnection } from '../records.ts';

const LIST = 'search';
const ORDER = 'RANK';
/** Score, then papers or citations, then id: as sort values, both counts negated. */
const keys: readonly OrderKey[] = ['-score', '-papers', 'id'];

interface SearchArguments {
  text: string;
  kinds?: readonly EntityKind[] | null;
  first: number;
  after?: string | null;
}

/**
 * What a text finds; blank text finds nothing.
 *
 * @throws GraphError BAD_USER_INPUT for more than 200 characters, a `first` outside 0–100, more than 100 `kinds` and a
 *   foreign cursor.
 */
export const searchConnection = (loaders: Loaders, args: SearchArguments): SearchConnection => {
  const words = foldedWords(checkedText(args.text, 'text'));
  const page = {
    words,
    kinds: kindsAsked(args.kinds),
    first: checkedFirst(args.first),
    ...(typeof args.after === 'string' && { after: hitBefore(args.after) }),
  };
  const load = words.length === 0 ? nothingFound : loaders.search(page);
  return connection({
    load: (want) => load(ROOT, want),
    cursorOf: ({ node, score }) => encodeCursor(LIST, ORDER, [-score, 0 - searchRank(node), node.id]),
    origin: undefined,
  });
};

/**
 * What a search for the text typed so far finds first, with the spelling that matched.
 *
 * @throws GraphError BAD_USER_INPUT for more than 200 characters, a `first` outside 0–100 and more than 100 `kinds`.
 */
export const completions = async (
  loaders: Loaders,
  { prefix, kinds, first }: { prefix: string; kinds?: readonly EntityKind[] | null; first: number },
): Promise<Completion[]> => {
  const words = foldedWords(checkedText(prefix, 'prefix'));
  const page = { words, kinds: kindsAsked(kinds), first: checkedFirst(first) };
  if (words.length === 0 || first === 0) return [];
  const { entries } = await loaders.search(page)(ROOT, 'rows');
  return entries.map(({ node }) => ({ entity: node, matchedText: matchedSpelling(node, words) }));
};

const nothingFound = () => Promise.resolve({ entries: [], hasNext: false, hasPrevious: false, total: 0 });

/** In the enum's order, each once, so that equal questions look equal. */
const kindsAsked = (kinds: readonly EntityKind[] | null | undefined): readonly EntityKind[] =>
  kinds && checkedList(kinds, 'kinds').length > 0
    ? entityKinds.filter((kind) => kinds.includes(kind))
    : entityKinds;

const hitBefore = (cursor: string) => {
  const [score, rank, id] = decodeCursor(cursor, LIST, ORDER, keys);
  return { score: 0 - Number(score), rank: 0 - Number(rank), id: String(id) };
};
