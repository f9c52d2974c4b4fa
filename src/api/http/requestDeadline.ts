import type { FastifyReply } from 'fastify';
import { Deadline } from '../execution/deadline.ts';

/** The deadline of a request, which is abandoned when the client goes away. @param milliseconds the time limit */
export const requestDeadline = (reply: FastifyReply, milliseconds: number): Deadline => {
  const deadline = new Deadline(milliseconds);
  reply.raw.once('close', () => reply.raw.writableFinished || deadline.abandon());
  return deadline;
};
