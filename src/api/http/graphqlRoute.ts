import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphStore } from '../../graph/store.ts';
import { turns } from '../../graph/turns.ts';
import type { Log, RequestContext } from '../context.ts';
import { Deadline } from '../deadline.ts';
import { checkDocument } from '../limits/documentLimits.ts';
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
      turns.begin();
      const deadline = new Deadline(operationMilliseconds);
      const left = () => reply.raw.writableFinished || deadline.abandon();
      reply.raw.once('close', left);
      const asked = asApolloReads(request);
      try {
        const {
          status = 200,
          headers,
          body,
        } = await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: asked,
          context: async () => {
            await checkDocument(documentIn(asked));
            return { requestId: request.id, log, loaders: new Loaders(store, deadline) };
          },
        });
        for (const [name, value] of headers) reply.header(name, value);
        const text = textOf(body);
        return await reply.code(status).send(status < 400 ? text : withRequestId(text, request.id));
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

/** The document of a request that holds one; of any other, an empty text. */
const documentIn = ({ method, search, body }: HTTPGraphQLRequest): string => {
  const query =
    method === 'GET' ? new URLSearchParams(search).get('query') : (body as { query?: unknown } | null)?.query;
  return typeof query === 'string' ? query : '';
};

type Body = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>['body'];

/** The schema has no directive that answers in parts, so there is one part. */
const textOf = (body: Body): string => {
  if (body.kind !== 'complete') throw new TypeError('An answer came in parts.');
  return body.string;
};

/** What is refused before there is an operation gets its id here. */
const withRequestId = (text: string, requestId: string): string => {
  const answer = JSON.parse(text) as { errors: { extensions: object }[] };
  const errors = answer.errors.map((error) => ({ ...error, extensions: { requestId, ...error.extensions } }));
  return `${JSON.stringify({ ...answer, errors })}\n`;
};
