import { parse, type GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import { documentCounts, type DocumentCounts } from './documentCounts.ts';
import { refusal } from './refusal.ts';

/** The maximum number of tokens in a document. It limits the time that parsing and validation take. */
export const MAX_TOKENS = 1000;

const maxCounts: Readonly<DocumentCounts> = {
  depth: 12,
  fields: 250,
  aliases: 15,
  repeated: 20,
  directives: 5,
};

const messages: Readonly<Record<keyof DocumentCounts, (count: number, max: number) => string>> = {
  depth: (count, max) => `The document nests fields ${count} levels deep; at most ${max} are allowed.`,
  fields: (count, max) => `The document selects ${count} fields; at most ${max} are allowed.`,
  aliases: (count, max) => `The document has ${count} aliases; at most ${max} are allowed.`,
  repeated: (count, max) =>
    `The document selects one field ${count} times in one place; at most ${max} are allowed.`,
  directives: (count, max) => `The document has ${count} directives; at most ${max} are allowed.`,
};

/**
 * Checks the size of a document before it is validated. Validation of a document within the limits takes milliseconds.
 * A document that was not checked before waits for a new time slice, because the check takes milliseconds, too.
 *
 * @throws GraphQLError BAD_USER_INPUT if the document exceeds a limit, with the name of the limit in
 *   `extensions.bound`.
 */
export const checkDocument = async (text: string): Promise<void> => {
  if (acceptedDocuments.has(text)) return;
  await cooperativeScheduler.nextSlice();
  const error = sizeError(text);
  if (error) throw error;
  acceptedDocuments.set(text, true);
};

/**
 * Documents that were checked and are within the limits, so that a document is only checked when it is sent for the
 * first time. Sizes are in characters.
 */
const acceptedDocuments = new LRUCache<string, true>({
  maxSize: 5_000_000,
  sizeCalculation: (_, text) => text.length + 100,
});

/**
 * The error for a document that exceeds a limit; undefined if there is none. Also undefined if the document cannot be
 * parsed, because Apollo then reports the syntax error.
 */
const sizeError = (text: string): GraphQLError | undefined => {
  let counts: DocumentCounts;
  try {
    counts = documentCounts(parse(text, { maxTokens: MAX_TOKENS, noLocation: true }));
  } catch {
    return undefined;
  }
  for (const bound of Object.keys(messages) as (keyof DocumentCounts)[]) {
    const most = maxCounts[bound];
    if (counts[bound] > most) {
      return refusal('BAD_USER_INPUT', messages[bound](counts[bound], most), { bound, most });
    }
  }
  return undefined;
};
