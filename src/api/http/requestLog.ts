import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** The request id: the one that a proxy sent, if it is valid, otherwise a new one. */
export const requestIdOf = ({ headers }: { headers: IncomingHttpHeaders }): string => {
  const id = headers['x-request-id'];
  return typeof id === 'string' && /^[\w.:-]{1,64}$/.test(id) ? id : randomUUID();
};

/** Sends the request id with every answer, and logs one line for every request. */
export const requestLog = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', ({ method, url, id, log }, { elapsedTime, statusCode }, done) => {
    const path = pathOf(url);
    const milliseconds = Math.round(elapsedTime * 10) / 10;
    // health checks come every few seconds and would fill the log
    const level = path.startsWith('/health/') ? 'debug' : 'info';
    log[level]({ requestId: id, method, path, status: statusCode, milliseconds }, 'request answered');
    done();
  });
};

const pathOf = (url: string): string => url.split('?')[0] ?? url;
