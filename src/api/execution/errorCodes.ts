import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GraphError } from '../../graph/errors.ts';
import type { Log, RequestContext } from './requestContext.ts';

export const INTERNAL = 'INTERNAL_SERVER_ERROR';

/**
 * Gives every error its code and the request's id before it is written: the code of ours from GraphError, the
 * library's own as they are. What remains is a fault of ours: it is logged, once a request.
 */
export const errorCodes: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { log, requestId, onError } }) => {
      const logged = new Set<unknown>();
      for (const error of errors) {
        Object.assign(error.extensions, extensionsOf(error), { requestId });
        onError(String(error.extensions['code']));
        const cause = error.originalError ?? error;
        if (logged.has(cause)) continue;
        logged.add(cause);
        report(log, error, requestId);
      }
    },
  }),
};

/** A message may quote what was sent, which may be very long. */
const LONGEST_MESSAGE = 500;

/** What a client is told; of a fault nothing but where to ask about it. */
export const shownError = (formatted: GraphQLFormattedError): GraphQLFormattedError => {
  if (formatted.extensions?.['code'] === INTERNAL) {
    const message = 'Something went wrong here, not in your query. The request id names it in our log.';
    return { ...formatted, message };
  }
  const { message } = formatted;
  if (message.length <= LONGEST_MESSAGE) return formatted;
  return { ...formatted, message: `${message.slice(0, LONGEST_MESSAGE)}…` };
};

const extensionsOf = (error: GraphQLError): Record<string, unknown> => {
  const original = error.originalError ?? error;
  if (original instanceof GraphError) {
    return { code: original.code, ...(original.argument && { argument: original.argument }) };
  }
  const code = error.extensions['code'];
  if (typeof code === 'string' && code !== INTERNAL) return {};
  // thrown by GraphQL itself about a value that a variable brought to an argument
  if (original instanceof GraphQLError && !original.originalError) return { code: 'BAD_USER_INPUT' };
  return { code: INTERNAL };
};

/** Faults with all there is to know, a store that is down or late in a line, and what clients got wrong not at all. */
const report = (log: Log, error: GraphQLError, requestId: string): void => {
  const { extensions, path, originalError } = error;
  const where = { path: path?.join('.'), requestId };
  if (extensions['code'] === INTERNAL) log.error({ err: originalError ?? error, ...where }, 'a field failed');
  if (!(originalError instanceof GraphError) || originalError.code === 'BAD_USER_INPUT') return;
  const { code, message, cause } = originalError;
  const reason = cause instanceof Error ? cause.message : undefined;
  log.warn({ code, reason, ...where }, message);
};
