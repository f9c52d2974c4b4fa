import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GraphError } from '../graph/errors.ts';
import type { RequestContext } from './context.ts';

export const INTERNAL = 'INTERNAL_SERVER_ERROR';

/**
 * Gives every error its code before it is written: ours from GraphError, the library's own as they are. What
 * remains is a fault of ours: it is logged, once a request, with the request's id.
 */
export const errorCodes: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { log, requestId } }) => {
      const logged = new Set<unknown>();
      for (const error of errors) {
        Object.assign(error.extensions, extensionsOf(error, requestId));
        const cause = error.originalError ?? error;
        if (isSilent(error) || logged.has(cause)) continue;
        logged.add(cause);
        log.error({ err: causeOf(cause), path: error.path, requestId }, 'a field failed');
      }
    },
  }),
};

/** What a client is told; of a fault nothing but where to ask about it. */
export const shownError = (formatted: GraphQLFormattedError): GraphQLFormattedError =>
  formatted.extensions?.['code'] === INTERNAL
    ? {
        ...formatted,
        message: 'Something went wrong here, not in your query. The request id names it in our log.',
      }
    : formatted;

const extensionsOf = (error: GraphQLError, requestId: string): Record<string, unknown> => {
  const original = error.originalError ?? error;
  if (original instanceof GraphError) {
    return { code: original.code, ...(original.argument && { argument: original.argument }) };
  }
  const code = error.extensions['code'];
  if (typeof code === 'string' && code !== INTERNAL) return {};
  // thrown by GraphQL itself about a value that a variable brought to an argument
  if (original instanceof GraphQLError && !original.originalError) return { code: 'BAD_USER_INPUT' };
  return { code: INTERNAL, requestId };
};

/** Errors that say everything to the client. A store that is down is worth a line in the log as well. */
const isSilent = (error: GraphQLError): boolean => {
  const code = error.extensions['code'];
  return code !== INTERNAL && code !== 'STORE_UNAVAILABLE' && code !== 'TIMEOUT';
};

const causeOf = (error: unknown): unknown =>
  error instanceof GraphError && error.cause !== undefined ? error.cause : error;
