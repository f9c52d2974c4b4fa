import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiKeys } from '../access/apiKeys.ts';
import { bearerToken } from '../access/bearerToken.ts';
import { withoutMapping } from './peerAddress.ts';
import { refusal } from './refusal.ts';

/** The cost that a client is charged for a request that is refused, and for a request whose cost is unknown. */
const REFUSAL_COST = 20;

interface RateLimitOptions {
  /** The maximum total cost of one client's requests per minute; 0 means no limit. */
  perMinute: number;
  /**
   * Keys that are sent as `authorization: Bearer <key>`. Each key has its own bucket, from whatever address it is sent.
   */
  keys: readonly string[];
  /** The API keys with owners. Each owner has one bucket, from whatever address the requests come. */
  apiKeys: ApiKeys;
}

/**
 * The cost that each client may still cause in the current minute. Each address and each API key has its own bucket.
 */
export class RateLimit {
  readonly #limiter: RateLimiterMemory | undefined;
  readonly #keys: ReadonlySet<string>;
  readonly #apiKeys: ApiKeys;

  constructor({ perMinute, keys, apiKeys }: RateLimitOptions) {
    if (perMinute > 0) this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
    this.#keys = new Set(keys);
    this.#apiKeys = apiKeys;
  }

  /**
   * Takes the cost from the client's bucket. @throws GraphQLError RATE_LIMITED, with Retry-After, if too little is
   * left.
   */
  async charge(request: FastifyRequest, cost: number): Promise<void> {
    try {
      await this.#limiter?.consume(this.#clientOf(request), cost);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw rateLimited(error.msBeforeNext);
      throw error;
    }
  }

  /** Charges the client's rate limit for a refused request. If the limit is used up, that is ignored, because the client has to get the original error. */
  async chargeRefusal(request: FastifyRequest): Promise<void> {
    await this.charge(request, REFUSAL_COST).catch(() => undefined);
  }

  /**
   * Checks that the bucket is not empty. Takes nothing from it.
   *
   * @throws GraphQLError RATE_LIMITED, with Retry-After, if it is empty.
   */
  async check(request: FastifyRequest): Promise<void> {
    const state = await this.#limiter?.get(this.#clientOf(request));
    if (state && state.remainingPoints <= 0) throw rateLimited(state.msBeforeNext);
  }

  #clientOf({ headers, ip }: FastifyRequest): string {
    const key = bearerToken(headers);
    if (key !== undefined && this.#keys.has(key)) return `key ${key}`;
    const owner = this.#apiKeys.find(key)?.name;
    if (owner !== undefined) return `owner ${owner}`;
    const address = withoutMapping(ip);
    return isIPv6(address) ? networkOf(address) : address;
  }
}

/**
 * The /64 network of an IPv6 address. It counts as one client, because a client usually has all 2⁶⁴ addresses of a
 * network.
 */
const networkOf = (address: string): string => {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':');
};

const rateLimited = (milliseconds: number): GraphQLError => {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  return refusal(
    'RATE_LIMITED',
    `The requests of this client cost more than is allowed per minute. Try again in ${seconds} s.`,
    { status: 429, headers: [['retry-after', String(seconds)]] },
  );
};
