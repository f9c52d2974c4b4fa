import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log, RequestContext } from './requestContext.ts';
import { errorCodes, shownError } from './errorCodes.ts';
import { documentCache } from './documentCache.ts';
import { costLimit } from '../limits/costLimit.ts';
import { MOST_TOKENS } from '../limits/documentLimits.ts';
import { executableSchema } from './executableSchema.ts';

const MOST_VALIDATION_ERRORS = 5;

/** The GraphQL server, started and ready to be asked through `executeHTTPGraphQLRequest`. */
export const startedApollo = async (log: Log): Promise<ApolloServer<RequestContext>> => {
  const apollo = new ApolloServer<RequestContext>({
    schema: executableSchema(),
    introspection: true, // tools need it
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: documentCache(),
    stopOnTerminationSignals: false, // the command does, in its order
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    formatError: shownError,
    logger: apolloLog(log),
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

/** What the library says of itself goes where everything does. */
const apolloLog = (log: Log) => ({
  debug: () => undefined,
  info: (said: unknown) => log.info({}, String(said)),
  warn: (said: unknown) => log.warn({}, String(said)),
  error: (said: unknown) => log.error({}, String(said)),
});
