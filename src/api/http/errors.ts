import type { FastifyInstance } from 'fastify';

interface HttpFault {
  statusCode?: number;
  message: string;
}

const messages: Readonly<Record<number, string>> = {
  413: 'The request body is larger than 100 kB.',
  415: 'The request body must be JSON, with Content-Type: application/json.',
};

/** Gives what fails before or beside GraphQL the form of a GraphQL answer, with a code. */
export const httpErrors = (server: FastifyInstance): void => {
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    return reply.code(404).send(answer('BAD_REQUEST', `There is nothing at ${request.method} ${path}.`));
  });
  server.setErrorHandler<HttpFault>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) {
      return reply.code(status).send(answer('BAD_REQUEST', messages[status] ?? error.message));
    }
    request.log.error({ err: error, requestId: request.id }, 'a request failed');
    return reply
      .code(500)
      .send(answer('INTERNAL_SERVER_ERROR', 'Something went wrong here, not in your request.', request.id));
  });
};

const answer = (code: string, message: string, requestId?: string) => ({
  errors: [{ message, extensions: { code, ...(requestId && { requestId }) } }],
});
