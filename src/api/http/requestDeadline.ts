import type { FastifyReply } from 'fastify';
import { Deadline } from '../execution/deadline.ts';

/**
 * Starts the time limit of a request. If the client closes the connection earlier, the work for the request ends at
 * once. @param milliseconds the time limit
 */
export const requestDeadline = (reply: FastifyReply, milliseconds: number): Deadline => {
  const deadline = new Deadline(milliseconds);
  reply.raw.once('close', () => reply.raw.writableFinished || deadline.abandon());
  return deadline;
};
