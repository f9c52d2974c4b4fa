import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { withoutMapping } from '../http/peerAddress.ts';
import { refusal } from './refusal.ts';

/** What a request costs that is refused, or of which no cost is known. */
export const REFUSAL_COST = 20;

export interface RateLimitOptions {
  /** What the operations of one client may cost in a minute; 0: any amount. */
  perMinute: number;
  /** Keys that have a bucket of their own, wherever they are sent from, as `authorization: Bearer <key>`. */
  keys: readonly string[];
}

/** What each client may still cost in this minute: a bucket for each address, and for each key that is known. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory | undefined;
  readonly #keys: ReadonlySet<string>;

  constructor({ perMinute, keys }: RateLimitOptions) {
    if (perMinute > 0) this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
    this.#keys = new Set(keys);
  }

  /** Takes the cost from the client's bucket. @throws GraphQLError RATE_LIMITED, with Retry-After, where it is empty. */
  async charge(request: FastifyRequest, cost: number): Promise<void> {
    try {
      await this.#limiter?.consume(this.#clientOf(request), cost);
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) throw rateLimited(thrown.msBeforeNext);
      throw thrown;
    }
  }

  /** @throws as `charge` does, where the bucket is empty; takes nothing. */
  async check(request: FastifyRequest): Promise<void> {
    const state = await this.#limiter?.get(this.#clientOf(request));
    if (state && state.remainingPoints <= 0) throw rateLimited(state.msBeforeNext);
  }

  #clientOf({ headers: { authorization }, ip }: FastifyRequest): string {
    const key = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
    if (key !== undefined && this.#keys.has(key)) return `key ${key}`;
    const address = withoutMapping(ip);
    return isIPv6(address) ? networkOf(address) : address;
  }
}

/** Who has one IPv6 address has the 2⁶⁴ of its network. */
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
    `This client has asked for too much in this minute. Try again in ${seconds} s.`,
    { status: 429, headers: [['retry-after', String(seconds)]] },
  );
};
