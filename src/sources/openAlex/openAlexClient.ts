import { isObject, objectOf, textOf, type JsonObject } from '../../import/formats/reading/jsonFields.ts';
import { SourceClient, type AnswerLimits, type SourceAnswer } from '../http/sourceClient.ts';
import { userAgent } from '../http/userAgent.ts';
import { retryAfter } from '../http/withRetries.ts';
import { SourceError, TransientFault } from '../sourceError.ts';
import type { SourceSettings } from '../sourceSettings.ts';
import type { OpenAlexBudget } from './openAlexBudget.ts';

/** Works in one answer, the most that OpenAlex allows. */
export const PAGE_SIZE = 100;

export interface WorksPage {
  works: readonly unknown[];
  /** How many works match the filter. */
  count: number;
  nextCursor: string | null;
}

/** At most 100 requests in a second are allowed. In ms. */
const INTERVAL = 11;

/** The fields that the import uses. */
const workFields = [
  'id',
  'doi',
  'ids',
  'title',
  'display_name',
  'abstract_inverted_index',
  'publication_date',
  'publication_year',
  'type',
  'primary_location',
  'locations',
  'cited_by_count',
  'is_retracted',
  'authorships',
  'topics',
  'referenced_works',
].join(',');

/** In the messages of refusals that have nothing to do with speed. */
const refusalWords = /api[ _-]?key|premium|\bplan\b|subscri|upgrade|authori[sz]|authentic|forbidden filter/i;
const restrictedFilter = /from_(?:updated|created)_date/;
const budgetWords = /budget|daily|credit|insufficient|prepaid/i;

/** The API of OpenAlex, https://developers.openalex.org. Each method sends one request. */
export class OpenAlexClient {
  readonly #client: SourceClient;
  readonly #budget: OpenAlexBudget;
  readonly #apiKey: string | undefined;

  constructor(
    { contact, openAlex: { url, apiKey } }: SourceSettings,
    budget: OpenAlexBudget,
    limits: Partial<AnswerLimits> | undefined,
  ) {
    this.#client = new SourceClient({
      url,
      headers: { 'user-agent': userAgent(contact), accept: 'application/json' },
      ...(apiKey !== undefined && { query: { api_key: apiKey } }),
      interval: INTERVAL,
      limits,
    });
    this.#budget = budget;
    this.#apiKey = apiKey;
  }

  /** @throws TransientFault, SourceError */
  async works(filter: string, cursor: string, signal: AbortSignal): Promise<WorksPage> {
    const query = { filter, per_page: String(PAGE_SIZE), cursor, select: workFields };
    const answer = await this.#client.send({ path: '/works', query }, signal);
    this.#budget.noteAnswer(answer.headers);
    const { results, meta } = objectOf(this.#acceptedValue(answer));
    const { count, next_cursor: nextCursor } = objectOf(meta);
    if (!Array.isArray(results) || !Number.isSafeInteger(count)) {
      throw new TransientFault(`${this.#client.host} answered JSON that is not a page of works.`);
    }
    return { works: results, count: count as number, nextCursor: textOf(nextCursor) ?? null };
  }

  /** A single work with all its authors; undefined if it does not exist. @throws TransientFault, SourceError */
  async work(id: string, signal: AbortSignal): Promise<JsonObject | undefined> {
    const answer = await this.#client.send({ path: `/works/${id}`, query: { select: workFields } }, signal);
    if (answer.status === 404 || answer.status === 410) return undefined;
    const value = this.#acceptedValue(answer);
    return isObject(value) ? value : undefined;
  }

  #acceptedValue(answer: SourceAnswer): unknown {
    const { status, headers } = answer;
    if (status >= 200 && status < 300) return answer.value;
    const { host } = this.#client;
    const said = this.#messageOf(answer);
    const quoted = said === '' ? '' : ` It says: ${said}`;
    if (status === 400 || (status >= 400 && restrictedFilter.test(said))) {
      throw new SourceError('BAD_USER_INPUT', `${host} refuses the request (status ${status}).${quoted}`);
    }
    if (status === 401 || (status === 403 && refusalWords.test(said))) {
      const key =
        this.#apiKey === undefined ? 'No key is set in OPENALEX_API_KEY.' : 'Check OPENALEX_API_KEY.';
      throw new SourceError(
        'SOURCE_REFUSED',
        `${host} refuses this user (status ${status}). ${key}${quoted}`,
      );
    }
    if (status === 429 && (this.#budget.isServiceLimitReached || budgetWords.test(said))) {
      throw this.#budget.exhausted();
    }
    if (status === 403 || status === 429) {
      this.#client.slowDown();
      throw new TransientFault(
        `${host} refuses requests that come too fast (status ${status}).`,
        retryAfter(headers),
      );
    }
    if (status >= 500 || status === 408) {
      throw new TransientFault(`${host} failed (status ${status}).`, retryAfter(headers));
    }
    throw new SourceError('SOURCE_UNAVAILABLE', `${host} answered with the status ${status}.${quoted}`);
  }

  /** What the service says in an error, cut, on one line and without the key. */
  #messageOf({ value }: SourceAnswer): string {
    const { error, message } = objectOf(value);
    const text = [textOf(error), textOf(message)].filter((part) => part !== undefined).join(': ');
    const withoutKey = this.#apiKey === undefined ? text : text.replaceAll(this.#apiKey, '…');
    return withoutKey.slice(0, 300);
  }
}
