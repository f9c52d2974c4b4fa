import type { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { UnknownId } from '../../export/exporters.ts';
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
  // after the hooks that set the headers of every answer
  server.addHook('preParsing', async ({ raw: { headers, httpVersion } }) => {
    if (headers.host !== undefined || httpVersion !== '1.1') return;
    throw Object.assign(new Error('The request names no host.'), { statusCode: 400 });
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    return reply
      .code(404)
      .send(errorAnswer(request.id, 'BAD_REQUEST', `There is nothing at ${request.method} ${path}.`));
  });
  server.setErrorHandler<HttpFault | GraphError | GraphQLError>((error, request, reply) => {
    if (error instanceof GraphQLError) return refused(error, request, reply);
    if (error instanceof GraphError) {
      const { code, message, argument, cause } = error;
      const reason = cause instanceof Error ? cause.message : undefined;
      if (code !== 'BAD_USER_INPUT') request.log.warn({ code, reason, requestId: request.id }, message);
      return reply
        .code(error instanceof UnknownId ? 404 : statuses[code])
        .send(errorAnswer(request.id, code, message, { ...(argument !== undefined && { argument }) }));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      return reply
        .code(status)
        .send(errorAnswer(request.id, 'BAD_REQUEST', messages[status] ?? error.message));
    }
    request.log.error({ err: error, requestId: request.id }, 'a request failed');
    return reply
      .code(500)
      .send(
        errorAnswer(request.id, 'INTERNAL_SERVER_ERROR', 'Something went wrong here, not in your request.'),
      );
  });
};

/** What `refusal` makes, where it is no GraphQL that is refused. */
const refused = ({ message, extensions }: GraphQLError, request: FastifyRequest, reply: FastifyReply) => {
  const { code, http } = extensions as { code: string; http: { status: number; headers: HeaderMap } };
  for (const [name, value] of http.headers) reply.header(name, value);
  return reply.code(http.status).send(errorAnswer(request.id, code, message));
};

/** Answers an address that cannot be read (`/%zz`), before any route or hook sees it. */
export const badAddress = (_: unknown, { id }: FastifyRequest, reply: FastifyReply): void => {
  reply
    .code(400)
    .headers({ 'x-request-id': id, 'x-content-type-options': 'nosniff' })
    .send(errorAnswer(id, 'BAD_REQUEST', 'The address is not a valid one.'));
};

/** An error in the form of a GraphQL answer. */
export const errorAnswer = (requestId: string, code: string, message: string, more: object = {}) => ({
  errors: [{ message, extensions: { code, ...more, requestId } }],
});
