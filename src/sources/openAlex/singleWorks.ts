import { deletedWork } from '../../import/formats/openAlex/deletedWork.ts';
import { isPlaceholder } from '../../import/formats/openAlex/placeholders.ts';
import { openAlexId } from '../../import/formats/openAlex/topicHierarchy.ts';
import { isListCut, MAX_LISTED_AUTHORS } from '../../import/formats/openAlex/workAuthors.ts';
import { isObject, objectsOf, type JsonObject } from '../../import/formats/reading/jsonFields.ts';
import type { Checkpoint, RecordOrigin, SourceItem } from '../../import/importRecord.ts';
import { withRetries } from '../http/withRetries.ts';
import { isUnsent, SourceError, TransientFault } from '../sourceError.ts';
import type { ReaderContext } from '../sourceReader.ts';
import type { OpenAlexClient } from './openAlexClient.ts';

/**
 * Reads single works, which costs nothing. This is needed if a list has only some authors of a work, or no longer has a
 * work.
 */
export class SingleWorks {
  readonly #client: OpenAlexClient;
  readonly #context: Pick<ReaderContext, 'signal' | 'retries'>;

  constructor(client: OpenAlexClient, context: Pick<ReaderContext, 'signal' | 'retries'>) {
    this.#client = client;
    this.#context = context;
  }

  /**
   * Returns the work `listed`, which is an entry of a list. If the list has only the first authors, reads the work with
   * all its authors. Yields a redirect if the work was merged into another one. If the work cannot be read, or has
   * fewer authors than in the list, returns the entry of the list, because the list has just shown that the work
   * exists.
   */
  async *completed(listed: unknown, origin: RecordOrigin): AsyncGenerator<SourceItem | Checkpoint, unknown> {
    const id = isObject(listed) ? openAlexId('PAPER', listed['id']) : undefined;
    if (!isObject(listed) || id === undefined) return listed;
    const count = authorsOf(listed);
    if (count < MAX_LISTED_AUTHORS && !isListCut(listed)) return listed;
    const answer = yield* this.#tryRead(id, origin);
    if (answer && !(answer instanceof SourceError)) {
      const isOther = (openAlexId('PAPER', answer['id']) ?? id) !== id;
      if (isOther || authorsOf(answer) >= count) return answer;
    }
    const found =
      answer instanceof SourceError || !answer ? reasonOf(answer) : `${authorsOf(answer)} authors`;
    const message = `OpenAlex lists the work ${id} with its first ${count} authors; the single work: ${found}`;
    yield { origin, problem: { kind: 'incompleteAuthors', message } };
    return { ...listed, is_authors_truncated: true };
  }

  /**
   * Yields records about works that are not listed any more: a redirect for a merged work and a removal for a deleted
   * work. Other works only left the scope; for these it yields nothing.
   *
   * @returns the works that could not be read
   */
  async *vanished(
    ids: readonly string[],
    origin: RecordOrigin,
  ): AsyncGenerator<SourceItem | Checkpoint, string[]> {
    const unread: string[] = [];
    let failures = 0;
    for (const id of ids) {
      const answer = failures < MAX_FAILURES ? yield* this.#tryRead(id, origin) : notTried;
      failures = answer instanceof SourceError ? failures + 1 : 0;
      if (answer instanceof SourceError) {
        unread.push(id);
        const message = `OpenAlex does not list the work ${id} any more; the single work: ${reasonOf(answer)}`;
        yield { origin, problem: { kind: 'uncheckedPaper', message } };
      } else if (!answer) yield { origin, value: deletedWork(id) };
    }
    return unread;
  }

  /**
   * Does the same as `#read`, but returns an error that may concern only this work, so that one work does not end the
   * run.
   */
  async *#tryRead(
    id: string,
    origin: RecordOrigin,
  ): AsyncGenerator<SourceItem | Checkpoint, JsonObject | SourceError | undefined> {
    try {
      return yield* this.#read(id, origin);
    } catch (error) {
      if (error instanceof SourceError && mayConcernOneWork(error)) return error;
      throw error;
    }
  }

  /** Reads a work, and yields a redirect if it was merged. Returns undefined if OpenAlex deleted it. */
  async *#read(
    id: string,
    origin: RecordOrigin,
  ): AsyncGenerator<SourceItem | Checkpoint, JsonObject | undefined> {
    const { signal, retries: limits } = this.#context;
    const attempt = () => this.#client.work(id, signal);
    const work = yield* withRetries(attempt, { beforeAttempt: () => [], limits, signal });
    const currentId = openAlexId('PAPER', work?.['id']);
    if (isPlaceholder(currentId)) return undefined;
    if (currentId !== undefined && currentId !== id) {
      yield { origin, value: { record: 'redirect', from: `openalex:${id}`, to: `openalex:${currentId}` } };
    }
    return work;
  }
}

/**
 * After this many works in a row could not be read, no further works are requested, because the service probably fails.
 */
const MAX_FAILURES = 10;

const notTried = new SourceError(
  'SOURCE_UNAVAILABLE',
  `not requested, because the requests for the ${MAX_FAILURES} works before it failed`,
);

const authorsOf = (work: JsonObject): number => objectsOf(work['authorships']).length;

/**
 * Returns false if the service refuses the user, cannot be reached, or asks to wait: it would answer requests for other
 * works in the same way.
 */
const mayConcernOneWork = (error: SourceError): boolean => {
  const { code, cause } = error;
  if (isUnsent(error) || isUnsent(cause)) return false;
  if (cause instanceof TransientFault && cause.waitMilliseconds !== undefined) return false;
  return code === 'SOURCE_UNAVAILABLE' || code === 'BAD_USER_INPUT';
};

/** A sentence that says why a work was not read. @param error undefined if OpenAlex does not have the work */
const reasonOf = (error: SourceError | undefined): string => {
  if (!error) return 'OpenAlex does not have it';
  return error.cause instanceof TransientFault ? error.cause.message : error.message;
};
