import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExportReads } from '../../export/exporters.ts';
import type { GraphStore } from '../../graph/store.ts';
import { Deadline } from '../execution/deadline.ts';
import { paidReads } from '../limits/paidReads.ts';
import { REFUSAL_COST, type RateLimit } from '../limits/rateLimit.ts';

export interface PaidRequestOptions {
  store: GraphStore;
  rateLimit: RateLimit;
  /** How long one request may take, in ms. */
  operationMilliseconds: number;
}

/** Calls `answer` with reads whose cost the client is charged, within the time limit. */
export const paidRequest = async <Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, rateLimit, operationMilliseconds }: PaidRequestOptions,
  answer: (reads: ExportReads) => Promise<Answer>,
): Promise<Answer> => {
  await rateLimit.check(request);
  const deadline = new Deadline(operationMilliseconds);
  reply.raw.once('close', () => reply.raw.writableFinished || deadline.abandon());
  try {
    const reads = paidReads(store.during(deadline.signal), (cost) => rateLimit.charge(request, cost));
    return await deadline.race(() => answer(reads));
  } catch (error) {
    // an empty bucket is ignored here, because the client has to get the original error
    await rateLimit.charge(request, REFUSAL_COST).catch(() => undefined);
    throw error;
  } finally {
    deadline.end();
  }
};
