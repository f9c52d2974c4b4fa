import type { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { UnknownId } from '../../export/exporters.ts';
import { GraphError, type ErrorCode } from '../../graph/errors.ts';
import { errorAnswer } from './errorAnswer.ts';
import { notFound } from './notFound.ts';

interface HttpError {
  code?: string;
  statusCode?: number;
  message: string;
}

/** Messages for errors of Fastify, by Fastify's error codes. They replace Fastify's own messages, which say less. */
const messages: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The request body is larger than 100 kB.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The request body must be JSON, with Content-Type: application/json.',
};

const statuses: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  COST_LIMIT_EXCEEDED: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  STORE_UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
  TIMEOUT: 504,
};

/** Answers errors outside GraphQL in the form of a GraphQL answer. Each error has a code. */
export const httpErrors = (server: FastifyInstance): void => {
  // the Host header is checked in preParsing and not earlier, because the error answer also needs the headers that the
  // onRequest hooks set
  server.addHook('preParsing', async ({ raw: { headers, httpVersion } }) => {
    if (headers.host !== undefined || httpVersion !== '1.1') return;
    throw Object.assign(new Error('The request has no Host header.'), { statusCode: 400 });
  });
  server.setNotFoundHandler(notFound);
  server.setErrorHandler<HttpError | GraphError | GraphQLError>((error, request, reply) => {
    if (error instanceof GraphQLError) return sendRefusal(error, request, reply);
    if (error instanceof GraphError) return sendGraphError(error, request, reply);
    return sendHttpError(error, request, reply);
  });
};

/**
 * Sends the error that refusal.ts has made for a refused operation, with the HTTP status and the headers that the error
 * contains.
 */
const sendRefusal = ({ message, extensions }: GraphQLError, { id }: FastifyRequest, reply: FastifyReply) => {
  const { code, http } = extensions as { code: string; http: { status: number; headers: HeaderMap } };
  for (const [name, value] of http.headers) reply.header(name, value);
  return reply.code(http.status).send(errorAnswer(id, code, message));
};

const sendGraphError = (error: GraphError, { id, log }: FastifyRequest, reply: FastifyReply) => {
  const { code, message, argument, cause } = error;
  const reason = cause instanceof Error ? cause.message : undefined;
  if (code !== 'BAD_USER_INPUT') log.warn({ code, reason, requestId: id }, message);
  const status = error instanceof UnknownId ? 404 : statuses[code];
  return reply.code(status).send(errorAnswer(id, code, message, argument === undefined ? {} : { argument }));
};

const sendHttpError = (error: HttpError, { id, log }: FastifyRequest, reply: FastifyReply) => {
  const { statusCode = 500, code = '' } = error;
  if (statusCode < 500) {
    return reply.code(statusCode).send(errorAnswer(id, 'BAD_REQUEST', messages[code] ?? error.message));
  }
  log.error({ err: error, requestId: id }, 'request failed');
  const message = 'The server failed to answer this request. Its log has the cause under this request id.';
  return reply.code(500).send(errorAnswer(id, 'INTERNAL_SERVER_ERROR', message));
};

/** Answers an address that is not a valid URL, such as `/%zz`. Fastify does not run its hooks for such an address. */
export const invalidUrl = (_: unknown, { id }: FastifyRequest, reply: FastifyReply): void => {
  reply
    .code(400)
    .headers({ 'x-request-id': id, 'x-content-type-options': 'nosniff' })
    .send(
      errorAnswer(id, 'BAD_REQUEST', 'The address is not a valid URL. In an address, % is written as %25.'),
    );
};
