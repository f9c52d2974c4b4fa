import { existsSync, readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorAnswer } from './errorAnswer.ts';
import { explorerPage } from './staticFiles.ts';
import { addVary } from './vary.ts';

/**
 * Answers a request to an unknown address with status 404. A browser gets the page of the explorer, which shows that
 * nothing is there; a program gets a JSON error.
 */
export const notFound = ({ id, method, url, headers }: FastifyRequest, reply: FastifyReply): FastifyReply => {
  reply.code(404);
  addVary(reply, 'accept');
  if ((headers.accept ?? '').includes('text/html') && existsSync(explorerPage))
    return reply.type('text/html; charset=utf-8').send(readFileSync(explorerPage));
  const message = `There is nothing at ${method} ${url.split('?')[0]}.`;
  return reply.send(errorAnswer(id, 'BAD_REQUEST', message));
};
