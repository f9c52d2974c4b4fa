import { isObject, objectOf, textOf, type JsonObject } from '../../import/formats/reading/jsonFields.ts';
import {
  SourceClient,
  type AnswerLimits,
  type SourceAnswer,
  type SourceRequest,
} from '../http/sourceClient.ts';
import { messageOf, statusFault, type ServiceKey } from '../http/statusFault.ts';
import { userAgent } from '../http/userAgent.ts';
import { isUnsent, SourceError, TransientFault } from '../sourceError.ts';
import type { SourceSettings } from '../sourceSettings.ts';
import type { OpenAlexBudget } from './openAlexBudget.ts';

/** The number of works in one answer: the maximum that OpenAlex allows. */
export const PAGE_SIZE = 100;

export interface WorksPage {
  works: readonly unknown[];
  /** How many works match the filter. */
  count: number;
  nextCursor: string | null;
}

/** The time between two requests in ms. OpenAlex allows at most 100 requests in a second. */
const INTERVAL = 11;

/** The fields of a work that the import uses. Only these are requested. */
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

const restrictedFilter = /from_(?:updated|created)_date/;
const budgetWords = /budget|daily|credit|insufficient|prepaid/i;

/** The API of OpenAlex, https://developers.openalex.org. Each method sends one request. */
export class OpenAlexClient {
  readonly #client: SourceClient;
  readonly #budget: OpenAlexBudget;
  readonly #key: ServiceKey;

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
      tooFastStatuses: [403, 429],
      limits,
    });
    this.#budget = budget;
    this.#key = { setting: 'OPENALEX_API_KEY', value: apiKey };
  }

  /**
   * Reads a page of a list. The caller must have counted the request in the budget. @throws TransientFault, SourceError
   */
  async works(filter: string, cursor: string, signal: AbortSignal): Promise<WorksPage> {
    const query = { filter, per_page: String(PAGE_SIZE), cursor, select: workFields };
    const answer = await this.#sendCounted({ path: '/works', query }, signal);
    this.#budget.noteAnswer(answer.headers);
    const { results, meta } = objectOf(this.#acceptedValue(answer));
    const { count, next_cursor: nextCursor } = objectOf(meta);
    if (!Array.isArray(results) || !Number.isSafeInteger(count) || (count as number) < 0) {
      throw new TransientFault(`${this.#client.host} answered JSON that is not a page of works.`);
    }
    return { works: results, count: count as number, nextCursor: textOf(nextCursor) ?? null };
  }

  /** A single work with all its authors; undefined if it does not exist. @throws TransientFault, SourceError */
  async work(id: string, signal: AbortSignal): Promise<JsonObject | undefined> {
    const answer = await this.#client.send({ path: `/works/${id}`, query: { select: workFields } }, signal);
    if (answer.status === 404 || answer.status === 410) return undefined;
    const value = this.#acceptedValue(answer);
    if (isObject(value)) return value;
    throw new TransientFault(`${this.#client.host} answered JSON that is not a work.`);
  }

  async #sendCounted(request: SourceRequest, signal: AbortSignal): Promise<SourceAnswer> {
    try {
      return await this.#client.send(request, signal);
    } catch (error) {
      if (isUnsent(error)) this.#budget.takeBack();
      throw error;
    }
  }

  #acceptedValue(answer: SourceAnswer): unknown {
    const { status } = answer;
    if (status >= 200 && status < 300) return answer.value;
    const said = messageOf(answer, this.#key);
    if (status >= 400 && restrictedFilter.test(said)) {
      throw new SourceError(
        'SOURCE_REFUSED',
        `${this.#client.host} refuses the filter (status ${status}). It says: ${said}`,
      );
    }
    const isOverBudget = status === 429 && this.#budget.isServiceLimitReached;
    if (isOverBudget || ([402, 403, 429].includes(status) && budgetWords.test(said))) {
      throw this.#budget.exhausted(said);
    }
    throw statusFault(answer, this.#client, this.#key);
  }
}
