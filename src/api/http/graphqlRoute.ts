import { createHash } from 'node:crypto';
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphStore } from '../../graph/store.ts';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import type { Log, RequestContext } from '../execution/requestContext.ts';
import { Deadline } from '../execution/deadline.ts';
import { checkDocument } from '../limits/documentLimits.ts';
import { REFUSAL_COST, type RateLimit } from '../limits/rateLimit.ts';
import { Loaders } from '../loading/loaders.ts';
import type { Metrics } from './metrics.ts';

export interface GraphqlRouteOptions {
  apollo: ApolloServer<RequestContext>;
  store: GraphStore;
  log: Log;
  rateLimit: RateLimit;
  metrics: Metrics;
  /** How long one operation may take. */
  operationMilliseconds: number;
}

/** Answers GraphQL over HTTP at /graphql: POST with a JSON body, GET with the query in the address. */
export const graphqlRoute = (server: FastifyInstance, options: GraphqlRouteOptions): void => {
  const { apollo, store, log, rateLimit, metrics, operationMilliseconds } = options;
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      if (isVisit(request)) return reply.redirect('/graphiql/');
      cooperativeScheduler.startSlice();
      const began = performance.now();
      const asked = asApolloReads(request);
      const document = documentIn(asked);
      const deadline = new Deadline(operationMilliseconds);
      const left = () => reply.raw.writableFinished || deadline.abandon();
      reply.raw.once('close', left);
      let context: RequestContext | undefined;
      const onError = (code: string) => metrics.errors.inc({ code });
      const made = async (): Promise<RequestContext> => {
        await rateLimit.check(request);
        await checkDocument(document);
        const charge = (cost: number) => rateLimit.charge(request, cost);
        const loaders = new Loaders(store, deadline);
        context = { requestId: request.id, log, loaders, charge, onError, operation: {} };
        return context;
      };
      const answered = async (): Promise<number> => {
        const {
          status = 200,
          headers,
          body,
        } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: asked, context: made });
        for (const [name, value] of headers) reply.header(name, value);
        const text = textOf(body);
        if (status >= 400 && status !== 429)
          await rateLimit.charge(request, REFUSAL_COST).catch(() => undefined);
        reply
          .code(status)
          .send(status < 400 ? text : withRequestId(text, request.id, context ? undefined : onError));
        return status;
      };
      try {
        const status = await inSpan(answered, () => context);
        metrics.operations.inc({ status });
        return await reply;
      } finally {
        deadline.end();
        const milliseconds = performance.now() - began;
        metrics.seconds.observe(milliseconds / 1_000);
        if (context?.operation.cost !== undefined) metrics.cost.observe(context.operation.cost);
        if (milliseconds > SLOW)
          log.warn({ ...described(document, request.id, context), milliseconds }, 'a slow operation');
      }
    },
  });
};

/** An operation that takes longer is logged, in ms. */
const SLOW = 1_000;

/** What an operation can be found by, without what it was asked with. */
const described = (document: string, requestId: string, context: RequestContext | undefined) => ({
  requestId,
  document: createHash('sha256').update(document).digest('hex'),
  operationName: context?.operation.name ?? null,
  cost: context?.operation.cost,
});

const tracer = trace.getTracer('coauthor-graph');

/** Does the work in a span of the trace, where there is one. */
const inSpan = (work: () => Promise<number>, context: () => RequestContext | undefined): Promise<number> =>
  tracer.startActiveSpan('graphql operation', async (span) => {
    try {
      const status = await work();
      const { requestId, operation: { name, cost } = {} } = context() ?? {};
      span.setAttribute('http.response.status_code', status);
      if (requestId !== undefined) span.setAttribute('request.id', requestId);
      if (name) span.setAttribute('graphql.operation.name', name);
      if (cost !== undefined) span.setAttribute('graphql.operation.cost', cost);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      return status;
    } finally {
      span.end();
    }
  });

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
const withRequestId = (text: string, requestId: string, onError?: (code: string) => void): string => {
  const answer = JSON.parse(text) as { errors: { extensions: { code?: string } }[] };
  for (const { extensions } of answer.errors) onError?.(String(extensions.code));
  const errors = answer.errors.map((error) => ({ ...error, extensions: { requestId, ...error.extensions } }));
  return `${JSON.stringify({ ...answer, errors })}\n`;
};
