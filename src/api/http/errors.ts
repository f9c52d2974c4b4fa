import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnknownId } from '../../export/index.ts';
import { GraphError, type ErrorCode } from '../../graph/errors.ts';

interface HttpFault {
  statusCode?: number;
  message: string;
}

const messages: Readonly<Record<number, string>> = {
  413: 'The request body is larger than 100 kB.',
  415: 'The request body must be JSON, with Content-Type: application/json.',
};

const statuses: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  COST_LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  STORE_UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** Gives what fails before or beside GraphQL the form of a GraphQL answer, with a code. */
export const httpErrors = (server: FastifyInstance): void => {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    return reply
      .code(404)
      .send(answer(request, 'BAD_REQUEST', `There is nothing at ${request.method} ${path}.`));
  });
  server.setErrorHandler<HttpFault | GraphError>((error, request, reply) => {
    if (error instanceof GraphError) {
      const { code, message, argument, cause } = error;
      const reason = cause instanceof Error ? cause.message : undefined;
      if (code !== 'BAD_USER_INPUT') request.log.warn({ code, reason, requestId: request.id }, message);
      return reply
        .code(error instanceof UnknownId ? 404 : statuses[code])
        .send(answer(request, code, message, { ...(argument !== undefined && { argument }) }));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      return reply.code(status).send(answer(request, 'BAD_REQUEST', messages[status] ?? error.message));
    }
    request.log.error({ err: error, requestId: request.id }, 'a request failed');
    return reply
      .code(500)
      .send(answer(request, 'INTERNAL_SERVER_ERROR', 'Something went wrong here, not in your request.'));
  });
};

const answer = ({ id }: FastifyRequest, code: string, message: string, more: object = {}) => ({
  errors: [{ message, extensions: { code, ...more, requestId: id } }],
});
