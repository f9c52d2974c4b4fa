import { deletedWork } from '../../import/formats/openAlex/deletedWork.ts';
import { isPlaceholder } from '../../import/formats/openAlex/placeholders.ts';
import { openAlexId } from '../../import/formats/openAlex/topicHierarchy.ts';
import { isListCut, MAX_LISTED_AUTHORS } from '../../import/formats/openAlex/workAuthors.ts';
import { isObject, objectsOf, type JsonObject } from '../../import/formats/reading/jsonFields.ts';
import type { Checkpoint, RecordOrigin, SourceItem } from '../../import/importRecord.ts';
import { withRetries } from '../http/withRetries.ts';
import type { ReaderContext } from '../sourceReader.ts';
import type { OpenAlexClient } from './openAlexClient.ts';

/** Reads single works. This is free, and is done if a list does not contain everything about a work. */
export class SingleWorks {
  readonly #client: OpenAlexClient;
  readonly #context: Pick<ReaderContext, 'signal' | 'retries'>;

  constructor(client: OpenAlexClient, context: Pick<ReaderContext, 'signal' | 'retries'>) {
    this.#client = client;
    this.#context = context;
  }

  /**
   * Returns a work of a list. If the list has only the first authors, the work is read with all authors. Yields a
   * redirect if the work was merged. If the service does not answer the single work, the first authors are kept, because
   * the list has just shown that the work exists.
   */
  async *completed(listed: unknown, origin: RecordOrigin): AsyncGenerator<SourceItem | Checkpoint, unknown> {
    const isLong = isObject(listed) && objectsOf(listed['authorships']).length >= MAX_LISTED_AUTHORS;
    const id = isObject(listed) ? openAlexId('PAPER', listed['id']) : undefined;
    if (!isObject(listed) || id === undefined || !(isLong || isListCut(listed))) return listed;
    const work = yield* this.#read(id, origin);
    if (work) return work;
    const message = `OpenAlex lists the work ${id} with its first authors, and does not answer it singly`;
    yield { origin, problem: { kind: 'incompleteAuthors', message } };
    return { ...listed, is_authors_truncated: true };
  }

  /**
   * Yields records about works that are not listed any more: a redirect for a merged work and a removal for a deleted
   * work. Other works only left the scope; for these it yields nothing.
   */
  async *vanished(ids: readonly string[], origin: RecordOrigin): AsyncGenerator<SourceItem | Checkpoint> {
    for (const id of ids) {
      const work = yield* this.#read(id, origin);
      if (!work) yield { origin, value: deletedWork(id) };
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
