import type { HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface ErrorBody {
  errors: { extensions: { code?: string; requestId?: string } }[];
}

/**
 * Sends Apollo's response, with the request id in each error.
 *
 * @param onError called with the code of each error that occurred too early for Apollo's plugins to report it
 * @returns the HTTP status
 */
export const sendGraphqlResponse = (
  { headers, status = 200, body }: HTTPGraphQLResponse,
  request: FastifyRequest,
  reply: FastifyReply,
  onError: (code: string) => void,
): number => {
  // Apollo sends parts only for @defer and @stream, which the schema does not have
  if (body.kind !== 'complete') throw new TypeError('Apollo sent a response in parts.');
  for (const [name, value] of headers) reply.header(name, value);
  if (status < 400) {
    reply.code(status).send(body.string);
    return status;
  }
  const answer = JSON.parse(body.string) as ErrorBody;
  const errors = answer.errors.map(({ extensions, ...error }) => {
    if (extensions.requestId === undefined) onError(String(extensions.code));
    return { ...error, extensions: { requestId: request.id, ...extensions } };
  });
  const sentStatus = isGraphqlError(status, answer) && requiresStatus200(request, reply) ? 200 : status;
  reply.code(sentStatus).send(`${JSON.stringify({ ...answer, errors })}\n`);
  return sentStatus;
};

/** Whether the HTTP request was valid, but its GraphQL document or variables were not. */
const isGraphqlError = (status: number, { errors }: ErrorBody): boolean =>
  status === 400 && errors.every(({ extensions }) => extensions.code !== 'BAD_REQUEST');

/**
 * The specification "GraphQL over HTTP" requires status 200 for GraphQL errors in `application/json`, and 400 in
 * `application/graphql-response+json`. A client whose header Accept names neither type gets 400, as proxies and tools
 * expect.
 */
const requiresStatus200 = ({ headers }: FastifyRequest, reply: FastifyReply): boolean =>
  (headers.accept ?? '').includes('application/json') &&
  String(reply.getHeader('content-type')).startsWith('application/json');
