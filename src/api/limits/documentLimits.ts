import { parse, type GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import { documentCounts, type DocumentCounts } from './documentCounts.ts';
import { refusal } from './refusal.ts';

/** The most tokens a document may have: what makes one costly to read and to validate. */
export const MOST_TOKENS = 1000;

/** How large a document may be. */
export const largestDocument: Readonly<DocumentCounts> = {
  depth: 12,
  fields: 250,
  aliases: 15,
  repeated: 20,
  directives: 5,
};

const words: Readonly<Record<keyof DocumentCounts, (count: number, most: number) => string>> = {
  depth: (count, most) => `The document is ${count} fields deep; at most ${most} are allowed.`,
  fields: (count, most) => `The document selects ${count} fields; at most ${most} are allowed.`,
  aliases: (count, most) => `The document has ${count} aliases; at most ${most} are allowed.`,
  repeated: (count, most) =>
    `The document selects a field ${count} times in one place; at most ${most} are allowed.`,
  directives: (count, most) => `The document has ${count} directives; at most ${most} are allowed.`,
};

/** Why a document is refused before it is validated; nothing where it is not, or cannot be read at all. */
const refusedBy = (text: string): GraphQLError | undefined => {
  let counts: DocumentCounts;
  try {
    counts = documentCounts(parse(text, { maxTokens: MOST_TOKENS, noLocation: true }));
  } catch {
    return undefined; // whoever reads it next says what is wrong with it
  }
  for (const bound of Object.keys(words) as (keyof DocumentCounts)[]) {
    const most = largestDocument[bound];
    if (counts[bound] > most) {
      return refusal('BAD_USER_INPUT', words[bound](counts[bound], most), { bound, most });
    }
  }
  return undefined;
};

/** Documents found good, so that one that is asked again and again is read once. In characters. */
const good = new LRUCache<string, true>({
  maxSize: 5_000_000,
  sizeCalculation: (_, text) => text.length + 100,
});

/**
 * Sees that a document may be validated: how deep and wide it is and how often it says the same. Validation of what
 * this lets through takes milliseconds; so does this, of a document that is new, which therefore waits for its turn.
 *
 * @throws GraphQLError BAD_USER_INPUT that names the bound.
 */
export const checkDocument = async (text: string): Promise<void> => {
  if (good.has(text)) return;
  await cooperativeScheduler.nextSlice();
  const refused = refusedBy(text);
  if (refused) throw refused;
  good.set(text, true);
};
