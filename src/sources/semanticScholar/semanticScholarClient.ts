import { TransientFault } from '../sourceError.ts';
import { SourceClient, type AnswerLimits, type SourceAnswer } from '../http/sourceClient.ts';
import { messageOf, statusFault, type ServiceKey } from '../http/statusFault.ts';
import { userAgent } from '../http/userAgent.ts';
import type { SourceSettings } from '../sourceSettings.ts';

/** The time between two requests in ms. Semantic Scholar allows one request in a second. */
const INTERVAL = 1_000;

const fields = [
  'corpusId',
  'externalIds',
  'title',
  'abstract',
  'references.corpusId',
  'references.externalIds',
];
/** The papers that cite a paper. Of a paper with very many, the answer may be larger than the service allows. */
const citationFields = ['citations.corpusId', 'citations.externalIds'];

/** The Graph API of Semantic Scholar, https://api.semanticscholar.org. */
export class SemanticScholarClient {
  readonly #client: SourceClient;
  readonly #key: ServiceKey;

  constructor(
    { contact, semanticScholar: { url, apiKey } }: SourceSettings,
    limits: Partial<AnswerLimits> | undefined,
  ) {
    this.#client = new SourceClient({
      url,
      headers: {
        'user-agent': userAgent(contact),
        accept: 'application/json',
        ...(apiKey !== undefined && { 'x-api-key': apiKey }),
      },
      interval: INTERVAL,
      tooFastStatuses: [429],
      limits,
    });
    this.#key = { setting: 'SEMANTIC_SCHOLAR_API_KEY', value: apiKey };
  }

  /**
   * The papers with some ids, in their order; null for an id that is unknown.
   *
   * @param hasCitations whether the papers that cite them are wanted, too
   * @throws TransientFault, SourceError; BAD_USER_INPUT also for an answer that would be too large
   */
  async papers(
    ids: readonly string[],
    hasCitations: boolean,
    signal: AbortSignal,
  ): Promise<readonly unknown[]> {
    const query = { fields: [...fields, ...(hasCitations ? citationFields : [])].join(',') };
    const request = { path: '/graph/v1/paper/batch', query, body: { ids } };
    const answer = await this.#client.send(request, signal);
    if (this.#knowsNone(answer)) return ids.map(() => null);
    if (answer.status < 200 || answer.status >= 300) throw statusFault(answer, this.#client, this.#key);
    if (!Array.isArray(answer.value) || answer.value.length !== ids.length) {
      throw new TransientFault(`${this.#client.host} answered JSON that has not one entry for each paper.`);
    }
    return answer.value as unknown[];
  }

  /** Whether the service answers that it knows none of the ids. */
  #knowsNone(answer: SourceAnswer): boolean {
    const { status } = answer;
    return status === 404 || (status === 400 && /no valid paper ids/i.test(messageOf(answer, this.#key)));
  }
}
