import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faults, type Fault } from './faults.ts';
import { matches } from './openAlexFilter.ts';

export type Work = Record<string, unknown> & { id: string };

export interface SimulationOptions {
  works: readonly Work[];
  /** The only key that is accepted; undefined: requests need none. */
  key?: string;
  /** What a day costs at most, in US dollars. */
  limitUsd?: number;
  /** Whether the key may filter by the day of an update or a creation. */
  mayAskForUpdates?: boolean;
  /** Whether single works are answered; if not, only lists are. */
  hasSingleWorks?: boolean;
  /** Other answers to requests of single works: a status, or fields that differ, by id. */
  singleAnswers?: Record<string, number | object>;
  /** Ids of merged works, each with the one that remains. */
  merged?: Record<string, string>;
}

const LIST_COST = 0.0001;
const MAX_PER_SECOND = 100;
const MAX_AUTHORS = 100;

/** Behaves like the API of OpenAlex, counts what it costs, and fails where a test wants it. */
export class SimulatedOpenAlex {
  readonly options: SimulationOptions;
  /** The faults of the next requests; a request without one is answered. */
  faults: (Fault | undefined)[] = [];
  /** The fault of every request. */
  constantFault: Fault | undefined;
  /** Added to the count of every list. */
  countError = 0;
  /** Path and query of every request. */
  readonly requests: { url: URL; time: number; headers: IncomingMessage['headers'] }[] = [];
  spent = 0;
  /** How often a request came over budget or too fast. */
  violations = 0;
  url = '';
  #kept: { filter: string; of: number; matching: Work[] } | undefined;
  readonly #server: Server;

  constructor(options: SimulationOptions) {
    this.options = options;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The lists that were asked for: filter and cursor. */
  get lists(): string[] {
    return this.requests
      .filter(({ url }) => url.pathname === '/works')
      .map(({ url }) => `${url.searchParams.get('filter') ?? ''} ${url.searchParams.get('cursor') ?? ''}`);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', this.url);
    const time = performance.now();
    this.requests.push({ url, time, headers: request.headers });
    const isList = url.pathname === '/works';
    const { key, limitUsd = 1 } = this.options;
    const isTooFast =
      this.requests.slice(-2 * MAX_PER_SECOND).filter((each) => time - each.time < 1_000).length >
      MAX_PER_SECOND;
    if (isTooFast) this.violations += 1;
    if (isList && this.spent + LIST_COST > limitUsd + 1e-9) {
      this.violations += 1;
      this.#send(response, 429, { error: 'Rate limit exceeded', message: 'Daily budget used up.' }, 0);
      return;
    }
    if (isList) this.spent += LIST_COST;
    const fault = this.faults.length > 0 ? this.faults.shift() : this.constantFault;
    if (fault) {
      faults[fault](response, () => JSON.stringify(this.#list(url)));
      return;
    }
    if (key !== undefined && url.searchParams.get('api_key') !== key) {
      this.#send(response, 401, {
        error: 'Unauthorized',
        message: `Invalid API key ${url.searchParams.get('api_key')}`,
      });
      return;
    }
    if (isList) {
      this.#answerList(url, response);
      return;
    }
    this.#answerSingle(url.pathname.replace('/works/', ''), response);
  }

  #answerList(url: URL, response: ServerResponse): void {
    const filter = url.searchParams.get('filter') ?? '';
    if (/from_(?:updated|created)_date/.test(filter) && this.options.mayAskForUpdates !== true) {
      this.#send(response, 403, { error: 'Forbidden', message: 'from_updated_date needs a paid plan.' });
      return;
    }
    const page = this.#list(url);
    if (!page) {
      this.#send(response, 400, { error: 'Invalid filter', message: `Unknown filter field: ${filter}` });
      return;
    }
    this.#send(response, 200, page, LIST_COST);
  }

  #list(url: URL): object | undefined {
    const filter = url.searchParams.get('filter') ?? '';
    const matching = this.#matching(filter);
    if (filter.includes('nonsense')) return undefined;
    const cursor = url.searchParams.get('cursor') ?? '*';
    const start = cursor === '*' ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
    const size = Number(url.searchParams.get('per_page') ?? 25);
    const works = matching.slice(start, start + size);
    const end = start + works.length;
    return {
      meta: {
        count: matching.length + this.countError,
        per_page: size,
        next_cursor: works.length < size ? null : Buffer.from(String(end)).toString('base64url'),
      },
      results: works.map((work) => listed(work)),
    };
  }

  /** Computed once for each filter while no works are added. */
  #matching(filter: string): Work[] {
    const { works } = this.options;
    if (this.#kept?.filter !== filter || this.#kept.of !== works.length) {
      const matching = works.filter((each) => matches(each, filter));
      this.#kept = { filter, of: works.length, matching };
    }
    return this.#kept.matching;
  }

  #answerSingle(id: string, response: ServerResponse): void {
    const moved = this.options.merged?.[id];
    if (moved !== undefined) {
      response.setHeader('location', `/works/${moved}`);
      this.#send(response, 301, {}, 0);
      return;
    }
    const { works, hasSingleWorks = true, singleAnswers = {} } = this.options;
    const other = singleAnswers[id];
    if (typeof other === 'number') {
      this.#send(response, other, { error: 'Failed' });
      return;
    }
    const work = hasSingleWorks ? works.find((each) => each.id.endsWith(`/${id}`)) : undefined;
    this.#send(response, work ? 200 : 404, work ? { ...work, ...other } : { error: 'Not found' });
  }

  #send(response: ServerResponse, status: number, value: object, cost = 0): void {
    const { limitUsd = 1 } = this.options;
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-ratelimit-limit-usd': String(limitUsd),
      'x-ratelimit-remaining-usd': Math.max(0, limitUsd - this.spent).toFixed(6),
      'x-ratelimit-cost-usd': String(cost),
    });
    response.end(JSON.stringify(value));
  }
}

/** Lists have the first authors only. */
const listed = (work: Work): Work => {
  const authorships = work['authorships'] as unknown[] | undefined;
  if (!authorships || authorships.length <= MAX_AUTHORS) return work;
  return { ...work, authorships: authorships.slice(0, MAX_AUTHORS), is_authors_truncated: true };
};
