import type { ApolloServer, HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';
import type { GraphStore } from '../../graph/store.ts';
import { Access } from '../access/access.ts';
import type { ApiKeys } from '../access/apiKeys.ts';
import type { Deadline } from '../execution/deadline.ts';
import type { Log, RequestContext } from '../requestContext.ts';
import { checkDocument } from '../limits/documentLimits.ts';
import type { RateLimit } from '../limits/rateLimit.ts';
import { requestDeadline } from './requestDeadline.ts';
import { Loaders } from '../loading/loaders.ts';
import { conditionalGet } from './conditionalGet.ts';
import { documentOf, graphqlRequest } from './graphqlRequest.ts';
import { sendGraphqlResponse } from './graphqlResponse.ts';
import type { Metrics } from './metrics.ts';
import { reportOperation, traceOperation, type RunningOperation } from './operationReport.ts';
import { addVary } from './vary.ts';

interface GraphqlRouteOptions {
  apollo: ApolloServer<RequestContext>;
  store: GraphStore;
  log: Log;
  rateLimit: RateLimit;
  apiKeys: ApiKeys;
  metrics: Metrics;
  /** How long one operation may take, in ms. */
  operationMilliseconds: number;
  /** The interval at which this server reads its live sources, in ms. Undefined: never. */
  syncMilliseconds: number | undefined;
}

/** Answers GraphQL over HTTP at /graphql: POST with a JSON body, GET with query parameters. */
export const graphqlRoute = (server: FastifyInstance, options: GraphqlRouteOptions): void => {
  const { log, metrics, operationMilliseconds } = options;
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onSend: conditionalGet,
    handler: async (request, reply) => {
      if (isBrowserVisit(request)) return reply.redirect('/graphiql/');
      cooperativeScheduler.startSlice();
      const graphql = graphqlRequest(request);
      const operation: RunningOperation = {
        requestId: request.id,
        document: documentOf(graphql),
        startTime: performance.now(),
        facts: {},
      };
      const deadline = requestDeadline(reply, operationMilliseconds);
      addVary(reply, 'accept');
      try {
        const run = () => execute(graphql, operation, { request, reply, deadline, ...options });
        const status = await traceOperation(operation, run);
        metrics.operations.inc({ status });
        return await reply;
      } finally {
        deadline.end();
        reportOperation(operation, metrics, log);
      }
    },
  });
};

/** Whether a person has opened the address in a browser, without a query. */
const isBrowserVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.includes('?') && (headers.accept ?? '').includes('text/html');

interface Execution extends GraphqlRouteOptions {
  request: FastifyRequest;
  reply: FastifyReply;
  deadline: Deadline;
}

/** Executes the operation and sends the answer. Returns the HTTP status. */
const execute = async (
  httpGraphQLRequest: HTTPGraphQLRequest,
  { requestId, document, facts }: RunningOperation,
  { apollo, store, log, rateLimit, apiKeys, metrics, syncMilliseconds, request, reply, deadline }: Execution,
): Promise<number> => {
  const onError = (code: string) => metrics.errors.inc({ code });
  const context = async (): Promise<RequestContext> => {
    await rateLimit.check(request);
    await checkDocument(document);
    const charge = (cost: number) => rateLimit.charge(request, cost);
    const newLoaders = () => new Loaders(store, deadline);
    return {
      requestId,
      access: new Access(apiKeys, request.headers),
      log,
      charge,
      onError,
      operation: facts,
      loaders: newLoaders(),
      newLoaders,
      corrections: store,
      syncMilliseconds,
    };
  };
  const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
  if ((response.status ?? 200) >= 400 && response.status !== 429) {
    await rateLimit.chargeRefusal(request);
  }
  return sendGraphqlResponse(response, request, reply, onError);
};
