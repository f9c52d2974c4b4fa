import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { RequestContext } from './context.ts';
import { errorCodes, shownError } from './errors.ts';
import { executableSchema } from './schema.ts';

/** The most tokens a document may have: what makes one costly to read and to validate. */
const MOST_TOKENS = 1000;
const MOST_VALIDATION_ERRORS = 5;

/**
 * The GraphQL server, started and ready to be asked through `executeHTTPGraphQLRequest`.
 *
 * @param plugins run before those that are always there, for instance to refuse what costs too much
 */
export const startedApollo = async (
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
): Promise<ApolloServer<RequestContext>> => {
  const apollo = new ApolloServer<RequestContext>({
    schema: executableSchema(),
    introspection: true, // tools need it
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false, // the command does, in its order
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    formatError: shownError,
    plugins: [
      ...plugins,
      errorCodes,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
};
