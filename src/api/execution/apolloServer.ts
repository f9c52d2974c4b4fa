import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { costLimit } from '../limits/costLimit.ts';
import { MAX_TOKENS } from '../limits/documentLimits.ts';
import { documentCache } from './documentCache.ts';
import { errorCodes, formatError } from './errorCodes.ts';
import { executableSchema } from './executableSchema.ts';
import type { Log, RequestContext } from './requestContext.ts';

const MAX_VALIDATION_ERRORS = 5;

/** The started Apollo server, which the HTTP route calls through `executeHTTPGraphQLRequest`. */
export const startedApollo = async (log: Log): Promise<ApolloServer<RequestContext>> => {
  const apollo = new ApolloServer<RequestContext>({
    schema: executableSchema(),
    introspection: true, // also in production: GraphQL clients and code generators need it
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: documentCache(),
    stopOnTerminationSignals: false, // the serve command stops the server
    includeStacktraceInErrorResponses: false,
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

const apolloLogger = (log: Log) => ({
  debug: () => undefined,
  info: (message: unknown) => log.info({}, String(message)),
  warn: (message: unknown) => log.warn({}, String(message)),
  error: (message: unknown) => log.error({}, String(message)),
});
