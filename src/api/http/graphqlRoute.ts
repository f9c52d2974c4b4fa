import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphStore } from '../../graph/store.ts';
import type { Log, RequestContext } from '../context.ts';
import { Deadline } from '../deadline.ts';
import { Loaders } from '../loaders.ts';

export interface GraphqlRouteOptions {
  apollo: ApolloServer<RequestContext>;
  store: GraphStore;
  log: Log;
  /** How long one operation may take. */
  operationMilliseconds: number;
}

/** Answers GraphQL over HTTP at /graphql: POST with a JSON body, GET with the query in the address. */
export const graphqlRoute = (server: FastifyInstance, options: GraphqlRouteOptions): void => {
  const { apollo, store, log, operationMilliseconds } = options;
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      if (isVisit(request)) return reply.redirect('/graphiql/');
      const deadline = new Deadline(operationMilliseconds);
      const left = () => reply.raw.writableFinished || deadline.abandon();
      reply.raw.once('close', left);
      try {
        const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: asApolloReads(request),
          context: async () => ({ requestId: request.id, log, loaders: new Loaders(store, deadline) }),
        });
        for (const [name, value] of headers) reply.header(name, value);
        return await sent(reply.code(status ?? 200), body);
      } finally {
        deadline.end();
      }
    },
  });
};

/** Someone opened the address in a browser: the page to explore with is what they came for. */
const isVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.includes('?') && (headers.accept ?? '').includes('text/html');

const asApolloReads = ({ method, url, headers, body }: FastifyRequest): HTTPGraphQLRequest => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const question = url.indexOf('?');
  return { method, headers: map, search: question === -1 ? '' : url.slice(question), body };
};

type Body = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>['body'];

/** The schema has no directive that answers in parts, so there is one part. */
const sent = (reply: FastifyReply, body: Body): FastifyReply => {
  if (body.kind !== 'complete') throw new TypeError('An answer came in parts.');
  return reply.send(body.string);
};
