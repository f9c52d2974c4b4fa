import { setTimeout as pause } from 'node:timers/promises';
import { parsedJson } from '../../import/formats/reading/parsedJson.ts';
import { SourceError, TransientFault } from '../sourceError.ts';
import { fetchFault } from './fetchFault.ts';
import { readBody } from './readBody.ts';

export interface AnswerLimits {
  /** The maximum time of a request in ms, including the time to read the body of the answer. */
  requestMilliseconds: number;
  /** The maximum length of the body of an answer, in bytes. */
  bodyBytes: number;
}

/** The default limits. The body of a page with 100 works has about 2 MB. */
const answerLimits: AnswerLimits = { requestMilliseconds: 60_000, bodyBytes: 64 * 1024 * 1024 };

interface SourceClientOptions {
  /** The part of the address before the path, for example `https://api.openalex.org`. */
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Query parameters that are added to every request. */
  query?: Readonly<Record<string, string>>;
  /** The minimum time between the end of an answer and the next request, in ms. */
  interval: number;
  /** The statuses by which the service refuses requests that come too fast. */
  tooFastStatuses: readonly number[];
  limits?: Partial<AnswerLimits> | undefined;
}

export interface SourceRequest {
  path: string;
  query: Readonly<Record<string, string>>;
  /** If set, the request is a POST with this value as JSON; otherwise it is a GET. */
  body?: unknown;
}

export interface SourceAnswer {
  status: number;
  headers: Headers;
  /** The JSON of the body; undefined if the answer is an error without JSON. */
  value: unknown;
}

const MAX_REDIRECTS = 3;

/** Sends requests to one service, one at a time and not faster than the service allows. */
export class SourceClient {
  readonly host: string;
  readonly #options: SourceClientOptions;
  readonly #limits: AnswerLimits;
  #interval: number;
  #lastEnd = performance.now();

  constructor(options: SourceClientOptions) {
    this.host = new URL(options.url).host;
    this.#options = options;
    this.#limits = { ...answerLimits, ...options.limits };
    this.#interval = options.interval;
  }

  /** Whether this is a status with which the service refuses requests that come too fast. */
  isTooFast(status: number): boolean {
    return this.#options.tooFastStatuses.includes(status);
  }

  /** Doubles the time between requests, after the service answered that the requests are too frequent. */
  slowDown(): void {
    this.#interval = Math.max(100, this.#interval * 2);
  }

  /**
   * Sends a request once. Redirects are followed on the same host only.
   *
   * @throws TransientFault if a repetition may help, SourceError if not, the reason of the signal if it is aborted
   */
  async send(request: SourceRequest, signal: AbortSignal): Promise<SourceAnswer> {
    let address = this.#addressOf(request);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await this.#sendPaced(address, request.body, signal);
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null) return answer;
      address = this.#redirected(address, location);
    }
    throw new SourceError(
      'SOURCE_UNAVAILABLE',
      `${this.host} redirects more than ${MAX_REDIRECTS} times. Check the address of the service in the settings.`,
    );
  }

  #addressOf({ path, query }: SourceRequest): URL {
    const address = new URL(`${this.#options.url.replace(/\/+$/, '')}${path}`);
    for (const [name, value] of Object.entries({ ...query, ...this.#options.query })) {
      address.searchParams.set(name, value);
    }
    return address;
  }

  #redirected(from: URL, location: string): URL {
    const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
    if (to && to.hostname === from.hostname && to.protocol !== from.protocol) {
      throw new SourceError(
        'SOURCE_UNAVAILABLE',
        `${this.host} redirects from ${from.protocol} to ${to.protocol}, which is not followed. Set the address of the service in the settings to ${to.origin}.`,
      );
    }
    if (to?.origin !== from.origin) {
      throw new SourceError(
        'SOURCE_UNAVAILABLE',
        `${this.host} redirects to ${to?.origin ?? 'an invalid address'}. A redirect to another host is not followed. If the service has moved, set its address in the settings.`,
      );
    }
    for (const [name, value] of from.searchParams) to.searchParams.set(name, value);
    return Object.assign(to, { username: '', password: '' }); // fetch refuses addresses with a password
  }

  async #sendPaced(address: URL, body: unknown, signal: AbortSignal): Promise<SourceAnswer> {
    const wait = this.#lastEnd + this.#interval - performance.now();
    if (wait > 0) await pause(Math.ceil(wait), undefined, { signal });
    try {
      return await this.#sendOnce(address, body, signal);
    } finally {
      this.#lastEnd = performance.now();
    }
  }

  async #sendOnce(address: URL, body: unknown, signal: AbortSignal): Promise<SourceAnswer> {
    const timeout = AbortSignal.timeout(this.#limits.requestMilliseconds);
    const isPost = body !== undefined;
    try {
      const response = await fetch(address, {
        method: isPost ? 'POST' : 'GET',
        headers: { ...this.#options.headers, ...(isPost && { 'content-type': 'application/json' }) },
        ...(isPost && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      const text = await readBody(response, this.#limits.bodyBytes, this.host);
      return { status: response.status, headers: response.headers, value: this.#valueOf(response, text) };
    } catch (thrown) {
      signal.throwIfAborted();
      if (thrown instanceof TransientFault) throw thrown;
      if (timeout.aborted) {
        const seconds = this.#limits.requestMilliseconds / 1_000;
        throw new TransientFault(`${this.host} did not complete its answer within ${seconds} seconds.`);
      }
      throw fetchFault(thrown, this.host);
    }
  }

  #valueOf(response: Response, text: string): unknown {
    const parsed = parsedJson(text);
    if ('value' in parsed) return parsed.value;
    if (!response.ok) return undefined;
    const kind = /^\s*</.test(text) ? 'HTML or XML' : 'an incomplete or invalid text';
    throw new TransientFault(`${this.host} answered ${kind} instead of JSON.`);
  }
}
