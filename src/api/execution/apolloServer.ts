import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { costLimit } from '../limits/costLimit.ts';
import { MAX_TOKENS } from '../limits/documentLimits.ts';
import { CompiledExecutor } from './compiledExecutor.ts';
import { documentCache } from './documentCache.ts';
import { errorCodes, formatError } from './errorCodes.ts';
import { executableSchema } from './executableSchema.ts';
import { knownOperationTypes } from './knownOperationTypes.ts';
import type { Log, RequestContext } from '../requestContext.ts';

const MAX_VALIDATION_ERRORS = 5;

/** The started Apollo server, which the HTTP route calls through `executeHTTPGraphQLRequest`. */
export const startedApollo = async (log: Log): Promise<ApolloServer<RequestContext>> => {
  const schema = executableSchema();
  const executor = new CompiledExecutor(schema);
  const apollo = new ApolloServer<RequestContext>({
    gateway: compiledGateway(schema, executor),
    introspection: true, // also in production, because GraphQL clients and code generators need it
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: documentCache(),
    stopOnTerminationSignals: false, // the command `serve` handles the signals
    includeStacktraceInErrorResponses: false,
    validationRules: [knownOperationTypes],
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    formatError,
    logger: apolloLogger(log),
    plugins: [
      costLimit,
      errorCodes,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
};

/**
 * Passes our executor to Apollo. Apollo accepts a custom executor only as a part of a gateway, although this server is
 * not one.
 */
const compiledGateway = (
  schema: GraphQLSchema,
  executor: CompiledExecutor,
): ApolloServerOptionsWithGateway<RequestContext>['gateway'] => ({
  load: async () => ({
    executor: ({ queryHash, document, request, context }) =>
      executor.execute(
        { hash: queryHash, document, name: request.operationName, variables: request.variables ?? {} },
        context,
      ),
  }),
  onSchemaLoadOrUpdate: (update) => {
    update({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: async () => undefined,
});

const apolloLogger = (log: Log) => ({
  debug: () => undefined,
  info: (message: unknown) => log.info({}, String(message)),
  warn: (message: unknown) => log.warn({}, String(message)),
  error: (message: unknown) => log.error({}, String(message)),
});
