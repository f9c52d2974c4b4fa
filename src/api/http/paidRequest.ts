import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExportReads } from '../../export/exporters.ts';
import type { GraphStore } from '../../graph/store.ts';
import { paidReads } from '../limits/paidReads.ts';
import type { RateLimit } from '../limits/rateLimit.ts';
import { requestDeadline } from './requestDeadline.ts';

export interface PaidRequestOptions {
  store: GraphStore;
  rateLimit: RateLimit;
  /** How long one request may take, in ms. */
  operationMilliseconds: number;
}

/**
 * Calls `answer` with functions that read the store and charge the client the cost of what they read. All of this must
 * end within the time limit.
 */
export const paidRequest = async <Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, rateLimit, operationMilliseconds }: PaidRequestOptions,
  answer: (reads: ExportReads) => Promise<Answer>,
): Promise<Answer> => {
  await rateLimit.check(request);
  const deadline = requestDeadline(reply, operationMilliseconds);
  try {
    const reads = paidReads(store.during(deadline.signal), (cost) => rateLimit.charge(request, cost));
    return await deadline.race(() => answer(reads));
  } catch (error) {
    await rateLimit.chargeRefusal(request);
    throw error;
  } finally {
    deadline.end();
  }
};
